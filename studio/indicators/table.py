"""What the engine hands out: a table of values, plain enough to be cached."""

import datetime
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from studio.core.periods import Period

from . import text
from .measures import Contribution, Sum
from .registry import Figure, figures
from .validation import resolve
from .windows import NOW, PREVIOUS, TREND, Window

Number = int | Decimal
ALL, CROSS = -1, 0


@dataclass(frozen=True)
class FigureValue:
    """A figure's value in one window; ``None`` is "no data". A ratio carries its two parts."""

    key: str
    value: Number | None
    period: Period
    as_of: datetime.date
    discipline: int | str | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    previous: Number | None = None

    @property
    def figure(self) -> Figure:
        """The declaration: label, unit, definition, format."""
        return figures[self.key]

    @property
    def change(self) -> Number | None:
        """The difference from the previous period, where both are known."""
        return None if self.value is None or self.previous is None else self.value - self.previous

    @property
    def text(self) -> str:
        """The value for people, without its unit."""
        return text.number(self.value, self.figure.format)

    @property
    def unit(self) -> str:
        """The unit that ``text`` is written in."""
        return text.unit(self.figure)


def column(discipline) -> int:
    """The number of a discipline's column: ``None`` and ``"all"`` are the total, ``"cross"`` has no discipline."""
    if discipline is None or discipline == "all":
        return ALL
    if discipline == "cross":
        return CROSS
    return getattr(discipline, "pk", discipline)


@dataclass(frozen=True)
class Table:
    """Values by figure, discipline and window. The first window is the asked one, the second the one before it."""

    keys: tuple[str, ...]
    trends: tuple[str, ...]
    windows: tuple[Window | None, ...]
    cells: dict[tuple[str, int, int], tuple[int, int]]
    computed_at: datetime.datetime

    @property
    def period(self) -> Period:
        """The asked period."""
        return self.windows[NOW].period

    @property
    def as_of(self) -> datetime.date:
        """The asked cut-off."""
        return self.windows[NOW].as_of

    @property
    def period_before(self) -> Period | None:
        """The period before, where it was asked for and anything happened in it; what merely stands does not tell."""
        window = self.windows[PREVIOUS]
        happened = any(index == PREVIOUS and figures[key].kind == "flow" for key, index, _place in self.cells)
        return window.period if window and happened else None

    def value(self, key: str, discipline=None) -> FigureValue:
        """The figure for the asked period, with the value before it where that was asked."""
        found = self._value(key, discipline, NOW)
        if self.windows[PREVIOUS] is None:
            return found
        return replace(found, previous=self._value(key, discipline, PREVIOUS).value)

    def trend(self, key: str, discipline=None) -> list[FigureValue]:
        """The figure point by point: months, or years for a long period."""
        if key not in self.trends:
            raise KeyError(f"the trend of {key!r} was not asked for")
        return [self._value(key, discipline, index) for index in range(TREND, len(self.windows))]

    def months(self, key: str, discipline=None) -> list[tuple[Period, Number | None]]:
        """The trend as bare pairs of period and value, as charts take it."""
        return [(point.period, point.value) for point in self.trend(key, discipline)]

    def _value(self, key: str, discipline, index: int) -> FigureValue:
        if key not in self.keys:
            raise KeyError(f"{key!r} was not asked for")
        figure, window = figures[key], self.windows[index]
        if not figure.is_ratio:
            value = self._number(figure, column(discipline), index)
            return FigureValue(key, value, window.period, window.as_of, discipline)
        measure = figure.measure
        parts = [
            self._number(figures[part], column(discipline), index) for part in (measure.numerator, measure.denominator)
        ]
        return FigureValue(key, _divide(measure, *parts), window.period, window.as_of, discipline, *parts)

    def _number(self, figure: Figure, place: int, index: int) -> Number | None:
        rows, amount = self.cells.get((figure.key, index, place), (0, 0))
        if figure.empty and not rows:
            return None
        places = places_of(figure)
        return Decimal(amount).scaleb(-places) if places else amount


def places_of(figure: Figure) -> int:
    """How many decimals the figure's sums keep."""
    if isinstance(figure.measure, Contribution):
        return figure.measure.places
    if isinstance(figure.measure, Sum):
        return getattr(resolve(figure, figure.measure.path), "decimal_places", 0)
    return 0


def _divide(measure, numerator: Number | None, denominator: Number | None) -> Decimal | None:
    if numerator is None or not denominator:
        return None
    exact = Decimal(numerator) * measure.scale / Decimal(denominator)
    return exact.quantize(Decimal(1).scaleb(-measure.places), ROUND_HALF_UP)
