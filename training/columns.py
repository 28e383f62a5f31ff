"""Columns of training records: for lists, exports and report tables."""

from django.utils.translation import gettext_lazy as _

from studio.kit.columns import Column, Columns
from training.models import Attendance, Course, PlanLine, Session

plan_line_columns = Columns(
    PlanLine,
    Column("title", _("Plan line"), kind="link"),
    Column("year", kind="text"),
    Column("discipline"),
    Column("planned_sessions"),
    Column("planned_hours", unit=_("h")),
    Column("planned_heads"),
    Column("state", kind="state"),
    Column("approved_on"),
    Column("withdrawn_on"),
    Column("note"),
    url="training:plan_line_detail",
    default="title year discipline planned_sessions planned_hours planned_heads state",
    sort="-year",
    card="year discipline state",
)

course_columns = Columns(
    Course,
    Column("title", _("Course"), kind="link"),
    Column("discipline"),
    Column("plan_line"),
    Column("year", _("Plan year"), path="plan_line__year", kind="text"),
    Column("hours", unit=_("h")),
    Column("aim"),
    url="training:course_detail",
    default="title discipline plan_line year hours",
    sort="title",
    card="discipline plan_line hours",
)

session_columns = Columns(
    Session,
    Column("course", kind="link"),
    Column("planned_on"),
    Column("day", _("Planned day"), path="planned_on", kind="link"),  # where the course is known already
    Column("start_time"),
    Column("discipline", path="course__discipline"),
    Column("trainer"),
    Column("room"),
    Column("place"),
    Column("class_hours", unit=_("h")),
    Column("capacity"),
    Column("taken", _("Enrolled"), kind="number", using="with_heads"),
    Column("came", _("Present"), kind="number", using="with_heads"),
    Column("state", kind="state"),
    Column("held_on"),
    Column("closed_on"),
    Column("cancelled_on"),
    url="training:session_detail",
    default="course planned_on state discipline trainer came",
    sort="-planned_on",
    card="planned_on discipline state",
)

attendance_columns = Columns(
    Attendance,
    Column("person", kind="link"),
    Column("unit", path="person__unit"),
    Column("course", path="session__course"),
    Column("held_on", path="session__held_on"),
    Column("planned_on", path="session__planned_on"),
    Column("discipline", path="session__course__discipline"),
    Column("class_hours", path="session__class_hours", unit=_("h")),
    Column("status", kind="state"),
    Column("score"),
    Column("passed"),
    url="training:attendance_detail",
    default="person course held_on status score passed",
    sort="-pk",
    card="course held_on status",
)
