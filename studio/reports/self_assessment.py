"""The self-assessment of a briefing: what a scheme marks, with its figures, ready for marks to be written in."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.registries import aspects_in_order, functions_in_order

from .blocks import EMPTY, Column, Heading, Note, Table
from .text import both

MOST_FIGURES = 3  # of an item, as in a cell of the home page


def self_assessment(context):
    """A table for the five functions and one for the assessed aspects, each with a line for its sum.

    A report on one discipline has the first only: rooms and regulations belong to the studio as a whole.
    """
    yield Note(
        _(
            "Full marks come from the assessment scheme. The figures stand here so that each mark can be given beside"
            " its proof."
        )
    )
    yield Heading(_("Functions"))
    yield marks(context, [(one.label, one.headline) for one in functions_in_order()])
    if not context.discipline:
        yield Heading(_("Assessed aspects"))
        yield marks(context, [(one.label, one.figures) for one in aspects_in_order()])


def marks(context, items) -> Table:
    """Items with a row for each of their figures and empty cells for the marks."""
    against = [Column(both(context.before.key), "number")] if context.before else []
    columns = [
        Column(_("Item"), width=2.6),
        Column(_("Figure"), width=3.6),
        *against,
        Column(both(context.period.key), "number"),
        Column(_("Full marks"), "blank", width=1.1),
        Column(_("Own mark"), "blank", width=1.1),
        Column(_("Remarks"), "blank", width=2.4),
    ]
    rows = []
    for label, keys in items:
        for number, key in enumerate(keys[:MOST_FIGURES]):
            found = context.figure(key)
            before = [found.before] if against else []
            rows.append([label if number == 0 else EMPTY, found.titled, *before, found, "", "", ""])
    blank = [EMPTY] * (len(columns) - 1)
    return Table(columns, rows, total=[both(_("Sum")), *blank])
