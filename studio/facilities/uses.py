"""Recording what rooms were used for: by hand, or by the record that the use belongs to (a held session)."""

from datetime import date, time
from decimal import ROUND_CEILING, Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.facilities import minutes
from studio.facilities.ledger import lock_rooms, recount
from studio.facilities.models import Room, Use
from studio.facilities.settings import class_hour_minutes
from studio.kit.deletes import delete_record
from studio.organisation.records import StaleRecord

DAY = 24 * 60
FOLLOWED = ("room", "day", "starts", "ends", "purpose", "purpose_en", "function", "discipline", "persons")


@transaction.atomic
def record_use(actor, studio, *, room: Room, day: date, **values) -> Use:
    """What happened in a room on a day; ``actor`` recorded it."""
    rooms = lock_rooms(studio, [room.pk])
    use = Use(studio=studio, room=room, day=day, recorded_by=actor, **values)
    _refuse_unless_it_fits(use)
    _refuse_what_is_told_already(use)
    use.save()
    audit(actor, "create", use)
    recount(rooms, day, day)
    use.refresh_from_db(fields=["counted_minutes"])
    return use


@transaction.atomic
def change_use(use: Use, actor, **values) -> Use:
    """Correct a use that a person recorded."""
    rooms, fresh = _locked(use, values["room"])
    if fresh is None or fresh.version != use.version:
        raise StaleRecord(str(use))
    if refused := fresh.why_locked(actor):
        raise Refused(refused)
    day = fresh.day
    for name, value in values.items():
        setattr(fresh, name, value)
    _refuse_unless_it_fits(fresh)
    _refuse_what_is_told_already(fresh)
    fresh.save()
    audit(actor, "change", fresh, fields=sorted(values))
    _recount(rooms, day, fresh.day)
    return fresh


@transaction.atomic
def delete_use(use: Use, actor) -> None:
    """Take back a use that was recorded wrongly."""
    rooms, fresh = _locked(use, use.room)
    if fresh is None:
        raise Refused(_("This use was deleted already."))
    delete_record(fresh, actor)
    recount(rooms, fresh.day, fresh.day)


@transaction.atomic
def follow(source, actor, *, class_hours: Decimal, **values) -> Use:
    """The use that ``source`` makes: recorded once, and corrected whenever the source changes.

    ``values`` are all of ``FOLLOWED`` but the end: the use ends ``class_hours`` after its start.
    How long one lasts is the setting of that day.
    """
    known = Use.objects.of_source(source).first()
    rooms, use = _locked(known, values["room"]) if known else (lock_rooms(source.studio, [values["room"].pk]), None)
    values["ends"] = end_of(source.studio, values["day"], values["starts"], class_hours)
    new = use is None
    if new:
        use = following(source, **values)
    elif values == {name: getattr(use, name) for name in FOLLOWED}:
        return use
    day = use.day
    for name in FOLLOWED:
        setattr(use, name, values[name])
    _refuse_unless_it_fits(use)
    use.save()
    audit(actor, "create" if new else "change", use)
    _recount(rooms, day, use.day)
    return use


def following(source, **values) -> Use:
    """A use, not saved yet, that follows ``source``."""
    return Use(studio=source.studio, source_type=source._meta.label_lower, source_id=source.pk, **values)


@transaction.atomic
def forget(source, actor) -> None:
    """Take back the use that ``source`` made, if it did."""
    known = Use.objects.of_source(source).first()
    if known is None:
        return
    rooms, use = _locked(known, known.room)
    if use is not None:
        audit(actor, "delete", use)
        use.delete()
        recount(rooms, use.day, use.day)


def end_of(studio, day: date, starts: time, class_hours: Decimal) -> time:
    """When something of ``class_hours`` ends that starts at ``starts``; refused when that is another day."""
    end = end_after(starts, class_hours, class_hour_minutes(studio, day))
    if end is None:
        raise Refused(
            _("%(hours)s class hours from %(start)s do not end on the same day. Give an earlier start or fewer hours.")
            % {"hours": class_hours.normalize(), "start": f"{starts:%H:%M}"}
        )
    return end


def end_after(starts: time, class_hours: Decimal, class_hour: Decimal) -> time | None:
    """``class_hours`` of ``class_hour`` minutes after ``starts``, to the next whole minute; ``None`` past midnight."""
    last = minutes.at(starts) + int((class_hours * class_hour).to_integral_value(ROUND_CEILING))
    return time(*divmod(last, 60)) if last < DAY else None


def _locked(use: Use, room: Room) -> tuple[list[Room], Use | None]:
    """The rooms that ``use`` leaves and comes to, locked, and the use as it is now."""
    rooms = lock_rooms(use.studio, [use.room_id, room.pk])
    return rooms, Use._base_manager.filter(pk=use.pk).first()


def _recount(rooms: list[Room], before: date, after: date) -> None:
    for day in {before, after}:
        recount(rooms, day, day)


def _refuse_unless_it_fits(use: Use) -> None:
    if use.day > timezone.localdate():
        raise Refused(_("This day lies ahead. Record a use once it took place."))
    if not use.room.in_service_on(use.day):
        raise Refused(
            _("“%(room)s” is not in service on %(day)s. Choose another room or day.")
            % {"room": use.room, "day": use.day}
        )


def _refuse_what_is_told_already(use: Use) -> None:
    """A session that was held has told of its use; the same is not typed a second time."""
    other = Use.objects.told_by_others(use).first() if use.function else None
    if other:
        raise Refused(
            _("“%(use)s” has recorded this use already, %(start)s–%(end)s. It is not recorded twice.")
            % {"use": other, "start": f"{other.starts:%H:%M}", "end": f"{other.ends:%H:%M}"}
        )
