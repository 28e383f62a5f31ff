"""A list shown as the rows behind a figure: which rows, today's value, and the value a report gave."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from . import text
from .access import access
from .engine import compute, rows
from .links import BadFigureQuery, FigureQuery
from .table import FigureValue


@dataclass(frozen=True)
class AppliedFigure:
    """What a list needs to show a figure's rows and the line above them."""

    studio: object
    query: FigureQuery
    value: FigureValue

    @property
    def figure(self):
        """The declaration: label, unit, definition."""
        return self.query.figure

    @property
    def changed(self) -> bool:
        """Whether a report gave another value than today's."""
        return self.query.was_reported and self.query.reported != self.value.value

    @property
    def reported(self) -> str:
        """The value of the report, for people; empty when no report led here."""
        return text.number(self.query.reported, self.figure.format) if self.query.was_reported else ""

    @property
    def text(self) -> str:
        """The value in one line: "reported 41, now 42" where it changed."""
        if self.changed:
            return _("reported %(reported)s, now %(now)s") % {"reported": self.reported, "now": self.value.text}
        return self.value.text

    def rows(self) -> QuerySet:
        """The figure's rows."""
        query = self.query
        return rows(self.figure.key, self.studio, query.period, query.discipline, query.as_of)

    def filter(self, queryset: QuerySet) -> QuerySet:
        """Those of a list's rows that count in the figure."""
        found = self.rows()
        if found.model is not queryset.model:
            raise BadFigureQuery("figure", _("This list does not hold the rows of that figure."))
        return queryset.filter(pk__in=found.order_by().values("pk"))


def apply(request, studio) -> AppliedFigure | None:
    """The figure that the address of a list names, or ``None``; refuses who may not see all of its rows."""
    query = FigureQuery.from_request(request)
    if query is None:
        return None
    if access(request.user, studio, query.figure) != "rows":
        raise PermissionDenied(_("Your roles show this figure without its records."))
    now = compute(studio, query.period, [query.figure.key], as_of=query.as_of)
    return AppliedFigure(studio, query, now.value(query.figure.key, query.discipline))
