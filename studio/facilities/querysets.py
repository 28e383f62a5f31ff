"""Reads of facilities records; sums that tables and strips show beside the figures."""

from datetime import date, timedelta

from django.db.models import Case, CharField, DecimalField, F, FloatField, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Cast, TruncMonth
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from studio.facilities.choices import CalibrationState, EquipmentState
from studio.organisation.access import rights
from studio.organisation.records import StudioQuerySet

SOON = timedelta(days=30)


def in_force(day: date) -> Q:
    """From ``from_date`` to ``to_date``, both included."""
    return Q(from_date__lte=day) & (Q(to_date__isnull=True) | Q(to_date__gte=day))


def touching(first: date, last: date) -> Q:
    """In force on at least one of these days."""
    return Q(from_date__lte=last) & (Q(to_date__isnull=True) | Q(to_date__gte=first))


def share_of(used, whole) -> Case:
    """Minutes used of minutes open, in percent; null where nothing was open."""
    fine = DecimalField(max_digits=14, decimal_places=4)
    # By way of floats: SQLite keeps whole numbers whole when it casts to decimals, and then divides without a rest.
    share = Cast(Cast(used, FloatField()) * Value(100.0) / whole, fine)
    return Case(When(GreaterThan(whole, 0), then=share), output_field=fine)


class RoomQuerySet(StudioQuerySet):
    def in_service(self, day=None):
        """Rooms that can be used on ``day``, today unless given."""
        return self.filter(in_force(day or timezone.localdate()))

    def serving(self, first: date, last: date):
        """Rooms in service on at least one of these days."""
        return self.filter(touching(first, last))

    def last_used_by(self, person):
        """The room of the use that ``person`` recorded last, while it is in service."""
        return self.in_service().filter(uses__recorded_by=person).order_by("-uses__pk").first()

    def with_utilisation(self, period=None):
        """Each with ``utilisation`` in the period, up to today without one; null where nothing was open."""
        days = self.model._meta.get_field("days").related_model.objects.filter(room=OuterRef("pk"))
        first, last = (period.start, period.end) if period else (date.min, date.max)
        return self.annotate(utilisation=Subquery(days.until(first, last).share_by_room()))

    def to_extend(self, horizon: date):
        """Rooms whose ledger ends before ``horizon`` although they stay in service."""
        goes_on = Q(to_date__isnull=True) | Q(to_date__gt=F("counted_until"))
        return self.filter(goes_on, counted_until__lt=horizon)


class OpenHoursQuerySet(StudioQuerySet):
    def in_force(self, day=None):
        """Hours that hold on ``day``, today unless given."""
        return self.filter(in_force(day or timezone.localdate()))

    def overlapping(self, hours):
        """Others of the same room and day of the week that share time with ``hours`` on some date."""
        same = self.filter(room=hours.room_id, weekday=hours.weekday).exclude(pk=hours.pk)
        return same.filter(
            touching(hours.from_date, hours.to_date or date.max), opens__lt=hours.closes, closes__gt=hours.opens
        )


class ClosureQuerySet(StudioQuerySet):
    def of_room(self, room):
        """Closures of the room and of the whole site."""
        return self.filter(Q(room=room) | Q(room__isnull=True), studio=room.studio_id)


class RoomDayQuerySet(StudioQuerySet):
    def until(self, first: date, last: date):
        """Days from ``first`` to ``last``, today at most: what lies ahead was not open yet."""
        return self.filter(day__range=(first, min(last, timezone.localdate())))

    def with_utilisation(self):
        """Each with ``utilisation``: used while open ÷ open, in percent; null where nothing was open."""
        return self.annotate(utilisation=share_of(F("used_open_minutes"), F("open_minutes")))

    def share_by_room(self):
        """One value for each room: its used while open ÷ its open minutes, in percent."""
        sums = self.order_by().values("room").annotate(used=Sum("used_open_minutes"), open=Sum("open_minutes"))
        return sums.values_list(share_of(F("used"), F("open")))

    def by_room(self) -> dict[int, dict]:
        """Open, used and used-while-open minutes of each room."""
        return {row.pop("room"): row for row in self._summed("room")}

    def by_day(self) -> dict[date, dict]:
        """The same by day."""
        return {row.pop("day"): row for row in self._summed("day")}

    def by_month(self) -> dict[date, dict]:
        """The same by the first day of each month."""
        return {row.pop("month"): row for row in self.annotate(month=TruncMonth("day"))._summed("month")}

    def _summed(self, by: str):
        sums = {name: Sum(f"{name}_minutes") for name in ("open", "used", "used_open")}
        return self.order_by().values(by).annotate(**sums)


class UseQuerySet(StudioQuerySet):
    def own(self, person):
        """Uses that ``person`` recorded."""
        return self.filter(recorded_by=person)

    def outside(self, first: date, last: date | None):
        """Uses on days that do not lie between ``first`` and ``last``."""
        beyond = Q(day__lt=first) | Q(day__gt=last) if last else Q(day__lt=first)
        return self.filter(beyond).order_by("day", "pk")

    def of_source(self, source):
        """The use that follows ``source``."""
        return self.filter(source_type=source._meta.label_lower, source_id=source.pk)

    def told_by_others(self, use):
        """Uses of the same room, time and function that other records made."""
        same = self.filter(room=use.room_id, day=use.day, function=use.function).exclude(source_type="")
        return same.filter(starts__lt=use.ends, ends__gt=use.starts).exclude(pk=use.pk)


class EquipmentQuerySet(StudioQuerySet):
    def in_service(self):
        """What is not retired."""
        return self.exclude(state=EquipmentState.RETIRED)

    def with_calibration(self):
        """Each with ``calibration``, a ``CalibrationState`` of today; retired equipment needs none."""
        today = timezone.localdate()
        return self.annotate(
            calibration=Case(
                When(Q(calibration_due__isnull=True) | Q(state="retired"), then=Value(CalibrationState.NONE.value)),
                When(calibration_due__lt=today, then=Value(CalibrationState.OVERDUE.value)),
                When(calibration_due__lte=today + SOON, then=Value(CalibrationState.SOON.value)),
                default=Value(CalibrationState.VALID.value),
                output_field=CharField(),
            )
        )

    def to_calibrate(self, person, studio):
        """Overdue or due within 30 days, in ``studio``, of what ``person`` looks after; the longest overdue first."""
        held = rights(person, studio)
        scopes = held.scopes("facilities", "edit")
        due = self.in_service().filter(studio=studio, calibration_due__lte=timezone.localdate() + SOON)
        if "all" not in scopes:
            due = due.filter(discipline__in=held.disciplines_led if "group" in scopes else [])
        return due.order_by("calibration_due", "pk")
