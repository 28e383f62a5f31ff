"""Makers of facilities records. Keyword arguments override any field; uses and hours go through the actions."""

from datetime import date, time
from decimal import Decimal

from studio.facilities import places, uses
from studio.facilities.models import Equipment, Room, Use, VisitorBatch
from tests.factories import make_person

DAY = date(2021, 3, 10)  # a Wednesday
SERVED = date(2021, 1, 1)
EVERY_DAY = range(1, 8)


def make_room(studio, **values) -> Room:
    """A room in service since 2021 without open hours."""
    actor = make_person(studio, "office")
    values = {"name_en": "Workshop", "use": "practice", "floor_area": Decimal("80.50"), "from_date": SERVED, **values}
    return places.add_room(actor, studio, **values)


def open_room(room, opens="08:00", closes="16:00", weekdays=EVERY_DAY, **values):
    """Open hours on ``weekdays`` since the room is in service, until the end of 2021."""
    values = {"from_date": room.from_date, "to_date": date(2021, 12, 31), **values}
    actor = make_person(room.studio, "office")
    return places.add_hours(
        actor, room.studio, room=room, weekdays=weekdays, opens=clock(opens), closes=clock(closes), **values
    )


def make_use(room, starts="09:00", ends="10:00", actor=None, **values) -> Use:
    values = {"day": DAY, "purpose_en": "Practice", "persons": 3, **values}
    actor = actor or make_person(room.studio, "office")
    return uses.record_use(actor, room.studio, room=room, starts=clock(starts), ends=clock(ends), **values)


def make_equipment(studio, **values) -> Equipment:
    number = Equipment.objects.filter(studio=studio).count() + 1
    values = {"number": f"E-{number}", "name_en": "Balancer", "value": Decimal(1000), "from_date": SERVED, **values}
    return Equipment.objects.create(studio=studio, **values)


def make_visitors(studio, **values) -> VisitorBatch:
    values = {"day": DAY, "kind": "group", "heads": 20, "unit_en": "A college", **values}
    return VisitorBatch.objects.create(studio=studio, **values)


def clock(text: str) -> time:
    return time.fromisoformat(text)
