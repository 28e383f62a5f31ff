"""What the list is compared with: the same 50 rows on a plain Django page, and in a plain Django admin."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.urls import path
from jinja2 import Environment

from studio.urls import urlpatterns as product
from training.choices import AttendanceStatus
from training.models import Attendance, Session

# What stock Django projects start with; floor and plain admin run on it.
STOCK_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
CAME = (
    Attendance.objects.filter(session=OuterRef("pk"), status=AttendanceStatus.PRESENT)
    .order_by()
    .values("session")
    .annotate(found=Count("pk"))
    .values("found")
)
PAGE = Environment(autoescape=True).from_string(
    """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sessions</title></head><body>
<p>{{ count }} sessions</p><table>
{% for row in rows %}<tr><td><a href="/sessions/{{ row[0] }}/">{{ row[1] }}</a></td>
{% for value in row[2:] %}<td>{{ value }}</td>{% endfor %}</tr>
{% endfor %}</table></body></html>"""
)


@login_not_required
def floor(request):
    """50 sessions with the columns of the product's list: ``values_list``, one count, Jinja2, nothing else."""
    sessions = Session.objects.filter(studio=request.GET["studio"])
    rows = sessions.order_by("-planned_on", "-pk").values_list(
        "pk",
        "course__title_en",
        "planned_on",
        "state",
        "course__discipline__name_en",
        "trainer__name_en",
        Coalesce(Subquery(CAME), 0),
    )[:50]
    return HttpResponse(PAGE.render(count=sessions.count(), rows=rows))


class PlainSessions(admin.ModelAdmin):
    """The columns of the product's list in a Django admin, written with its cost in mind: joins, no query per row."""

    list_display = ("course", "planned_on", "state", "discipline", "trainer", "came")
    list_select_related = ("course__discipline", "trainer")
    list_per_page = 50
    ordering = ("-planned_on",)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(came=Coalesce(Subquery(CAME), 0))

    @admin.display()
    def discipline(self, session):
        return session.course.discipline

    @admin.display()
    def came(self, session):
        return session.came

    def has_module_permission(self, request):
        return True

    def has_view_permission(self, request, obj=None):
        return True

    has_change_permission = has_add_permission = has_delete_permission = has_view_permission


plain = admin.AdminSite("plain")
plain.register(Session, PlainSessions)

urlpatterns = [path("floor/", floor), path("plain/", plain.urls), *product]
