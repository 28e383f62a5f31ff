"""Computes the figures: everything asked of one model in one query, and the rows behind a figure as a query set.

The query is a UNION ALL of grouped selects, a few per figure, so the number of queries depends on nothing but the
number of models. Decimals are summed as whole numbers of their last place, because SQLite would add them as floats.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.db.models import Expression, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Round
from django.utils import timezone

from studio.core.periods import Period

from .measures import Contribution, CountDistinct, Sum
from .registry import Figure, figures
from .table import ALL, CROSS, Table, column, places_of
from .windows import TREND, Window, window, windows_of

# SQLite takes at most 500 selects in one statement; only trends of many years over many stocks come near.
MOST_SELECTS = 400


def rows(key: str, studio, period: Period, discipline=None, as_of=None) -> QuerySet:
    """The records behind a figure; for a ratio, those of its denominator.

    Where they are summed, each carries its part of the sum as ``contribution``.
    """
    figure = figures[key].counted
    place, seen = column(discipline), window(period, as_of)
    found = _rows(figure, studio, seen)
    if place != ALL:
        found = found.alias(_place=_place(figure)).filter(_place=place)
    part = _contribution(figure, seen)
    return found if part is None else found.annotate(contribution=part)


def compute(
    studio,
    period: Period,
    keys: Iterable[str] | None = None,
    *,
    as_of=None,
    previous: bool = False,
    months: bool | Iterable[str] = False,
) -> Table:
    """The figures ``keys`` (all unless given) of ``studio`` for ``period``, in total and by discipline.

    ``previous`` adds the period before. ``months`` adds the trend: True, or the keys that need it.
    """
    computed_at = timezone.now()
    keys = tuple(figures.keys() if keys is None else dict.fromkeys(keys))
    trends = keys if months is True else tuple(months or ())
    windows = windows_of(period, as_of, previous=previous, points=bool(trends))
    counted, with_trend = _parts(keys), set(_parts(trends))
    selects = defaultdict(list)
    for number, key in enumerate(counted):
        selects[figures[key].model] += _selects(figures[key], number, studio, windows, key in with_trend)
    cells = {}
    for of_model in selects.values():
        for number, index, place, found, amount in _fetch(of_model):
            cells[counted[number], index, place] = (found, int(amount or 0))
    return Table(keys, trends, windows, _with_totals(cells), computed_at)


def _parts(keys: Iterable[str]) -> list[str]:
    """The keys to query: a ratio stands for its two figures."""
    parts = {}
    for key in keys:
        measure = figures[key].measure
        names = (measure.numerator, measure.denominator) if figures[key].is_ratio else (key,)
        parts.update(dict.fromkeys(names))
    return list(parts)


def _selects(figure: Figure, number: int, studio, windows: tuple[Window | None, ...], trend: bool) -> list[QuerySet]:
    """The grouped selects of one figure: one per window, but all points of a plain flow together."""
    depends_on_window = callable(figure.where) or isinstance(figure.measure, Contribution)
    together = figure.kind == "flow" and not depends_on_window
    each = [index for index, seen in enumerate(windows) if seen and (index < TREND or (trend and not together))]
    found = [(_rows(figure, studio, windows[index]), Value(index), windows[index]) for index in each]
    if trend and together:
        points = Window(Period(windows[TREND].period.start, windows[-1].period.end), windows[-1].as_of)
        found.append((_rows(figure, studio, points), _point(figure, windows), points))
    places = [_place(figure)]
    if isinstance(figure.measure, CountDistinct) and figure.discipline:
        places.append(Value(ALL))  # different people of two disciplines may be the same person
    return [
        source.order_by()
        .values(figure_=Value(number), index_=index, place_=place)
        .annotate(**_amount(figure, seen))
        .values_list("figure_", "index_", "place_", "rows_", "amount_")
        for source, index, seen in found
        for place in places
    ]


def _fetch(selects: list[QuerySet]):
    for start in range(0, len(selects), MOST_SELECTS):
        first, *others = selects[start : start + MOST_SELECTS]
        yield from first.union(*others, all=True) if others else first


def _with_totals(cells: dict) -> dict:
    """Add each figure's total over its columns, unless the database counted it because it does not add up."""
    totals = defaultdict(lambda: (0, 0))
    for (key, index, _column), (found, amount) in cells.items():
        before = totals[key, index, ALL]
        totals[key, index, ALL] = (before[0] + found, before[1] + amount)
    return {**totals, **cells}


def _rows(figure: Figure, studio, seen: Window) -> QuerySet:
    inside = figure.model._default_manager.filter(**{figure.studio: studio})
    return inside.filter(figure.condition(seen.period, seen.as_of))


def _place(figure: Figure) -> Expression:
    """The row's column: its discipline, or none."""
    return Coalesce(F(f"{figure.discipline}_id"), Value(CROSS)) if figure.discipline else Value(CROSS)


def _point(figure: Figure, windows: tuple[Window | None, ...]) -> Expression:
    """The number of the trend's point that a row's date lies in; the points follow each other without a gap."""
    dated = [
        models.When(**{f"{figure.date}__lte": seen.period.end}, then=Value(index))
        for index, seen in enumerate(windows)
        if index >= TREND
    ]
    return models.Case(*dated)


def _contribution(figure: Figure, seen: Window) -> Expression | None:
    """What one row adds to a sum."""
    match figure.measure:
        case Sum(path):
            return F(path)
        case Contribution(expression):
            return expression(seen.period, seen.as_of)


def _amount(figure: Figure, seen: Window) -> dict[str, Expression]:
    """How many rows have something to say, and what they say together, in units of the last decimal place."""
    if isinstance(figure.measure, CountDistinct):
        path = figure.measure.path
        return {"rows_": models.Count(path), "amount_": models.Count(path, distinct=True)}
    part = _contribution(figure, seen)
    if part is None:
        return {"rows_": models.Count("pk"), "amount_": models.Count("pk")}
    scaled = models.ExpressionWrapper(part * Value(10 ** places_of(figure)), models.DecimalField())
    return {"rows_": models.Count(part), "amount_": models.Sum(Cast(Round(scaled), models.BigIntegerField()))}
