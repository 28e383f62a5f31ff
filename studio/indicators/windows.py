"""The windows one computation looks through: the asked period, the one before it, and the points of the trend."""

import datetime
from dataclasses import dataclass

from studio.core.periods import InvalidPeriod, Period

NOW, PREVIOUS, TREND = 0, 1, 2
MOST_POINTS = 36


@dataclass(frozen=True)
class Window:
    """A period, and the day up to which records are known."""

    period: Period
    as_of: datetime.date


def window(period: Period, as_of: datetime.date | None = None) -> Window:
    """``period`` as known on its last day, or on ``as_of``."""
    return Window(period, as_of or period.end)


def windows_of(period: Period, as_of=None, *, previous=False, points=False) -> tuple[Window | None, ...]:
    """The asked window, the previous one or ``None``, and the points, all known up to the same cut-off."""
    now = window(period, as_of)
    trend = points_of(period) if points else []
    return (now, _before(now) if previous else None, *(Window(point, now.as_of) for point in trend))


def points_of(period: Period) -> list[Period]:
    """Months, or calendar years (the last ones) where there would be too many; each cut to the period."""
    first, last = period.start, period.end
    if (last.year - first.year) * 12 + last.month - first.month < MOST_POINTS:
        return period.months()
    years = (Period.year(year) for year in range(max(first.year, last.year - MOST_POINTS + 1), last.year + 1))
    return [Period(max(year.start, first), min(year.end, last)) for year in years]


def _before(now: Window) -> Window | None:
    """The previous period, with the cut-off as far from its end as now; ``None`` before the first year there is."""
    try:
        period = now.period.previous()
    except InvalidPeriod:
        return None
    return Window(period, period.end + (now.as_of - now.period.end))
