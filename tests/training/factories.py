"""Makers of training records. Keyword arguments override any field."""

from datetime import date
from decimal import Decimal

from tests.factories import make_person
from training.models import Attendance, Course, PlanLine, Session

DAY = date(2021, 3, 10)


def make_plan_line(studio, **values) -> PlanLine:
    """A draft line of 2021; with ``state="approved"`` from 1 February of its year."""
    values = {
        "title_en": "A plan line",
        "year": 2021,
        "planned_sessions": 4,
        "planned_hours": Decimal(16),
        "planned_heads": 100,
        **values,
    }
    if values.get("state", "draft") != "draft":
        values.setdefault("approved_on", date(values["year"], 2, 1))
    return PlanLine.objects.create(studio=studio, **values)


def make_course(studio, **values) -> Course:
    return Course.objects.create(studio=studio, **{"title_en": "Laser alignment", "hours": Decimal(4), **values})


def make_session(course, **values) -> Session:
    """A planned session on 10 March 2021; states after it get their dates."""
    values = {"planned_on": DAY, "class_hours": Decimal(4), "capacity": 20, **values}
    values.setdefault("trainer", None)
    values["trainer"] = values["trainer"] or make_person(course.studio, "trainer")
    state = values.get("state", "planned")
    if state in ("held", "closed"):
        values.setdefault("held_on", values["planned_on"])
    if state in ("closed", "cancelled"):
        values.setdefault(f"{state}_on", values["planned_on"])
    return Session.objects.create(studio=course.studio, course=course, **values)


def attend(session, person=None, status="enrolled", **values) -> Attendance:
    person = person or make_person(session.studio)
    return Attendance.objects.create(studio=session.studio, session=session, person=person, status=status, **values)
