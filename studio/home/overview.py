"""What the home page shows: headline figures, the matrix of disciplines and functions, and the assessed aspects."""

from dataclasses import dataclass

from disciplines.models import Discipline
from studio.core.periods import Period
from studio.core.text import labelled
from studio.indicators import cache
from studio.indicators.access import Shown, access, show
from studio.indicators.engine import compute
from studio.indicators.table import FigureValue, Table
from studio.indicators.text import number, shown, unit
from studio.indicators.windows import PREVIOUS
from studio.organisation.models import Honour, Person, Studio
from studio.organisation.registries import Aspect, Function, aspects_in_order, functions_in_order

STANDING = ("members", "honours")
MOST_IN_CELL = 3
SPARK_WIDTH, SPARK_HEIGHT = 96, 24


@dataclass(frozen=True)
class Headline:
    """A figure of the whole studio with its change against the previous period."""

    shown: Shown
    previous: Period | None

    @property
    def direction(self) -> str:
        """``up``, ``down``, ``same``, or empty when there is nothing to compare with; what reads as 0 is the same."""
        change, kind = self.shown.value.change, self.shown.value.figure.format
        if change is None:
            return ""
        if self.change == number(0, kind):
            return "same"
        return "up" if change > 0 else "down"

    @property
    def change(self) -> str:
        """How much, without sign, in the figure's own form."""
        return number(abs(self.shown.value.change), self.shown.value.figure.format)


@dataclass(frozen=True)
class Cell:
    """One function in one discipline: its first figure, the others, the trend line and what is missing."""

    function: Function
    main: Shown
    others: list[Shown]
    spark: str
    gap: str


@dataclass(frozen=True)
class Row:
    """A discipline (``None``: cross-discipline, or the whole studio) with a cell per function."""

    discipline: Discipline | None
    kind: str
    cells: list[Cell | None]


@dataclass(frozen=True)
class AspectCard:
    """An assessed aspect of the whole studio: its first figure with change, the others, the chart of its trend."""

    aspect: Aspect
    main: Headline
    others: list[Shown]
    chart: dict


@dataclass(frozen=True)
class Picture:
    """What the page needs of the database, kept together for a minute; nothing in it depends on who looks."""

    table: Table
    disciplines: list[Discipline]
    honours: list[Honour]


def picture_of(studio: Studio, period: Period) -> Picture:
    """The studio's picture of a period, out of the cache where it is younger than a minute."""
    trends = tuple(one.trend for one in (*functions_in_order(), *aspects_in_order()))

    def build() -> Picture:
        return Picture(
            compute(studio, period, previous=True, months=trends),
            list(Discipline.objects.all()),
            list(Honour.objects.filter(studio=studio).in_force(period.end)),
        )

    return cache.remember(studio, f"home:{cache.table_name(period, trends=trends)}", build)


class Overview:
    """The home page of ``studio`` in ``period`` as ``person`` may see it, narrowed to ``discipline`` if given."""

    def __init__(self, person: Person, studio: Studio, period: Period, picture: Picture, discipline=None):
        self.person, self.studio, self.period = person, studio, period
        self.disciplines, self.discipline = picture.disciplines, discipline
        self.functions = functions_in_order()
        self.table = picture.table

    def _show(self, key: str, discipline=None) -> Shown | None:
        return show(self.person, self.studio, self.table.value(key, discipline))

    @property
    def compared(self) -> Period | None:
        """The period before this one, which every change on the page is against."""
        before = self.table.windows[PREVIOUS]
        return before and before.period

    def _headline(self, shown: Shown) -> Headline:
        return Headline(shown, self.compared)

    def headlines(self) -> list[Headline]:
        """Standing figures, then what each function features; those closed to the person are left out."""
        keys = [*STANDING]
        for function in self.functions:
            keys += function.featured or function.headline[:1]
        shown = [self._show(key, self.discipline) for key in dict.fromkeys(keys)]
        return [self._headline(one) for one in shown if one]

    def aspects(self) -> list[AspectCard]:
        """The assessed aspects, of the studio as a whole; a room or a rule belongs to no discipline."""
        cards = []
        for aspect in aspects_in_order():
            main, *others = [self._show(key) for key in aspect.figures]
            if main and access(self.person, self.studio, self.table.value(aspect.trend).figure):
                others = [one for one in others if one]
                cards.append(AspectCard(aspect, self._headline(main), others, self._aspect_chart(aspect)))
        return cards

    def _aspect_chart(self, aspect: Aspect) -> dict:
        points = self.table.trend(aspect.trend)
        label = str(self.table.value(aspect.trend).figure.label)
        series = [{"name": label, "values": [_plain(point) for point in points], "color": "primary"}]
        return self._chart(f"aspect-{aspect.key}", aspect.trend, label, series, kind="bar")

    def _chart(self, key: str, trend: str, title: str, series: list[dict], kind: str) -> dict:
        """A chart as its part of the page and the script read it."""
        months = [point.period for point in self.table.trend(trend)]
        labels, axis = [one.label for one in months], [f"{one.start:%Y-%m}" for one in months]
        figure = self.table.value(trend).figure
        whole = figure.format not in ("percent", "money", "hours", "minutes")
        return {"id": key, "title": title, "unit": unit(figure), "kind": kind, "labels": labels, "axis": axis,
                "series": series, "whole": whole}  # fmt: skip

    def rows(self) -> list[Row]:
        """The matrix: a row per discipline, one for what has none, and the studio as a whole."""
        if self.discipline == "cross":
            return [self._row(None, "cross", "cross")]
        if self.discipline:
            return [self._row(self.discipline, "discipline", self.discipline)]
        rows = [self._row(one, "discipline", one) for one in self.disciplines]
        return [*rows, self._row(None, "cross", "cross"), self._row(None, "all", None)]

    def _row(self, discipline: Discipline | None, kind: str, column) -> Row:
        return Row(discipline, kind, [self._cell(function, column, kind) for function in self.functions])

    def _cell(self, function: Function, column, kind: str) -> Cell | None:
        main, *others = [self._show(key, column) for key in function.headline[:MOST_IN_CELL]]
        if main is None:
            return None
        values = {key: self.table.value(key, column) for key in function.headline}
        gap = (function.gap(values) or "") if kind == "discipline" else ""
        spark = sparkline(self.table.trend(function.trend, column))
        return Cell(function, main, [one for one in others if one], spark, gap)

    def trends(self) -> list[dict]:
        """Per function the trend figure by discipline."""
        charts = []
        for function in self.functions:
            figure = self.table.value(function.trend).figure
            if access(self.person, self.studio, figure):
                series = [self._series(function.trend, one) for one in self._charted()]
                title = labelled(function.label, figure.label)
                charts.append(self._chart(f"trend-{function.key}", function.trend, title, series, kind="stack"))
        return charts

    def _charted(self) -> list[Discipline]:
        return [self.discipline] if isinstance(self.discipline, Discipline) else self.disciplines

    def _series(self, key: str, discipline: Discipline) -> dict:
        values = [_plain(value) for value in self.table.trend(key, discipline)]
        return {"name": discipline.display_name, "values": values, "color": discipline.key}


def _plain(value: FigureValue) -> float | None:
    return None if value.value is None else float(shown(value.value, value.figure.format))


def sparkline(points: list[FigureValue]) -> str:
    """The ``points`` of an SVG polyline, 96 × 24; empty when there is no line to draw."""
    values = [float(point.value or 0) for point in points]
    top = max(values, default=0)
    if len(values) < 2 or not top:
        return ""
    step = SPARK_WIDTH / (len(values) - 1)
    return " ".join(
        f"{index * step:.1f},{SPARK_HEIGHT - 2 - value / top * (SPARK_HEIGHT - 4):.1f}"
        for index, value in enumerate(values)
    )
