"""Scale M: one company with 5,000 people and five years of records, all in the demonstration's studio."""

import random
from datetime import date, timedelta

from django.db.models import Count

from disciplines.models import Group, GroupMembership
from innovations.models import InnovationKind, Proposal
from sharing.models import ExchangeEvent
from studio.organisation.models import Membership, Person
from tests.bench.rows import analyse, courses_of, present, session_of
from training.models import Attendance, Session

YEARS = (2021, 2020, 2019, 2018, 2017)
PEOPLE, SESSIONS, HEADS, PROPOSALS, EVENTS = 5_000, 2_000, 20, 2_000, 2_000  # people in all, the others a year
SINCE = date(2015, 1, 1)
BATCH = 2_000
LISTS = {"people": "people", "proposals": "innovations/proposals", "exchange events": "sharing/events"}


def fill_people(studio) -> list[int]:
    """Primary keys of ``PEOPLE`` new members, spread over the studio's groups."""
    people = Person.objects.bulk_create(
        (
            Person(login=f"m{n:05}", name=f"职工{n:05}", name_en=f"Worker {n:05}", company=studio.company, password="!")
            for n in range(PEOPLE)
        ),
        batch_size=BATCH,
    )
    common = {"studio": studio, "from_date": SINCE}
    Membership.objects.bulk_create((Membership(person=one, role="member", **common) for one in people), BATCH)
    groups = list(Group.objects.in_force().filter(studio=studio))
    GroupMembership.objects.bulk_create(
        (GroupMembership(person=one, group=groups[n % len(groups)], **common) for n, one in enumerate(people)), BATCH
    )
    return [one.pk for one in people]


def fill_year(studio, year: int, people: list[int]) -> None:
    """One year of sessions with everybody present, proposals and exchange events."""
    rng = random.Random(year)
    courses = courses_of(studio, year)
    sessions = Session.objects.bulk_create(
        (session_of(studio, rng.choice(courses), year, people, rng) for _n in range(SESSIONS)), BATCH
    )
    Attendance.objects.bulk_create(
        (present(studio, one, person, rng) for one in sessions for person in rng.sample(people, HEADS)), BATCH
    )
    kinds, disciplines = list(InnovationKind.objects.all()), [one.discipline for one in courses]
    Proposal.objects.bulk_create(
        (
            Proposal(
                studio=studio,
                kind=rng.choice(kinds),
                author_id=rng.choice(people),
                title=f"{year}年第{n}号改造方案",
                problem="-",
                idea="-",
                state="submitted",
                submitted_on=_day(year, rng),
            )
            for n in range(PROPOSALS)
        ),
        BATCH,
    )
    ExchangeEvent.objects.bulk_create(
        (_event(studio, f"{year}年第{n}次交流", rng.choice(disciplines), _day(year, rng)) for n in range(EVENTS)), BATCH
    )
    analyse()


def fullest(people: list[int]) -> Person:
    """Whoever of ``people`` took part in the most sessions."""
    return Person.objects.filter(pk__in=people).annotate(times=Count("attendances")).order_by("-times", "pk").first()


def _event(studio, title: str, discipline, day: date) -> ExchangeEvent:
    return ExchangeEvent(
        studio=studio,
        title=title,
        discipline=discipline,
        kind="exchange",
        planned_on=day,
        held_on=day,
        own_heads=6,
        guest_heads=9,
        state="held",
    )


def _day(year: int, rng) -> date:
    return date(year, 1, 1) + timedelta(days=rng.randrange(365))
