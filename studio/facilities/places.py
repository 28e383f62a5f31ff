"""Rooms, their open hours and closures: every change counts the days it touches anew, in the same transaction."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.facilities.ledger import horizon, lock_rooms, recount
from studio.facilities.models import Closure, OpenHours, Room, Use
from studio.kit.deletes import delete_record
from studio.organisation.records import StaleRecord


@transaction.atomic
def add_room(actor, studio, **values) -> Room:
    """A room; without open hours it has no days to count yet."""
    room = Room.objects.create(studio=studio, counted_until=horizon(), **values)
    audit(actor, "create", room)
    return room


@transaction.atomic
def change_room(room: Room, actor, **values) -> Room:
    """Change a room; nobody takes it out of service on days on which it was used."""
    (locked,) = lock_rooms(room.studio, [room.pk])
    if locked.version != room.version:
        raise StaleRecord(str(room))
    before = locked.from_date
    _set(locked, values)
    outside = Use.objects.filter(room=locked).outside(locked.from_date, locked.to_date).first()
    if outside:
        raise Refused(_("The room was used on %(day)s: %(use)s. Keep that day in service.") % _told(outside))
    locked.counted_until = horizon()
    locked.save()
    audit(actor, "change", locked, fields=sorted(values))
    recount([locked], min(before, locked.from_date), horizon())
    return locked


@transaction.atomic
def add_hours(actor, studio, *, room, weekdays, **values) -> OpenHours:
    """The same hours on each of ``weekdays``; returns those of the first one."""
    rooms = lock_rooms(studio, [room.pk])
    made = [OpenHours(studio=studio, room=room, weekday=weekday, **values) for weekday in sorted(weekdays)]
    for one in made:
        _refuse_overlap(one)
        one.save()
        audit(actor, "create", one)
    recount(rooms, *_days(made[0]))
    return made[0]


@transaction.atomic
def change_hours(hours: OpenHours, actor, **values) -> OpenHours:
    """Change hours, for all days on which they held and hold."""
    before = _days(hours)
    rooms = lock_rooms(hours.studio, [hours.room_id, values["room"].pk])
    _set(hours, values)
    _refuse_overlap(hours)
    hours.save()
    audit(actor, "change", hours, fields=sorted(values))
    _recount_both(rooms, before, _days(hours))
    return hours


@transaction.atomic
def delete_hours(hours: OpenHours, actor) -> None:
    """Delete hours that never held."""
    rooms = lock_rooms(hours.studio, [hours.room_id])
    delete_record(hours, actor)
    recount(rooms, *_days(hours))


@transaction.atomic
def close(actor, studio, *, room=None, **values) -> Closure:
    """Close a room, or the whole site, for some days."""
    rooms = lock_rooms(studio, room and [room.pk])
    closure = Closure.objects.create(studio=studio, room=room, **values)
    audit(actor, "create", closure)
    recount(rooms, *_days(closure))
    return closure


@transaction.atomic
def change_closure(closure: Closure, actor, **values) -> Closure:
    """Change what is closed, when and why."""
    before, places = _days(closure), {closure.room_id, getattr(values["room"], "pk", None)}
    rooms = lock_rooms(closure.studio, None if None in places else places)
    _set(closure, values)
    closure.save()
    audit(actor, "change", closure, fields=sorted(values))
    _recount_both(rooms, before, _days(closure))
    return closure


@transaction.atomic
def delete_closure(closure: Closure, actor) -> None:
    """Open again on the days of a closure that was recorded wrongly."""
    rooms = lock_rooms(closure.studio, closure.room_id and [closure.room_id])
    delete_record(closure, actor)
    recount(rooms, *_days(closure))


def _set(record, values: dict) -> None:
    for name, value in values.items():
        setattr(record, name, value)


def _days(record: OpenHours | Closure) -> tuple[date, date]:
    return record.from_date, record.to_date or horizon()


def _recount_both(rooms: list[Room], before: tuple, after: tuple) -> None:
    """Two windows that may lie far apart."""
    recount(rooms, *before)
    if before != after:
        recount(rooms, *after)


def _refuse_overlap(hours: OpenHours) -> None:
    other = OpenHours.objects.overlapping(hours).first()
    if other:
        raise Refused(
            _("These hours overlap %(hours)s, valid from %(day)s. Change or end those first.")
            % {"hours": other, "day": other.from_date}
        )


def _told(use: Use) -> dict:
    return {"day": use.day, "use": use}
