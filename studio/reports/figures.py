"""Ready-made blocks of figures, so that every chapter shows the same thing the same way."""

from django.utils.translation import gettext_lazy as _

from studio.indicators.registry import figures

from .blocks import Cell, Chart, Column, Series, Table
from .text import both, named


def discipline_table(context, keys, title="", *, cross=True) -> Table:
    """Figures as rows, disciplines as columns, then cross-discipline and all. Every number links to its rows.

    Columns add up, distinct counts and rates excepted; the annex says what each figure counts.
    """
    scopes = list(context.disciplines)
    # A report on one discipline has nothing to compare with.
    scopes += ["cross"] if cross and not context.discipline else []
    columns = [Column(_("Figure"))]
    columns += [Column(context.label(getattr(scope, "pk", scope)), kind="number") for scope in scopes]
    columns += [] if context.discipline else [Column(_("All"), kind="number")]
    return Table(columns, [_figure_row(context, key, scopes) for key in keys], title=title)


def _figure_row(context, key, scopes):
    total = context.figure(key)
    values = [context.figure(key, scope) for scope in scopes]
    label = both(_("%(figure)s (%(unit)s)"), figure=total.label, unit=total.unit) if total.unit else total.label
    return [label, *values] + ([] if context.discipline else [total])


def discipline_chart(context, key, title="") -> Chart:
    """One bar per discipline, in its colour, and one for cross-discipline records when there are any."""
    scopes, values = list(context.disciplines), []
    if not context.discipline and context.figure(key, "cross"):
        scopes.append("cross")
    values = [context.figure(key, scope) for scope in scopes]
    total = context.figure(key)
    return Chart(
        kind="bar",
        title=title or total.label,
        categories=[context.label(getattr(scope, "pk", scope)) for scope in scopes],
        series=[Series(total.label, [one.value for one in values])],
        unit=total.unit,
        format=total.kind,
        colours=[None if scope == "cross" else scope for scope in scopes],
    )


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
