"""The colours of all disciplines as a style sheet, so that a fifth discipline is a record and no code."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from disciplines.models import Discipline


@login_not_required
@require_safe
@cache_control(public=True, max_age=300)
def colours_css(request):
    """``.d-<key>`` with the discipline's colour on light and on dark. The fields are validated hex colours."""
    rows = Discipline.objects.values_list("key", "color_light", "color_dark")
    rules = [f".d-{key} {{ --d: light-dark({light}, {dark}); }}" for key, light, dark in rows]
    return HttpResponse("\n".join(rules), content_type="text/css; charset=utf-8")
