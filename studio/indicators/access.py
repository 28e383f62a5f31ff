"""How a figure shows to a person: a link to its rows, a bare number, or not at all."""

from dataclasses import dataclass

from studio.organisation.access import figure_access

from .links import figure_url
from .registry import Figure
from .table import FigureValue


@dataclass(frozen=True)
class Shown:
    """A value as one person may see it: ``url`` is empty for a bare number."""

    value: FigureValue
    url: str = ""


def access(person, studio, figure: Figure) -> str | None:
    """``rows``, ``number`` or ``None``: what the person may see of the figure and of the rows behind it."""
    own = figure_access(person, studio, figure.area)
    if own == "rows" and figure_access(person, studio, figure.counted.area) != "rows":
        return "number"
    return own


def show(person, studio, value: FigureValue) -> Shown | None:
    """The value with its link, the bare value, or ``None`` where it is absent. Asks the database for nothing new."""
    match access(person, studio, value.figure):
        case "rows":
            return Shown(value, figure_url(value.key, studio, value.period, value.discipline, value.as_of))
        case "number":
            return Shown(value)
    return None
