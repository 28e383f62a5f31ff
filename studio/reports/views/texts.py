"""Where the lead and the group leaders write their own words for a period's report."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from disciplines.models import Discipline
from studio.core.periods import InvalidPeriod, Period
from studio.kit.addresses import studio_reverse
from studio.kit.scope import scope_of
from studio.organisation.records import StaleRecord

from .. import texts
from ..choices import Language
from ..forms import TextForm, first_choice
from ..models import LeadText, TextRevision

REPORT = "assessment-briefing"


@require_safe
def text_list(request):
    """Every place for own words in a period's report, and what is written there."""
    if not request.user.has_perm("briefing_text.view", request.studio):
        raise PermissionDenied
    scope = scope_of(request)
    period = scope.period or Period.of(first_choice(request.studio)["period"])
    found = {}
    for one in LeadText.objects.visible_to(request.user, request.studio).filter(period_key=period.key):
        found.setdefault((one.chapter, one.discipline_id), {})[one.language] = one
    rows = [
        {
            "place": place,
            "texts": _own_language_first(found.get((place.chapter.key, getattr(place.discipline, "pk", None)), {})),
            "url": address(request.studio, period, place),
        }
        for place in texts.places(REPORT, Discipline.objects.order_by("order", "pk"))
    ]
    return render(request, "reports/text_list.html", {"rows": rows, "period": period, "scope": scope})


def _own_language_first(texts: dict) -> list[LeadText]:
    """The texts of one place by language, the reader's own before the other."""
    return sorted(texts.values(), key=lambda one: one.language != get_language())


@require_http_methods(["GET", "POST"])
def text_edit(request, period, chapter, discipline=""):
    """Read and write one text in both languages; all its revisions below."""
    period, place = find(period, chapter, discipline)
    where = {"period_key": period.key, "chapter": place.chapter.key, "discipline": place.discipline}
    target = LeadText(studio=request.studio, **where)
    if not request.user.has_perm("briefing_text.view", target):
        raise PermissionDenied
    may_write = request.user.has_perm("briefing_text.edit", target)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    found = {one.language: one for one in LeadText.objects.filter(studio=request.studio, **where)}
    form = TextForm(
        request.POST if request.method == "POST" else None,
        studio=request.studio,
        person=request.user,
        initial=written(found),
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and save(request, form, where):
            messages.success(request, _("Saved."))
            return redirect(address(request.studio, period, place))
        status = 422 if not form.non_field_errors() else 409
    revisions = TextRevision.objects.filter(text__in=found.values()).select_related("author", "text")
    context = {
        "form": form, "place": place, "period": period, "may_write": may_write, "texts": found.values(),
        "revisions": revisions.order_by("-at", "-pk"), "scope": scope_of(request),
    }  # fmt: skip
    return render(request, "reports/text_edit.html", context, status=status)


def address(studio, period, place) -> str:
    """The page of one place for own words."""
    more = {"discipline": place.discipline.key} if place.discipline else {}
    return studio_reverse(studio, "reports:text_edit", period=period.key, chapter=place.chapter.key, **more)


def find(period, chapter, discipline):
    """The period and place an address names; 404 when there is none."""
    try:
        period = Period.of(period)
    except InvalidPeriod as problem:
        raise Http404(str(problem)) from problem
    for place in texts.places(REPORT, Discipline.objects.all()):
        if place.chapter.key == chapter and (place.discipline.key if place.discipline else "") == discipline:
            return period, place
    raise Http404


def written(found) -> dict:
    """What is said now and which version that is, for the form."""
    values = {}
    for language in Language:
        one = found.get(language.value)
        values[language.short] = one.body if one else ""
        values[f"{language.short}_version"] = one.version if one else 0
    return values


def save(request, form, where) -> bool:
    """Write what changed; when somebody else was faster, say so and keep what was typed."""
    try:
        for language in Language:
            texts.write(
                request.studio, request.user, language=language.value, body=form.cleaned_data[language.short],
                version=form.cleaned_data[f"{language.short}_version"], **where,
            )  # fmt: skip
    except StaleRecord:
        form.add_error(
            None,
            _("Somebody else saved this text meanwhile; the newest revision stands below. Save again to replace it."),
        )
        newest = {one.language: one for one in LeadText.objects.filter(studio=request.studio, **where)}
        form.data = form.data.copy()
        for language in Language:
            one = newest.get(language.value)
            form.data[f"{language.short}_version"] = str(one.version if one else 0)
        return False
    return True
