"""The ledger of rooms' days: minutes open, used, used while open, and each use's own part of them.

Whatever changes uses, open hours, closures or the service of a room calls ``recount`` inside its transaction, after it
locked the rooms with ``lock_rooms``: so two changes at once never leave a sum that is neither's.
"""

from collections import defaultdict
from datetime import date, timedelta

from django.utils import timezone

from studio.facilities import minutes
from studio.facilities.models import Closure, OpenHours, Room, RoomDay, Use
from studio.facilities.querysets import touching

ONE = timedelta(days=1)
BATCH = 500
COUNTED = ("open_minutes", "used_minutes", "used_open_minutes")


def horizon() -> date:
    """How far ahead the ledger reaches: the end of next year."""
    return date(timezone.localdate().year + 1, 12, 31)


def lock_rooms(studio, rooms=None) -> list[Room]:
    """``rooms`` (primary keys; all of the studio unless given) as they are now, locked until the transaction ends.

    Always in the same order, and before any use is touched, so that nobody waits for each other.
    """
    wanted = Room._base_manager.select_for_update(no_key=True).filter(studio=studio).order_by("pk")
    return list(wanted if rooms is None else wanted.filter(pk__in=set(rooms)))


def recount(rooms: list[Room], first: date, last: date) -> None:
    """Count the days of ``rooms`` (of one studio, locked by the caller) from ``first`` to ``last`` anew."""
    last = min(last, horizon())
    if not rooms or first > last:
        return
    facts = Facts(rooms, first, last)
    uses, days = [], []
    for room in rooms:
        for day in facts.days_of(room):
            days.append((room, day, facts.count(room, day, uses)))
    _write(rooms, first, last, days)
    Use._base_manager.bulk_update(uses, ["counted_minutes"], batch_size=BATCH)


def recount_all(rooms: list[Room]) -> None:
    """Count all days of ``rooms``, up to the horizon, and note how far the ledger reaches."""
    if rooms:
        recount(rooms, min(room.from_date for room in rooms), horizon())
        Room._base_manager.filter(pk__in=[room.pk for room in rooms]).update(counted_until=horizon())


class Facts:
    """Everything that decides about the days of some rooms in a window, read in three queries."""

    def __init__(self, rooms: list[Room], first: date, last: date):
        self.first, self.last = first, last
        self.hours, self.uses = defaultdict(list), defaultdict(list)
        inside = {"room__in": rooms}
        for one in OpenHours._base_manager.filter(touching(first, last), **inside):
            self.hours[one.room_id, one.weekday].append((one.from_date, one.to_date or last, _span(one)))
        for use in Use._base_manager.filter(day__range=(first, last), **inside).order_by("starts", "pk"):
            self.uses[use.room_id, use.day].append(use)
        self.closed = set()  # (room or None for all rooms, day)
        closures = Closure._base_manager.filter(touching(first, last), studio=rooms[0].studio_id)
        for room, start, end in closures.values_list("room", "from_date", "to_date"):
            self.closed |= {(room, day) for day in _days(max(start, first), min(end, last))}

    def days_of(self, room: Room) -> list[date]:
        """The window's days on which the room is in service, or was used although it is not."""
        start, end = max(self.first, room.from_date), min(self.last, room.to_date or self.last)
        return sorted(set(_days(start, end)) | {day for place, day in self.uses if place == room.pk})

    def count(self, room: Room, day: date, changed: list[Use]) -> tuple[int, int, int]:
        """The day's minutes; uses whose part is another than before are added to ``changed``, earlier ones first."""
        is_open, taken = self._open(room, day), 0
        for use in self.uses.get((room.pk, day), ()):
            whole = minutes.span(use.starts, use.ends)
            part = (whole & ~taken).bit_count()
            taken |= whole
            if use.counted_minutes != part:
                use.counted_minutes = part
                changed.append(use)
        return is_open.bit_count(), taken.bit_count(), (taken & is_open).bit_count()

    def _open(self, room: Room, day: date) -> int:
        if not room.in_service_on(day):
            return 0
        if (None, day) in self.closed or (room.pk, day) in self.closed:
            return 0
        hours = self.hours.get((room.pk, day.isoweekday()), ())
        return minutes.union(open_then for start, end, open_then in hours if start <= day <= end)


def _days(first: date, last: date) -> list[date]:
    """Every day from ``first`` to ``last``, both included."""
    return [first + ONE * number for number in range((last - first).days + 1)]


def _span(hours: OpenHours) -> int:
    return minutes.span(hours.opens, hours.closes)


def _write(rooms: list[Room], first: date, last: date, days: list[tuple]) -> None:
    """Bring the rows in line: write what is new or different, take away what has nothing to say any more."""
    known = RoomDay._base_manager.filter(room__in=rooms, day__range=(first, last))
    before = {(room, day): (pk, values) for pk, room, day, *values in known.values_list("pk", "room", "day", *COUNTED)}
    rows = []
    for room, day, counted in days:
        if not any(counted):
            continue
        _pk, values = before.pop((room.pk, day), (None, None))
        if values != list(counted):
            rows.append(
                RoomDay(studio_id=room.studio_id, room=room, day=day, **dict(zip(COUNTED, counted, strict=True)))
            )
    RoomDay._base_manager.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["room", "day"], update_fields=COUNTED
    )
    gone = [pk for pk, _values in before.values()]
    for start in range(0, len(gone), BATCH):
        RoomDay._base_manager.filter(pk__in=gone[start : start + BATCH]).delete()
