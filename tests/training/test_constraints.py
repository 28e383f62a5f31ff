from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories import make_person
from tests.training.factories import DAY, attend, make_course, make_plan_line, make_session
from training.models import Course, PlanLine


@pytest.mark.parametrize(
    "values",
    [
        {"title_en": ""},
        {"year": 1900},
        {"planned_sessions": 0},
        {"planned_hours": 0},
        {"planned_heads": 0},
        {"state": "lost"},
        {"approved_on": DAY},
        {"state": "approved", "approved_on": None},
        {"state": "approved", "withdrawn_on": DAY},
        {"state": "withdrawn", "withdrawn_on": date(2020, 1, 1)},
    ],
    ids=str,
)
def test_a_plan_line_that_cannot_be(studio, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_plan_line(studio, **values)


@pytest.mark.parametrize("values", [{"title_en": ""}, {"hours": 0}, {"hours": Decimal("400.1")}], ids=str)
def test_a_course_that_cannot_be(studio, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_course(studio, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"class_hours": 0},
        {"capacity": 0},
        {"state": "lost"},
        {"held_on": DAY},
        {"state": "held", "held_on": None},
        {"state": "closed", "closed_on": None},
        {"state": "closed", "closed_on": date(2021, 3, 9)},
        {"state": "cancelled", "cancelled_on": None},
        {"state": "open", "cancelled_on": DAY},
    ],
    ids=str,
)
def test_a_session_that_cannot_be(course, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_session(course, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"status": "late"},
        {"status": "present", "score": -1, "passed": False},
        {"status": "present", "score": 101, "passed": True},
        {"status": "present", "score": 70},
        {"status": "absent", "passed": False},
        {"status": "enrolled", "score": 70, "passed": True},
    ],
    ids=str,
)
def test_an_attendance_that_cannot_be(session, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        attend(session, **values)


def test_a_person_stands_once_in_a_session(studio, session):
    person = make_person(studio)
    attend(session, person)
    with pytest.raises(IntegrityError), transaction.atomic():
        attend(session, person)


def test_what_is_referred_to_stays(session):
    attend(session)
    for record in (session, session.course):
        with pytest.raises(IntegrityError), transaction.atomic():
            record.delete()


def test_bad_values_are_named_by_field(studio):
    line = PlanLine(studio=studio, title_en="x" * 201, year=1, planned_sessions=0, planned_hours=0, planned_heads=0)
    with pytest.raises(ValidationError) as problem:
        line.full_clean()
    assert set(problem.value.message_dict) >= {"title_en", "year", "planned_sessions", "planned_hours", "planned_heads"}
    with pytest.raises(ValidationError, match="title in Chinese or in English"):
        Course(studio=studio, hours=4).full_clean()


def test_records_carry_history_and_discipline(session, discipline):
    row = attend(session)
    assert row.effective_discipline_id == session.effective_discipline_id == discipline.pk
    for record in (session, session.course, row):
        assert record.history.count() == 1
