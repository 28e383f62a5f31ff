"""A person's whole file as a sheet: one line per fact."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from studio.organisation.registries import functions


@dataclass(frozen=True)
class Head:
    """A column of the sheet."""

    label: str
    kind: str = "text"
    unit: str = ""


def heads() -> list[Head]:
    return [
        Head(_("From"), "date"),
        Head(_("To"), "date"),
        Head(_("Function")),
        Head(_("What")),
        Head(_("Title")),
        Head(_("Belongs to")),
        Head(_("Result")),
        Head(_("Number"), "number"),
        Head(pgettext("of a number", "Unit")),
    ]


def lines(facts):
    """The values of each fact, in the order of the heads."""
    for fact in facts:
        function = functions.get(fact.source.function)
        yield [
            fact.on,
            fact.until,
            str(function.label) if function else _("Studio"),
            str(fact.source.label),
            fact.title,
            fact.about,
            fact.result if fact.result != fact.title else "",
            fact.number,
            str(fact.source.unit) if fact.number is not None else "",
        ]
