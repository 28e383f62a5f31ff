"""A list opened from a figure: exactly its rows, and a banner that says what is counted."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.core.exceptions import PermissionDenied

from studio.indicators import engine
from studio.indicators.access import access
from studio.indicators.links import BadFigureQuery, FigureQuery
from studio.indicators.text import number

__all__ = ["BadFigureQuery", "FigureWindow"]


@dataclass(frozen=True)
class FigureWindow:
    """``?figure=KEY&from=&to=&discipline=&as_of=&reported=`` of a list's address."""

    asked: FigureQuery

    @classmethod
    def read(cls, query) -> "FigureWindow | None":
        """The window of the address, ``None`` when it has none; raises ``BadFigureQuery``."""
        asked = FigureQuery.from_request(SimpleNamespace(GET=query))
        return cls(asked) if asked else None

    @property
    def figure(self):
        return self.asked.figure

    @property
    def model(self):
        """What the figure counts."""
        return self.figure.counted.model

    def rows(self, person, studio):
        """The figure's rows, for whoever may see all of them."""
        if access(person, studio, self.figure) != "rows":
            raise PermissionDenied
        asked = self.asked
        return engine.rows(self.figure.key, studio, asked.period, asked.discipline, asked.as_of)

    def banner(self, studio) -> dict:
        """Name, value today, definition and window, and what a report said."""
        asked = self.asked
        table = engine.compute(studio, asked.period, [self.figure.key], as_of=asked.as_of)
        value = table.value(self.figure.key, asked.discipline)
        return {
            "figure": self.figure,
            "value": value,
            "window": asked.period.label,
            "as_of": asked.as_of if asked.as_of != asked.period.end else None,
            "discipline": asked.discipline,
            "reported": number(asked.reported, self.figure.format),
            "was_reported": asked.was_reported,
            "differs": asked.was_reported and asked.reported != value.value,
        }
