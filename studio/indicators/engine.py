"""Hands out figures: a table of values, everything asked of one model in one query, or the rows behind a figure."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from studio.core.periods import Period

from .counting import contribution, count, dated_rows, place
from .registry import figures
from .table import ALL, Table, column
from .windows import window, windows_of


def rows(key: str, studio, period: Period, discipline=None, as_of=None) -> QuerySet:
    """The records behind a figure; for a ratio, those of its denominator.

    Where they are summed, each carries its part of the sum as ``contribution``.
    """
    figure = figures[key].counted
    where, seen = column(discipline), window(period, as_of)
    found = dated_rows(figure, studio, seen).filter(figure.counting(seen.period, seen.as_of))
    if where != ALL:
        found = found.alias(_place=place(figure)).filter(_place=where)
    part = contribution(figure, seen)
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
    by_model, with_trend = defaultdict(list), set(_parts(trends))
    for key in _parts((*keys, *trends)):
        by_model[figures[key].model].append(figures[key])
    cells = {}
    for of_model in by_model.values():
        cells |= count(of_model, studio, windows, with_trend)
    return Table(keys, trends, windows, cells, computed_at)


def _parts(keys: Iterable[str]) -> list[str]:
    """The keys to count: a ratio stands for its two figures."""
    parts = {}
    for key in keys:
        measure = figures[key].measure
        names = (measure.numerator, measure.denominator) if figures[key].is_ratio else (key,)
        parts.update(dict.fromkeys(names))
    return list(parts)
