"""Ready-made blocks of figures, so that every chapter shows the same thing the same way."""

from django.utils.translation import gettext_lazy as _

from studio.indicators.registry import figures

from .blocks import Cell, Chart, Column, Series, Table
from .text import both, is_text, named

FIGURE_WIDTH = 3.0  # a figure's name with its unit, however many columns of numbers follow


def discipline_table(context, keys, title="", *, cross=True) -> Table:
    """Figures as rows, disciplines as columns, then cross-discipline, all, and all of the period before with the
    change. Every number links to its rows.

    Columns add up, distinct counts and rates excepted; the annex says what each figure counts.
    """
    scopes = list(context.disciplines)
    # A report on one discipline has nothing to compare with.
    scopes += ["cross"] if cross and not context.discipline else []
    columns = [Column(_("Figure"), width=FIGURE_WIDTH)]
    columns += [Column(context.label(getattr(scope, "pk", scope)), kind="number") for scope in scopes]
    columns += [] if context.discipline else [Column(_("All"), kind="number")]
    if context.before:
        columns += [Column(both(context.before.key), kind="number"), Column(_("Change"), kind="number")]
    return Table(columns, [_figure_row(context, key, scopes) for key in keys], title=title)


def change_table(context, keys) -> Table:
    """Figures of the whole report; where there is a period before, beside their values of then, with the change."""
    found, head = [context.figure(key) for key in keys], Column(_("Figure"), width=FIGURE_WIDTH)
    now = Column(both(context.period.key), kind="number")
    if not context.before:
        return Table([head, now], [[one.titled, one] for one in found])
    columns = [head, Column(both(context.before.key), kind="number"), now, Column(_("Change"), kind="number")]
    return Table(columns, [[one.titled, one.before, one, one.change] for one in found])


def _figure_row(context, key, scopes):
    total = context.figure(key)
    values = [context.figure(key, scope) for scope in scopes]
    against = [total.before, total.change] if context.before else []
    return [total.titled, *values] + ([] if context.discipline else [total]) + against


def discipline_chart(context, key, title="") -> Chart:
    """One bar per discipline, in its colour, and one for cross-discipline records when there are any.

    Where there is a period before, each stands beside its bar of then, both in the colours of the periods.
    """
    scopes, total = list(context.disciplines), context.figure(key)
    if not context.discipline and _counted(context.figure(key, "cross")):
        scopes.append("cross")
    values = [context.figure(key, scope) for scope in scopes]
    series = [Series(total.label, [one.value for one in values])]
    colours = [None if scope == "cross" else scope for scope in scopes]
    if context.before:
        series, colours = periods(context, values), None
    return Chart(
        kind="bar",
        title=title or total.label,
        categories=[context.label(getattr(scope, "pk", scope)) for scope in scopes],
        series=series,
        unit=total.unit,
        format=total.kind,
        colours=colours,
    )


def periods(context, found: list) -> list[Series]:
    """The values of the report's period as a series, after those of the period before where there is one."""
    now = Series(context.period.key, [one.value for one in found], "now")
    if not context.before:
        return [now]
    then = [None if is_text(one.before.value) else one.before.value for one in found]
    return [Series(context.before.key, then, "before"), now]


def _counted(found) -> bool:
    """Whether there is anything to draw, now or before."""
    return bool(found) or (found.before is not None and not is_text(found.before.value) and bool(found.before.value))


def month_chart(context, key, title="") -> Chart:
    """The figure month by month, stacked by discipline (a rate, which does not add up, as one line)."""
    whole = context.figure(key)
    pairs = context.months(key)
    parts = [
        Series(named(one), [value for _month, value in context.months(key, one)], discipline=one)
        for one in context.disciplines
    ]
    if not context.discipline and context.figure(key, "cross"):
        cross = [value for _month, value in context.months(key, "cross")]
        parts.append(Series(context.label("cross"), cross, discipline="cross"))
    adds_up = whole.kind not in ("percent",) and figures[key].kind == "flow"
    return Chart(
        kind="stacked" if adds_up else "line",
        title=title or whole.label,
        categories=[month for month, _value in pairs],
        series=parts if adds_up else [Series(whole.label, [value for _month, value in pairs])],
        unit=whole.unit,
        format=whole.kind,
    )


def linked(value, studio_url: str) -> Cell:
    """A cell that leads to a record's page in the product."""
    return Cell(value, url=studio_url)
