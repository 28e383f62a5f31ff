"""The chapters of the figures sheet: all figures of a function, then of what belongs to none."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from studio.indicators.registry import figures
from studio.organisation.registries import functions_in_order

from .blocks import Cell, Column, Heading, Table
from .figures import FIGURE_WIDTH, discipline_table
from .registry import Chapter, chapter

SHEET = {"figures-sheet"}
FIRST, STEP = 10, 10


def build(keys, context):
    """The figures by discipline, then month by month."""
    yield Heading(_("By discipline"))
    yield discipline_table(context, keys)
    yield Heading(_("By month"))
    yield month_table(context, keys)


def month_table(context, keys) -> Table:
    """Figures as rows, the points of the trend as columns. Distinct counts and rates do not add up to the total."""
    trends = [context.months(key) for key in keys]
    columns = [Column(_("Figure"), width=FIGURE_WIDTH)]
    columns += [Column(point, kind="number") for point, _value in trends[0]] + [Column(_("All"), kind="number")]
    rows = []
    for key, trend in zip(keys, trends, strict=True):
        total = context.figure(key)
        cells = [Cell(value, kind=total.kind) if value is not None else None for _point, value in trend]
        rows.append([total.titled, *cells, total])
    return Table(columns, rows)


def declare() -> None:
    """One chapter per function in its order, then one for the rest."""
    order = FIRST
    for function in functions_in_order():
        keys = [figure.key for figure in figures if figure.function == function.key]
        _chapter(f"figures-{function.key}", function.label, order, keys)
        order += STEP
    rest = [figure.key for figure in figures if not figure.function]
    _chapter("figures-studio", _("Studio, site, regulations and visits"), order, rest)


def _chapter(key, title, order, keys) -> None:
    if keys:
        chapter(Chapter(key, title, order, partial(build, keys), reports=SHEET, written=False))
