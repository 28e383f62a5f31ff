"""What a chapter is built from: the studio, the window, the figures, and the records the asking person may see."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from disciplines.models import Discipline
from studio.indicators import engine, links
from studio.indicators.registry import figures

from . import formats
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

    def __bool__(self) -> bool:
        """Whether there is anything to tell: neither "no data" nor zero."""
        return bool(self.value)


class Context:
    """Handed to every chapter's ``build``.

    ``studio``, ``period``, ``discipline`` (a record or None), ``as_of`` (the cut-off day) and ``actor`` (the asking person,
    None for the command line) are plain attributes. Every figure asked for here is kept for the annex.
    """

    def __init__(self, studio, period, *, discipline=None, as_of: date | None = None, actor=None):
        self.studio, self.period, self.discipline, self.actor = studio, period, discipline, actor
        self.as_of = as_of or period.end
        self.used: dict[tuple[str, Any], Any] = {}

    @cached_property
    def _values(self):
        return engine.compute(self.studio, self.period, as_of=self.as_of)

    @cached_property
    def _months(self):
        return engine.compute(self.studio, self.period, as_of=self.as_of, months=True)

    @cached_property
    def disciplines(self) -> list[Discipline]:
        """The disciplines the report speaks of: all in their order, or the one it was asked for."""
        return [self.discipline] if self.discipline else list(Discipline.objects.order_by("order", "pk"))

    def figure(self, key: str, discipline=None) -> Reported:
        """The figure ``key`` of the period, for the whole report or for one ``discipline`` (a record, or ``"cross"``)."""
        scope = self._scope(discipline)
        found = self._values.value(key, scope)
        self.used[(key, scope)] = found
        return self._reported(key, scope, found)

    def months(self, key: str, discipline=None) -> list[tuple[Both, Any]]:
        """The figure's value month by month, as pairs of the month's name and the value."""
        scope = self._scope(discipline)
        self.figure(key, discipline)
        return [(both(f"{month.start:%Y-%m}"), value) for month, value in self._months.months(key, scope)]

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
        text = both(_("no data")) if found.value is None else formats.shown(found.value, kind)
        discipline = None if scope == "all" else scope
        url = links.figure_url(key, self.studio, self.period, discipline, self.as_of, reported=found.value)
        return Reported(
            key=key,
            label=both(declared.label),
            value=found.value,
            kind=kind,
            unit=formats.unit_of(kind, declared.unit),
            text=text,
            url=url or "",
            numerator=getattr(found, "numerator", None),
            denominator=getattr(found, "denominator", None),
        )

    def label(self, scope) -> Both:
        """The name of a column of figures: a discipline's, "cross-discipline", or "all"."""
        if scope == "all":
            return both(_("All"))
        if scope == "cross":
            return both(_("Cross-discipline"))
        return named(next((one for one in self.disciplines if one.pk == scope), None))
