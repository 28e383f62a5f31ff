"""Makers of competition records. Keyword arguments override any field."""

from datetime import date

from competitions.choices import SEALED, TOOK_PLACE
from competitions.models import Competition, Entrant, Entry, Event, JudgeAssignment, Mark
from tests.factories import make_person

DAY = date(2021, 5, 12)


def make_competition(studio, kind="organised", state="planned", **values) -> Competition:
    dates = {
        "held_on": DAY if state in ("held", "closed") else None,
        "closed_on": DAY if state == "closed" else None,
        "cancelled_on": DAY if state == "cancelled" else None,
    }
    given = {"title_en": "Contest", "level": "company", "organiser": "Union", "from_date": DAY, "to_date": DAY}
    return Competition.objects.create(studio=studio, kind=kind, state=state, **{**dates, **given, **values})


def make_event(competition, state="planned", **values) -> Event:
    dates = {
        "held_on": DAY if state in TOOK_PLACE else None,
        "locked_on": DAY if state in SEALED else None,
        "published_on": DAY if state == "published" else None,
        "cancelled_on": DAY if state == "cancelled" else None,
    }
    given = {"title_en": "Pump overhaul", "planned_on": competition.from_date, "discipline": competition.discipline}
    return Event.objects.create(
        studio=competition.studio, competition=competition, state=state, **{**dates, **given, **values}
    )


def enter(event, *people, team="", guests=(), **values) -> Entry:
    """An entry of these people, or of somebody new."""
    people = people or (make_person(event.studio),)
    entry = Entry.objects.create(studio=event.studio, event=event, team_name=team, **values)
    for person in people:
        Entrant.objects.create(studio=event.studio, entry=entry, event=event, person=person)
    for guest in guests:
        Entrant.objects.create(studio=event.studio, entry=entry, event=event, guest=guest)
    return entry


def make_judge(event, **values):
    """Somebody with the role of judge who is assigned to ``event``."""
    person = make_person(event.studio, "judge", **values)
    JudgeAssignment.objects.create(studio=event.studio, event=event, person=person)
    return person


def mark(entry, score, judge=None, **values) -> Mark:
    judge = judge or make_judge(entry.event)
    return Mark.objects.create(studio=entry.studio, entry=entry, score=score, marked_by=judge, **values)
