"""Addresses of the rows behind a figure, and reading such an address back."""

import datetime
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.core.periods import InvalidPeriod, Period

from .registry import Figure, figures

PARAMETERS = ("figure", "from", "to", "discipline", "as_of", "reported")
NOTHING_REPORTED = "none"
LONGEST_NUMBER = 30


class BadFigureQuery(BadRequest):
    """A figure's address that cannot be read: which parameter, and what is wrong, in words for people."""

    def __init__(self, parameter: str, text: str):
        super().__init__(f"{parameter}: {text}")
        self.parameter, self.text = parameter, text


def figure_url(key: str, studio, period: Period, discipline=None, as_of=None, reported=...) -> str:
    """The list of the figure's rows; empty for a figure without a list.

    ``reported`` is the value a report gave, ``None`` for "no data".
    """
    rows_list = figures[key].counted.list
    if not rows_list:
        return ""
    query = {"figure": key, "from": period.start, "to": period.end}
    if discipline not in (None, "all"):
        query["discipline"] = getattr(discipline, "key", discipline)
    query["as_of"] = as_of or period.end
    if reported is not ...:
        query["reported"] = NOTHING_REPORTED if reported is None else reported
    return f"{reverse(rows_list, kwargs={'studio': studio.slug})}?{urlencode(query)}"


@dataclass(frozen=True)
class FigureQuery:
    """What an address asks for: a figure in a period, of one discipline or all, as known on a day."""

    figure: Figure
    period: Period
    discipline: Discipline | str | None
    as_of: datetime.date
    was_reported: bool = False
    reported: Decimal | None = None

    @classmethod
    def from_request(cls, request) -> "FigureQuery | None":
        """What the address of ``request`` asks for."""
        return cls.read(request.GET)

    @classmethod
    def read(cls, query) -> "FigureQuery | None":
        """Read a query string; ``None`` when it names no figure; ``BadFigureQuery`` when it cannot be read."""
        if "figure" not in query:
            return None
        texts = {name: query.get(name, "").strip() for name in PARAMETERS}
        figure = figures.get(texts["figure"])
        if figure is None:
            raise BadFigureQuery("figure", _("There is no figure “%(key)s”.") % {"key": texts["figure"][:60]})
        start, end = _day("from", texts["from"]), _day("to", texts["to"])
        as_of = _day("as_of", texts["as_of"]) if texts["as_of"] else end
        try:
            period = Period(start, end)
        except InvalidPeriod as problem:
            raise BadFigureQuery("to" if end < start else "from", str(problem)) from problem
        if as_of < start:
            raise BadFigureQuery("as_of", _("The cut-off lies before the period starts."))
        return cls(figure, period, _discipline(texts["discipline"]), as_of, *_reported(texts["reported"]))


def _day(parameter: str, text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as problem:
        raise BadFigureQuery(
            parameter, _("“%(text)s” is no date. Write it like 2021-10-28.") % {"text": text[:40]}
        ) from problem


def _discipline(text: str) -> Discipline | str | None:
    if text in ("", "all"):
        return None
    if text == "cross":
        return text
    found = Discipline.objects.filter(key=text).first()
    if found is None and text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER // 2:
        found = Discipline.objects.filter(pk=int(text)).first()
    if found is None:
        raise BadFigureQuery("discipline", _("There is no discipline “%(key)s”.") % {"key": text[:40]})
    return found


def _reported(text: str) -> tuple[bool, Decimal | None]:
    if not text:
        return False, None
    if text == NOTHING_REPORTED:
        return True, None
    try:
        number = Decimal(text) if len(text) <= LONGEST_NUMBER else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        raise BadFigureQuery("reported", _("“%(text)s” is no number.") % {"text": text[:40]})
    return True, number
