"""Every number of the product, declared once.

An app's ``indicators.py`` says ``figures.declare(Figure("training.sessions_held", …), …)``. A figure that names a
look-up that does not exist stops the start.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model, Q

from studio.core.periods import Period
from studio.core.registry import Registry

from .measures import Contribution, Count, CountDistinct, Measure, Ratio, Sum
from .validation import check

__all__ = ["Contribution", "Count", "CountDistinct", "Figure", "Ratio", "Sum", "figures"]


@dataclass(frozen=True)
class Figure:
    """A number with its meaning: which rows count, when, for which discipline, and what is measured in them.

    ``kind`` decides the dating:

    * ``flow``: rows whose ``date`` lies in the period, and not after the cut-off;
    * ``stock``: rows in force on the period's last day, from ``start`` to ``end`` (inclusive, null = open), or as
      ``where(period, day)`` says;
    * ``expected``: computed against a calendar or a required list; ``where(period, as_of)`` says all.

    A ratio names two figures and neither model nor dates: its rows are those of its denominator.
    ``where`` is a ``Q`` or, when it depends on the cut-off, a function of ``(period, as_of)``; for a stock, ``as_of``
    is the day it is taken on. A row whose ``discipline`` is null, and every row of a figure without ``discipline``,
    counts as cross-discipline. ``empty`` is True where nothing recorded means "no data" and not 0.
    """

    key: str
    label: str
    unit: str
    definition: str
    kind: str
    area: str
    model: type[Model] | None = None
    where: Q | Callable[[Period, datetime.date], Q] | None = None
    date: str = ""
    start: str = ""
    end: str = ""
    discipline: str | None = None
    measure: Measure = field(default_factory=Count)
    function: str = ""
    list: str = ""
    format: str = "count"
    empty: bool = False

    @property
    def is_ratio(self) -> bool:
        """Whether the value is one figure divided by another."""
        return isinstance(self.measure, Ratio)

    @property
    def counted(self) -> "Figure":
        """The figure whose rows stand behind this one."""
        return figures[self.measure.denominator] if self.is_ratio else self

    @property
    def studio(self) -> str:
        """The look-up to the studio, asked of the record that bears the date.

        A parent and its children belong to one studio; asking the parent lets a database start at its few dated rows
        instead of reading all children of all years.
        """
        parent, _separator, _date = self.date.rpartition("__")
        return f"{parent}__studio" if parent else "studio"

    def day(self, period: Period, as_of: datetime.date) -> datetime.date:
        """The last day that counts: the period's, or the cut-off where that is earlier."""
        return min(period.end, as_of)

    def dated(self, period: Period, as_of: datetime.date) -> Q:
        """Which rows belong to the period, as known on ``as_of``."""
        day, condition = self.day(period, as_of), Q()
        if self.date:
            condition &= Q((f"{self.date}__gte", period.start), (f"{self.date}__lte", day))
        if self.start:
            condition &= Q((f"{self.start}__lte", day))
        if self.end:
            condition &= Q((f"{self.end}__isnull", True)) | Q((f"{self.end}__gte", day))
        return condition

    def counting(self, period: Period, as_of: datetime.date) -> Q:
        """Which of those rows count."""
        if callable(self.where):
            return self.where(period, self.day(period, as_of) if self.kind == "stock" else as_of)
        return self.where or Q()


class FigureRegistry(Registry[Figure]):
    """The figures by key; each is checked against the models as it comes."""

    def register(self, key: str, item: Figure) -> Figure:
        check(item, self)
        return super().register(key, item)

    def declare(self, *items: Figure) -> None:
        """Register each figure under its own key. The parts of a ratio come before it."""
        for item in items:
            self.register(item.key, item)


figures = FigureRegistry("figures")
