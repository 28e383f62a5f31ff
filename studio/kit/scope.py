"""The period and discipline a person looks at: read from the address, kept while moving between functions."""

from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.core.periods import InvalidPeriod, Period

CROSS = "cross"


class Scope:
    """``?period=2021-H1&discipline=electrical``; what cannot be read is told in ``errors`` and left out."""

    def __init__(self, query, studio=None):
        self.studio = studio
        self.errors: list[str] = []
        self.period = self._period(query)
        self.asked = query.get("discipline", "")

    def _period(self, query):
        text, start, end = (query.get(name, "") for name in ("period", "period_from", "period_to"))
        try:
            if text:
                return Period.of(text)
            return Period.between(start, end) if start or end else None
        except InvalidPeriod as problem:
            self.errors.append(str(problem))
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
    def years(self) -> list[list[Period]]:
        """Rows of the period picker: each year with its halves and quarters, newest first."""
        today = timezone.localdate()
        founded = getattr(self.studio, "founded_on", None) or date(today.year - 7, 1, 1)
        first = max(founded.year, today.year - 7)
        return [
            [Period.year(year)]
            + [Period.half(year, number) for number in (1, 2)]
            + [Period.quarter(year, number) for number in (1, 2, 3, 4)]
            for year in range(today.year, min(first, today.year) - 1, -1)
        ]


def scope_of(request) -> Scope:
    """The request's scope, made once."""
    if not hasattr(request, "_scope"):
        request._scope = Scope(request.GET, getattr(request, "studio", None))
    return request._scope
