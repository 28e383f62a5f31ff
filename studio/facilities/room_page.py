"""What a room's page shows of its hours: the open week, the months of a year, the days of one month."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import ceil

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from studio.core.hours import hours
from studio.core.money import percent
from studio.core.periods import InvalidPeriod, Period
from studio.facilities import minutes
from studio.facilities.choices import Weekday
from studio.facilities.models import OpenHours, Room, RoomDay
from studio.kit.addresses import studio_reverse
from studio.kit.scope import scope_of

SHADES = 5


@dataclass(frozen=True)
class WeekDay:
    """The open hours of one day of the week, as texts and as bars of a day of 24 hours."""

    label: str
    spans: list[str]
    bars: list[tuple[int, int]]
    hours: Decimal


@dataclass(frozen=True)
class Stretch:
    """A day or a month: how much of its open time was used."""

    label: str
    period: Period
    open: int = 0
    used: int = 0
    used_open: int = 0
    ahead: bool = False

    @property
    def percent(self) -> Decimal | None:
        """Used while open ÷ open; ``None`` where nothing was open."""
        return percent(self.used_open, self.open)

    @property
    def shade(self) -> str:
        """``ahead``, ``closed``, or the fifth in which the utilisation lies: 0 (unused) to 5."""
        if self.ahead:
            return "ahead"
        if self.percent is None:
            return "closed"
        return str(ceil(self.percent * SHADES / 100))

    @property
    def words(self) -> str:
        """The same in a sentence, for everybody who sees no shade."""
        name = self.period.label if self.period.kind == "month" else date_format(self.period.start, "Y-m-d")
        if self.ahead:
            return _("%(when)s lies ahead.") % {"when": name}
        if self.percent is None:
            return _("%(when)s: not open, used %(used)s h.") % {"when": name, "used": hours(self.used)}
        values = {"when": name, "used": hours(self.used_open), "open": hours(self.open), "percent": self.percent}
        return _("%(when)s: used %(used)s of %(open)s open hours, %(percent)s %%.") % values


class RoomHours:
    """For ``facilities/room_detail.html``; ``?month=2021-10`` chooses the month, else the picked period, else today."""

    def __init__(self, room: Room, request):
        self.room, self.today = room, timezone.localdate()
        self.month = _month(request.GET.get("month", "")) or self._looked_at(scope_of(request).period)
        self.year = self.month.start.year

    def _looked_at(self, period: Period | None) -> Period:
        day = min(period.end, self.today) if period else self.today
        return Period.month(day.year, day.month)

    @cached_property
    def week(self) -> list[WeekDay]:
        """The hours in force today."""
        rows = list(OpenHours.objects.filter(room=self.room).in_force().order_by("opens"))
        return [_week_day(day, [row for row in rows if row.weekday == day]) for day in Weekday]

    @property
    def has_hours(self) -> bool:
        """Whether the room is open at all."""
        return any(day.spans for day in self.week)

    @cached_property
    def months(self) -> list[Stretch]:
        """The twelve months of the year."""
        year = Period.year(self.year)
        found = RoomDay.objects.filter(room=self.room).until(year.start, year.end).by_month()
        return [self._stretch(month, date_format(month.start, "M"), found.get(month.start)) for month in year.months()]

    @cached_property
    def days(self) -> list[Stretch]:
        """The days of the chosen month."""
        rows = RoomDay.objects.filter(room=self.room).until(self.month.start, self.month.end)
        found = rows.by_day()
        days = [self.month.start.replace(day=number) for number in range(1, self.month.end.day + 1)]
        return [self._stretch(Period(day, day), str(day.day), found.get(day)) for day in days]

    def _stretch(self, period: Period, label: str, row: dict | None) -> Stretch:
        sums = {name: row[name] for name in ("open", "used", "used_open")} if row else {}
        return Stretch(label, period, **sums, ahead=period.start > self.today)

    @property
    def year_text(self) -> str:
        """The year without a separator of thousands."""
        return str(self.year)

    @property
    def before(self) -> str:
        """The same month a year earlier."""
        return f"{self.year - 1}-{self.month.start:%m}"

    @property
    def after(self) -> str:
        """The same month a year later."""
        return f"{self.year + 1}-{self.month.start:%m}"

    @property
    def list_url(self) -> str:
        """The days of the month as a list."""
        address = studio_reverse(self.room.studio, "facilities:room_day_list")
        return f"{address}?room={self.room.pk}&period={self.month.key}"


def _week_day(day: Weekday, rows: list[OpenHours]) -> WeekDay:
    open_then = minutes.union(minutes.span(row.opens, row.closes) for row in rows)
    bars = [(minutes.at(row.opens), minutes.at(row.closes) - minutes.at(row.opens)) for row in rows]
    spans = [f"{row.opens:%H:%M}–{row.closes:%H:%M}" for row in rows]
    return WeekDay(day.label, spans, bars, hours(open_then.bit_count()))


def _month(text: str) -> Period | None:
    try:
        period = Period.of(text)
    except InvalidPeriod:
        return None
    return period if period.kind == "month" else None
