"""What a chapter is built from: the studio, the window, the figures, and the records the asking person may see."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from disciplines.models import Discipline
from studio.core.periods import Period
from studio.indicators import engine, links
from studio.indicators.registry import figures

from . import formats
from .blocks import Cell
from .text import Both, both, named


@dataclass(frozen=True)
class Reported:
    """A figure as a report states it. It may stand in a cell; there it is a link to its rows."""

    key: str
    label: Both
    value: Any
    kind: str
    unit: Both
    text: Both
    url: str
    numerator: Any = None
    denominator: Any = None
    before: Any = None  # the value of the period before, as a cell that leads to its rows; None: nothing to compare
    change: Any = None

    @property
    def titled(self) -> Both:
        """The label with its unit, as it heads a row."""
        return both(_("%(figure)s (%(unit)s)"), figure=self.label, unit=self.unit) if self.unit else self.label

    def __bool__(self) -> bool:
        """Whether there is anything to tell: neither "no data" nor zero."""
        return bool(self.value)


class Context:
    """Handed to every chapter's ``build``.

    ``studio``, ``period``, ``discipline`` (a record or None), ``as_of`` (the cut-off day), ``actor`` (the asking
    person, None for the command line) and ``subject`` (the person a report is about, or None) are plain attributes.
    Every figure asked for here is kept for the annex.
    """

    def __init__(self, studio, period, *, discipline=None, as_of: date | None = None, actor=None, subject=None):
        self.studio, self.period, self.discipline, self.actor = studio, period, discipline, actor
        self.subject = subject
        self.as_of = as_of or period.end
        self.used: dict[tuple[str, Any], Any] = {}
        self._trends: dict[str, Any] = {}

    @cached_property
    def _values(self):
        return engine.compute(self.studio, self.period, as_of=self.as_of, previous=True)

    @cached_property
    def before(self) -> Period | None:
        """The period before, where the studio has any records to compare with."""
        return self._values.period_before

    @cached_property
    def disciplines(self) -> list[Discipline]:
        """The disciplines the report speaks of: all in their order, or the one it was asked for."""
        return [self.discipline] if self.discipline else list(Discipline.objects.order_by("order", "pk"))

    def figure(self, key: str, discipline=None) -> Reported:
        """The figure ``key`` of the period, for the whole report or one ``discipline`` (a record, or ``"cross"``)."""
        scope = self._scope(discipline)
        found = self._values.value(key, scope)
        self.used[(key, scope)] = found
        return self._reported(key, scope, found)

    def values(self, keys, discipline) -> dict[str, Any]:
        """The figures ``keys`` of one discipline as the engine gives them, for rules that judge them together."""
        return {key: self._values.value(key, self._scope(discipline)) for key in keys}

    def months(self, key: str, discipline=None) -> list[tuple[Both, Any]]:
        """The figure point by point, as pairs of the month's (in a long period the year's) name and the value."""
        self.figure(key, discipline)
        if key not in self._trends:
            self._trends[key] = engine.compute(self.studio, self.period, [key], as_of=self.as_of, months=[key])
        points = self._trends[key].trend(key, self._scope(discipline))
        return [(_point_name(one.period, self.period), one.value) for one in points]

    def visible(self, model):
        """The studio's records of ``model`` that the asking person sees, of the report's discipline when it has one."""
        rows = model.objects.filter(studio=self.studio)
        if self.actor is not None:
            rows = model.objects.visible_to(self.actor, self.studio)
        path = getattr(model, "discipline_path", None)
        return rows.filter(**{path: self.discipline}) if self.discipline and path else rows

    def _scope(self, discipline):
        chosen = discipline or self.discipline
        if chosen is None:
            return "all"
        return getattr(chosen, "pk", chosen)

    def _reported(self, key, scope, found) -> Reported:
        declared = figures[key]
        kind = declared.format
        discipline = next((one for one in self.disciplines if one.pk == scope), scope)
        url = links.figure_url(key, self.studio, self.period, discipline, self.as_of, reported=found.value)
        return Reported(
            key=key,
            label=both(declared.label),
            value=found.value,
            kind=kind,
            unit=formats.unit_of(kind, declared.unit),
            text=both(_("no data") if found.value is None else formats.number(found.value, kind)),
            url=url,
            numerator=found.numerator,
            denominator=found.denominator,
            before=self._before(key, discipline, found),
            change=None if self.before is None or found.change is None else Cell(found.change, kind=kind),
        )

    def _before(self, key, discipline, found) -> Cell | None:
        """The value of the period before, which leads to its rows."""
        if self.before is None:
            return None
        as_of = self.before.end + (self.as_of - self.period.end)
        url = links.figure_url(key, self.studio, self.before, discipline, as_of, reported=found.previous)
        value = both(_("no data")) if found.previous is None else found.previous
        return Cell(value, url=url, kind=figures[key].format)

    def label(self, scope) -> Both:
        """The name of a column of figures: a discipline's, "cross-discipline", or "all"."""
        if scope == "all":
            return both(_("All"))
        if scope == "cross":
            return both(_("Cross-discipline"))
        return named(next((one for one in self.disciplines if one.pk == scope), None))


def _point_name(point, whole) -> Both:
    """A month's short name, with its year where the period has several."""
    if point.start.month == 1 and point.end.month == 12:
        return both(f"{point.start.year}")
    if whole.start.year != whole.end.year:
        return both(f"{point.start:%Y-%m}")
    return Both(f"{point.start:%b}", f"{point.start.month}月")


@contextmanager
def snapshot():
    """One transaction in which every query sees the same state, so that values and rows of a report agree."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
