"""Periods: years, halves, quarters, months, or any two dates, both ends inclusive."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1949, 2199
_KINDS = re.compile(r"^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$", re.ASCII)
_DATES = re.compile(r"^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$", re.ASCII)
_MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month": 1}
# One text each: Chinese writes the number as a character.
_QUARTERS = (
    _("quarter 1 of %(year)s"),
    _("quarter 2 of %(year)s"),
    _("quarter 3 of %(year)s"),
    _("quarter 4 of %(year)s"),
)


class InvalidPeriod(ValueError):
    """A text that names no period; its message is written for people."""


@dataclass(frozen=True, order=True)
class Period:
    """The days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def __post_init__(self):
        if self.end < self.start:
            raise InvalidPeriod(gettext("The period ends before it starts."))
        if self.start.year < FIRST_YEAR or self.end.year > LAST_YEAR:
            raise InvalidPeriod(
                gettext("Years run from %(first)s to %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
            )

    @classmethod
    def _months(cls, year: int, first: int, count: int) -> "Period":
        if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= first <= 12:
            raise InvalidPeriod(gettext("This month or year does not exist."))
        last = first + count - 1
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def year(cls, year: int) -> "Period":
        """1 January to 31 December."""
        return cls._months(year, 1, 12)

    @classmethod
    def half(cls, year: int, number: int) -> "Period":
        """The first or second half (``number`` 1 or 2) of a year."""
        return cls._months(year, 6 * number - 5, 6)

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """Quarter 1 to 4 of a year."""
        return cls._months(year, 3 * number - 2, 3)

    @classmethod
    def month(cls, year: int, number: int) -> "Period":
        """Month 1 to 12 of a year."""
        return cls._months(year, number, 1)

    @classmethod
    def of(cls, text: str) -> "Period":
        """Read ``2021``, ``2021-H1``, ``2021-Q3``, ``2021-03`` or ``2021-01-05..2021-02-06``.

        Raises ``InvalidPeriod`` with a message for people.
        """
        text = (text or "").strip()
        if found := _KINDS.match(text):
            year, half, quarter, month = found.groups()
            if half:
                return cls.half(int(year), int(half))
            if quarter:
                return cls.quarter(int(year), int(quarter))
            if month:
                return cls.month(int(year), int(month))
            return cls.year(int(year))
        if found := _DATES.match(text):
            return cls.between(*found.groups())
        raise InvalidPeriod(
            gettext("“%(text)s” is no period. Write for example 2021, 2021-H1, 2021-Q3, 2021-03 or two dates.")
            % {"text": text[:40]}
        )

    @classmethod
    def between(cls, start: str, end: str) -> "Period":
        """Read two ISO dates; raises ``InvalidPeriod`` when one does not exist."""
        days = []
        for text in (start, end):
            try:
                days.append(date.fromisoformat((text or "").strip()))
            except ValueError as problem:
                raise InvalidPeriod(
                    gettext("“%(text)s” is no date. Write it like 2021-10-28.") % {"text": (text or "")[:40]}
                ) from problem
        return cls(*days)

    @property
    def kind(self) -> str:
        """``year``, ``half``, ``quarter``, ``month`` or ``dates``."""
        for kind, count in _MONTHS_OF.items():
            first = self.start.month
            if (first - 1) % count == 0 and self == self._months(self.start.year, first, count):
                return kind
        return "dates"

    @property
    def key(self) -> str:
        """The text that ``of`` reads back."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case "year":
                return f"{year}"
            case "half":
                return f"{year}-H{(month + 5) // 6}"
            case "quarter":
                return f"{year}-Q{(month + 2) // 3}"
            case "month":
                return f"{year}-{month:02}"
        return f"{self.start}..{self.end}"

    @property
    def label(self) -> str:
        """The period's name in the language in force."""
        year, month = self.start.year, self.start.month
        match self.kind:
            case "year":
                return gettext("%(year)s") % {"year": year}
            case "half":
                return (gettext("first half of %(year)s") if month == 1 else gettext("second half of %(year)s")) % {
                    "year": year
                }
            case "quarter":
                return str(_QUARTERS[month // 3]) % {"year": year}
            case "month":
                return date_format(self.start, gettext("F Y"))
        return gettext("%(start)s to %(end)s") % {"start": self.start, "end": self.end}

    @classmethod
    def around(cls, day: date, kind: str) -> "Period":
        """The ``year``, ``half``, ``quarter`` or ``month`` that ``day`` lies in."""
        count = _MONTHS_OF[kind]
        return cls._months(day.year, (day.month - 1) // count * count + 1, count)

    def following(self) -> "Period":
        """The period of the same kind just after this one (for two dates: the same number of days)."""
        first = self.end + timedelta(days=1)
        if self.kind == "dates":
            return Period(first, first + (self.end - self.start))
        return self.around(first, self.kind)

    def previous(self) -> "Period":
        """The period of the same kind just before this one (for two dates: the same number of days)."""
        if self.kind == "dates":
            days = (self.end - self.start).days
            end = self.start - timedelta(days=1)
            return Period(end - timedelta(days=days), end)
        count = _MONTHS_OF[self.kind]
        last = self.start - timedelta(days=1)
        return self._months(last.year, last.month - count + 1, count)

    def months(self) -> list["Period"]:
        """The calendar months it touches, each cut to the period."""
        found, day = [], self.start
        while day <= self.end:
            month = Period.month(day.year, day.month)
            found.append(Period(max(month.start, self.start), min(month.end, self.end)))
            day = month.end + timedelta(days=1)
        return found

    def contains(self, day: date) -> bool:
        """Whether ``day`` lies inside, both ends included."""
        return self.start <= day <= self.end


KIND_LABELS = {
    "year": _("Year"),
    "half": _("Half-year"),
    "quarter": _("Quarter"),
    "month": _("Month"),
    "dates": _("Two dates"),
}
