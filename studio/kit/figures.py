"""A list opened from a figure: exactly its rows, and a banner that says what is counted."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from studio.core.periods import InvalidPeriod, Period
from studio.indicators import engine
from studio.indicators.registry import figures
from studio.indicators.text import number
from studio.organisation.access import figure_access


class NoFigure(ValueError):
    """The address names no figure that can be shown; its message is written for people."""


@dataclass(frozen=True)
class FigureWindow:
    """``?figure=KEY&from=&to=&discipline=&as_of=&reported=`` of a list's address."""

    key: str
    period: Period
    discipline: object
    as_of: date | None
    reported: str

    @classmethod
    def read(cls, query, scope) -> "FigureWindow | None":
        """The window of the address, ``None`` when it has none; raises ``NoFigure``."""
        key = query.get("figure", "")
        if not key:
            return None
        if key not in figures:
            raise NoFigure(_("There is no figure of this name; the whole list is shown."))
        try:
            period = Period.between(query.get("from", ""), query.get("to", ""))
            cut = query.get("as_of", "")
            as_of = Period.between(cut, cut).start if cut else None
        except InvalidPeriod as problem:
            raise NoFigure(str(problem)) from problem
        return cls(key, period, scope.discipline_id, as_of, query.get("reported", "")[:30])

    @property
    def figure(self):
        return figures[self.key]

    def rows(self, person, studio):
        """The figure's rows, for whoever may see all of them."""
        if figure_access(person, studio, self.figure.area) != "rows":
            raise PermissionDenied
        return engine.rows(self.key, studio, self.period, self.discipline, self.as_of)

    def banner(self, studio) -> dict:
        """Name, value today, definition and window; how it differs from what a report said."""
        table = engine.compute(studio, self.period, [self.key], as_of=self.as_of)
        value = table.value(self.key, self.discipline)
        return {
            "figure": self.figure,
            "value": value,
            "window": self.period.label,
            "as_of": table.as_of,
            "reported": self.reported,
            "differs": bool(self.reported) and self._differs(value),
        }

    def _differs(self, value) -> bool:
        return self.reported.replace(",", "") not in (str(value.value), value.text.replace(",", ""))


__all__ = ["FigureWindow", "NoFigure", "number"]
