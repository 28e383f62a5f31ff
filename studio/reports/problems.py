"""What the figures say is missing: gaps of functions by discipline, and concerns of the studio as a whole."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.registries import functions_in_order

from .blocks import Cell, Column, Heading, Note, Table
from .registry import concerns
from .text import both, lazystr, named


def problems(context):
    """Two tables, each left out when there is nothing to name; the lead's words on what comes next stand before."""
    gaps = list(_gaps(context))
    found = [] if context.discipline else list(_concerns(context))
    if not gaps and not found:
        return
    yield Note(_("Named by the figures of the period as they were known on the cut-off day."))
    if gaps:
        yield Heading(_("By discipline"))
        yield Table(
            [Column(_("Function"), width=2), Column(_("Discipline"), width=1.6), Column(_("Gap"), width=3)], gaps
        )
    if found:
        yield Heading(_("Studio as a whole"))
        columns = [Column(_("Figure"), width=3)]
        columns += [Column(both(context.before.key), "number")] if context.before else []
        columns += [Column(both(context.period.key), "number"), Column(_("Expected"), width=3)]
        yield Table(columns, found)


def _gaps(context):
    """What the home page's matrix names in a cell; it leads to the rows of the cell's first figure."""
    for function in functions_in_order():
        for discipline in context.disciplines:
            values = context.values(function.headline, discipline)
            if function.gap(values):
                said = both(lazystr(lambda gap=function.gap, values=values: gap(values)))
                url = context.figure(function.headline[0], discipline).url
                yield [function.label, named(discipline), Cell(said, url=url)]


def _concerns(context):
    for one in sorted(concerns, key=lambda concern: concern.order):
        if one.wrong(context.values([one.figure], None)[one.figure]):
            found = context.figure(one.figure)
            yield [found.titled, *([found.before] if context.before else []), found, one.meant]
