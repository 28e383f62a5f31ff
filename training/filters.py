"""Filters of the training lists; period and discipline come from the pickers of every page."""

from django.utils.translation import gettext_lazy as _

from studio.kit.filters import DateBetween, Filters
from training.models import Attendance, Course, PlanLine, Session


class PlanLineFilters(Filters):
    class Meta:
        model = PlanLine
        fields = ["year", "state"]


class CourseFilters(Filters):
    class Meta:
        model = Course
        fields = ["plan_line"]


class SessionFilters(Filters):
    planned_on = DateBetween(label=_("Planned day"))
    held_on = DateBetween(label=_("Held on"))

    class Meta:
        model = Session
        fields = ["state", "course", "trainer", "room"]


class AttendanceFilters(Filters):
    session__held_on = DateBetween(label=_("Held on"))

    class Meta:
        model = Attendance
        fields = ["status", "passed", "session", "person"]
