"""Many sessions and attendances for the demonstration's studio."""

import random
from datetime import date, timedelta

from django.db import connection

from disciplines.models import Discipline
from studio.organisation.models import Person
from training.choices import AttendanceStatus, PlanState, SessionState
from training.models import Attendance, Course, PlanLine, Session

PER_YEAR = 5_000
LAST_YEAR = 2021
BATCH = 2_000
TITLE = "Many sessions"


def fill(studio, total: int) -> None:
    """Add closed sessions, each with one person present, until the studio has ``total`` of them.

    Every year gets as many, the latest first: more rows are more years of history, as in a studio that grows old.
    """
    rng = random.Random(5)
    people = list(Person.objects.of_studio(studio).values_list("pk", flat=True))
    have = Session.objects.filter(studio=studio).count()
    for start in range(have, total, BATCH):
        numbers = range(start, min(start + BATCH, total))
        years = {year: courses_of(studio, year) for year in {_year(number) for number in numbers}}
        made = (session_of(studio, rng.choice(years[_year(n)]), _year(n), people, rng) for n in numbers)
        sessions = Session.objects.bulk_create(made)
        Attendance.objects.bulk_create(present(studio, one, rng.choice(people), rng) for one in sessions)
    analyse()


def analyse() -> None:
    """What a PostgreSQL server in use does by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _year(number: int) -> int:
    return LAST_YEAR - number // PER_YEAR


def courses_of(studio, year: int) -> list[Course]:
    """The courses of a year, each in the plan line of its discipline; made where they are missing."""
    disciplines = list(Discipline.objects.all())
    made = Course.objects.filter(studio=studio, plan_line__year=year, plan_line__title_en=TITLE)
    if not made.exists():
        for discipline in disciplines:
            line = PlanLine.objects.create(
                studio=studio,
                year=year,
                discipline=discipline,
                title_en=TITLE,
                planned_sessions=PER_YEAR // len(disciplines),
                planned_hours=PER_YEAR,
                planned_heads=PER_YEAR,
                state=PlanState.APPROVED,
                approved_on=date(year, 1, 5),
            )
            common = {"studio": studio, "plan_line": line, "discipline": discipline, "hours": 2}
            Course.objects.bulk_create(Course(title_en=f"Course {n} of {year}", **common) for n in range(10))
    return list(made)


def session_of(studio, course: Course, year: int, people: list[int], rng) -> Session:
    """A closed session of two hours on some day of ``year``, not saved yet."""
    day = date(year, 1, 1) + timedelta(days=rng.randrange(365))
    return Session(
        studio=studio,
        course=course,
        trainer_id=rng.choice(people),
        planned_on=day,
        class_hours=2,
        place="Room 1",
        state=SessionState.CLOSED,
        held_on=day,
        closed_on=day,
    )


def present(studio, session: Session, person: int, rng) -> Attendance:
    """``person`` was there and has a result; not saved yet."""
    score = rng.randint(40, 100)
    return Attendance(
        studio=studio,
        session=session,
        person_id=person,
        status=AttendanceStatus.PRESENT,
        score=score,
        passed=score >= 60,
    )
