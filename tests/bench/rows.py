"""Many sessions and attendances for the demonstration's studio."""

import random
from datetime import date, timedelta

from django.db import connection

from studio.organisation.models import Person
from training.choices import AttendanceStatus, SessionState
from training.models import Attendance, Course, Session

PER_YEAR = 5_000
LAST_YEAR = 2021
BATCH = 2_000


def fill(studio, total: int) -> None:
    """Add held sessions, each with one person present, until the studio has ``total`` of them.

    Every year gets as many, the latest first: more rows are more years of history, as in a studio that grows old.
    """
    rng = random.Random(5)
    courses = list(Course.objects.filter(studio=studio))
    people = list(Person.objects.of_studio(studio).values_list("pk", flat=True))
    have = Session.objects.filter(studio=studio).count()
    for start in range(have, total, BATCH):
        numbers = range(start, min(start + BATCH, total))
        sessions = Session.objects.bulk_create(_session(studio, courses, people, rng, n) for n in numbers)
        Attendance.objects.bulk_create(_attendance(studio, one, people, rng) for one in sessions)
    if connection.vendor == "postgresql":  # a server in use does this by itself
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _session(studio, courses, people, rng, number) -> Session:
    day = date(LAST_YEAR - number // PER_YEAR, 1, 1) + timedelta(days=rng.randrange(365))
    return Session(
        studio=studio,
        course=rng.choice(courses),
        trainer_id=rng.choice(people),
        planned_on=day,
        class_hours=2,
        place="Room 1",
        state=SessionState.HELD,
        held_on=day,
    )


def _attendance(studio, session, people, rng) -> Attendance:
    score = rng.randint(40, 100)
    return Attendance(
        studio=studio,
        session=session,
        person_id=rng.choice(people),
        status=AttendanceStatus.PRESENT,
        score=score,
        passed=score >= 60,
    )
