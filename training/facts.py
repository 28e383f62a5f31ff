"""What training knows about a person."""

from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.organisation.registries import FactSource
from training.choices import TOOK_PLACE, AttendanceStatus
from training.models import Attendance, Session

VERDICTS = {"passed": _("passed"), "not_passed": _("not passed")}

FactSource(
    "training.attended",
    label=_("Attended a session"),
    many=_("sessions attended"),
    model=Attendance,
    person="person",
    on="session__held_on",
    title="session__course__title",
    where=Q(status=AttendanceStatus.PRESENT),
    choice=Case(
        When(passed=True, then=Value("passed")), When(passed=False, then=Value("not_passed")), default=Value("")
    ),
    words=VERDICTS,
    number="score",
    unit=pgettext_lazy("score", "points"),
    other="session__trainer",
    link="training:session_detail",
    link_pk="session_id",
    list="training:attendance_list",
    function="training",
    order=10,
).register()

FactSource(
    "training.given",
    label=_("Gave a session"),
    many=_("sessions given"),
    model=Session,
    person="trainer",
    on="held_on",
    title="course__title",
    where=Q(state__in=TOOK_PLACE),
    number="class_hours",
    unit=_("h"),
    link="training:session_detail",
    list="training:session_list",
    function="training",
    order=11,
).register()
