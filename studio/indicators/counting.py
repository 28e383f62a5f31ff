"""Counts the figures of one model in one query.

The query is a UNION ALL of grouped selects. Figures that look at rows dated alike share a select, so that a large
table is read once per window and not once per figure. Decimals are summed as whole numbers of their last place,
because SQLite would add them as floats.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.db import models
from django.db.models import Expression, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Round

from studio.core.periods import Period

from .measures import Contribution, CountDistinct, Sum
from .registry import Figure
from .table import ALL, CROSS, places_of
from .windows import TREND, Window

# SQLite takes at most 500 selects in one statement; only long trends of very many stocks come near.
MOST_SELECTS = 400

Windows = tuple[Window | None, ...]
Cells = dict[tuple[str, int, int], tuple[int, int]]


def count(figures: list[Figure], studio, windows: Windows, trends: set[str]) -> Cells:
    """Rows and amount of each figure by window and column; ``trends`` are the keys that need every point."""
    alike = defaultdict(list)
    for figure in figures:
        rest = () if figure.kind == "flow" else (figure.start, figure.end, figure.where)
        alike[figure.kind, figure.studio, figure.date, figure.discipline, *rest].append(figure)
    selects = [select for some in alike.values() for select in _selects(some, figures, studio, windows, trends)]
    cells = {}
    for start in range(0, len(selects), MOST_SELECTS):
        first, *others = selects[start : start + MOST_SELECTS]
        for index, column, *pairs in first.union(*others, all=True) if others else first:
            for figure, found, amount in zip(figures, pairs[::2], pairs[1::2], strict=True):
                if found:
                    cells[figure.key, index, column] = (found, int(amount))
    return _with_totals(cells)


def _selects(alike: list[Figure], figures: list[Figure], studio, windows: Windows, trends: set[str]) -> Iterator:
    """One select per window; all points of a trend together, unless the figure depends on the window."""
    wanted = [figure for figure in alike if figure.key in trends]
    for index, seen in enumerate(windows):
        if seen:
            some = alike if index < TREND else [figure for figure in wanted if _depends_on_window(figure)]
            yield from _grouped(some, figures, studio, Value(index), seen)
    if together := [figure for figure in wanted if not _depends_on_window(figure)]:
        seen = Window(Period(windows[TREND].period.start, windows[-1].period.end), windows[-1].as_of)
        yield from _grouped(together, figures, studio, _point(together[0], windows), seen)


def _depends_on_window(figure: Figure) -> bool:
    return figure.kind != "flow" or callable(figure.where) or isinstance(figure.measure, Contribution)


def _grouped(some: list[Figure], figures: list[Figure], studio, index: Expression, seen: Window) -> Iterator[QuerySet]:
    """The select of ``some`` figures by column, and one over all columns for things that may stand in several."""
    if some:
        yield _select(some, figures, studio, index, place(some[0]), seen)
    distinct = [figure for figure in some if isinstance(figure.measure, CountDistinct) and figure.discipline]
    if distinct:
        yield _select(distinct, figures, studio, index, Value(ALL), seen)


def _select(some: list[Figure], figures: list[Figure], studio, index: Expression, column: Expression, seen: Window):
    """Two result columns for each of the model's ``figures``; those not counted here are 0."""
    amounts, counted = {}, {figure.key for figure in some}
    for number, figure in enumerate(figures):
        rows, amount = _measures(figure, seen) if figure.key in counted else (Value(0), Value(0))
        amounts |= {f"rows_{number}": rows, f"amount_{number}": amount}
    source = dated_rows(some[0], studio, seen)
    if some[0].kind != "flow":  # flows filter each measure instead
        source = source.filter(some[0].counting(seen.period, seen.as_of))
    grouped = source.order_by().values(index_=index, column_=column).annotate(**amounts)
    return grouped.values_list("index_", "column_", *amounts)


def _measures(figure: Figure, seen: Window) -> tuple[Expression, Expression]:
    """How many rows have something to say, and what they say together, in units of the last decimal place."""
    only = (figure.counting(seen.period, seen.as_of) or None) if figure.kind == "flow" else None
    if isinstance(figure.measure, CountDistinct):
        path = figure.measure.path
        return models.Count(path, filter=only), models.Count(path, distinct=True, filter=only)
    part = contribution(figure, seen)
    if part is None:
        return models.Count("pk", filter=only), models.Count("pk", filter=only)
    scaled = models.ExpressionWrapper(part * Value(10 ** places_of(figure)), models.DecimalField())
    whole = Cast(Round(scaled), models.BigIntegerField())
    return models.Count(part, filter=only), models.Sum(whole, filter=only)


def _point(figure: Figure, windows: Windows) -> Expression:
    """The number of the trend's point that a row's date lies in; the points follow each other without a gap."""
    dated = [
        models.When(**{f"{figure.date}__lte": seen.period.end}, then=Value(index))
        for index, seen in enumerate(windows)
        if index >= TREND
    ]
    return models.Case(*dated)


def _with_totals(cells: Cells) -> Cells:
    """Add each figure's total over its columns, unless the database counted it because it does not add up."""
    totals = defaultdict(lambda: (0, 0))
    for (key, index, _column), (found, amount) in cells.items():
        before = totals[key, index, ALL]
        totals[key, index, ALL] = (before[0] + found, before[1] + amount)
    return {**totals, **cells}


def dated_rows(figure: Figure, studio, seen: Window) -> QuerySet:
    """The studio's rows that belong to the window."""
    inside = figure.model._default_manager.filter(**{figure.studio: studio})
    return inside.filter(figure.dated(seen.period, seen.as_of))


def place(figure: Figure) -> Expression:
    """The row's column: its discipline, or none."""
    return Coalesce(F(f"{figure.discipline}_id"), Value(CROSS)) if figure.discipline else Value(CROSS)


def contribution(figure: Figure, seen: Window) -> Expression | None:
    """What one row adds to a sum; ``None`` where rows are counted."""
    match figure.measure:
        case Sum(path):
            return F(path)
        case Contribution(expression):
            return expression(seen.period, seen.as_of)
