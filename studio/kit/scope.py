"""The period and discipline a person looks at: read from the address, kept while moving between functions."""

from functools import cached_property, lru_cache
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.core.periods import InvalidPeriod, Period

CROSS = "cross"
YEARS_SHOWN = 8


class Scope:
    """``?period=2021-H1&discipline=electrical``; what cannot be read is told in ``errors`` and left out.

    The window of a figure (``from`` and ``to``) counts as the period, so it stays when the person moves on.
    """

    def __init__(self, query, studio=None):
        self.studio = studio
        self.errors: list[str] = []
        self.period = self._period(query)
        self.asked = query.get("discipline", "")

    def _period(self, query):
        text, start, end = (query.get(name, "") for name in ("period", "period_from", "period_to"))
        if query.get("figure") and not text:
            return self._window(query)
        try:
            if text:
                return Period.of(text)
            return Period.between(start, end) if start or end else None
        except InvalidPeriod as problem:
            self.errors.append(str(problem))
            return None

    @staticmethod
    def _window(query):
        """The list itself tells when a figure's window cannot be read."""
        try:
            return Period.between(query.get("from", ""), query.get("to", ""))
        except InvalidPeriod:
            return None

    @cached_property
    def disciplines(self) -> list[Discipline]:
        """All disciplines in their order (one query a request)."""
        return list(Discipline.objects.order_by("order", "pk"))

    @cached_property
    def discipline(self):
        """A ``Discipline``, ``"cross"`` for records without one, or ``None`` for all."""
        if self.asked in ("", "all"):
            return None
        if self.asked == CROSS:
            return CROSS
        found = next((one for one in self.disciplines if self.asked in (one.key, str(one.pk))), None)
        if found is None:
            self.errors.append(_("There is no such discipline; all are shown."))
        return found

    @property
    def discipline_id(self):
        """What the engine of figures takes: a primary key, ``"cross"``, or ``None``."""
        return getattr(self.discipline, "pk", self.discipline)

    def narrow(self, rows, period_field: str = ""):
        """``rows`` of the period (by ``period_field``) and of the discipline (by the model's ``discipline_path``)."""
        if self.period and period_field:
            rows = rows.filter(**{f"{period_field}__range": (self.period.start, self.period.end)})
        path = getattr(rows.model, "discipline_path", None)
        if self.discipline and path:
            rows = rows.filter(**{path: None if self.discipline == CROSS else self.discipline})
        return rows

    @property
    def query(self) -> str:
        """The part of an address that keeps the scope, with its question mark; empty when nothing is chosen."""
        kept = {
            "period": self.period.key if self.period else "",
            "discipline": getattr(self.discipline, "key", self.discipline) or "",
        }
        kept = {key: value for key, value in kept.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def years(self) -> list[list[tuple]]:
        """Rows of the period picker, newest first: key, short and full name of a year, its halves and quarters."""
        this_year = timezone.localdate().year
        founded = getattr(self.studio, "founded_on", None)
        first = max(founded.year if founded else 0, this_year - YEARS_SHOWN + 1)
        return [year_row(year, get_language()) for year in range(this_year, min(first, this_year) - 1, -1)]


@lru_cache(maxsize=64)
def year_row(year: int, language: str) -> list[tuple]:
    """Key, short and full name of each period of a year; ``language`` keeps the languages apart."""
    halves = [Period.half(year, number) for number in (1, 2)]
    quarters = [Period.quarter(year, number) for number in (1, 2, 3, 4)]
    short = [str(year), _("H1"), _("H2"), _("Q1"), _("Q2"), _("Q3"), _("Q4")]
    periods = [Period.year(year), *halves, *quarters]
    return [(one.key, name, one.label) for one, name in zip(periods, short, strict=True)]


def scope_of(request) -> Scope:
    """The request's scope, made once."""
    if not hasattr(request, "_scope"):
        request._scope = Scope(request.GET, getattr(request, "studio", None))
    return request._scope
