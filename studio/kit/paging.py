"""Pages of a long list: numbered while that is cheap, then on by key, so deep pages cost no more than the first."""

import json
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.functional import cached_property

from studio.kit.paths import field_at

SIZE = 50
COUNTED = 10_000
FOUND_COUNTED = 1_000  # where words are searched for, counting costs more than the page


@dataclass(frozen=True)
class Order:
    """Sort by one look-up, rows without a value last, ties by primary key."""

    path: str
    descending: bool = False

    @classmethod
    def of(cls, text: str) -> "Order":
        """``-planned_on`` or ``planned_on``."""
        return cls(text.removeprefix("-"), text.startswith("-"))

    def apply(self, rows):
        if self.path == "pk":
            return rows.order_by("-pk" if self.descending else "pk")
        by = F(self.path)
        nullable = self._nullable(rows.model)
        by = by.desc(nulls_last=nullable or None) if self.descending else by.asc(nulls_last=nullable or None)
        return rows.order_by(by, "-pk" if self.descending else "pk")

    def after(self, rows, value, pk):
        """The rows behind the one with this ``value`` and ``pk``."""
        beyond = "lt" if self.descending else "gt"
        behind = Q(**{f"pk__{beyond}": pk})
        if self.path == "pk":
            return rows.filter(behind)
        if value is None:
            return rows.filter(behind, **{f"{self.path}__isnull": True})
        later = Q(**{f"{self.path}__{beyond}": value}) | (Q(**{self.path: value}) & behind)
        if self._nullable(rows.model):
            later |= Q(**{f"{self.path}__isnull": True})
        return rows.filter(later)

    def _nullable(self, model) -> bool:
        steps = self.path.split("__")
        fields = [field_at(model, "__".join(steps[: n + 1])) for n in range(len(steps))]
        return any(field is not None and field.null for field in fields)


class Pager:
    """One page of ``rows`` (already filtered): finds the primary keys first, then the table reads only those."""

    def __init__(self, rows, order: Order, number="1", after="", size=SIZE, counted=None):
        self.base, self.order, self.size, self.counted = rows, order, size, counted or COUNTED
        self.number = int(number) if str(number).isdecimal() and len(str(number)) < 7 and int(number) else 1
        self.mark = self._read(after)

    @cached_property
    def count(self) -> int:
        """How many rows there are, at most ``counted`` + 1."""
        return self.base.order_by()[: self.counted + 1].count()

    @property
    def capped(self) -> bool:
        return self.count > self.counted

    @property
    def last(self) -> int:
        """The last page that has a number."""
        return max(1, -(-min(self.count, self.counted) // self.size))

    @cached_property
    def _found(self) -> list:
        """Primary keys and sort values of the page, one row more to know whether another follows."""
        rows = self.order.apply(self.base)
        start = 0
        if self.mark:
            rows = self.order.after(rows, *self.mark)
        else:
            self.number = min(self.number, self.last)
            start = (self.number - 1) * self.size
        return list(rows.values_list("pk", self.order.path)[start : start + self.size + 1])

    @property
    def keys(self) -> list:
        return [key for key, _value in self._found[: self.size]]

    @property
    def more(self) -> bool:
        return len(self._found) > self.size

    @property
    def following(self) -> str:
        """The mark behind this page's last row, for ``?after=``; empty at the end."""
        if not self.more:
            return ""
        key, value = self._found[self.size - 1]
        return json.dumps([value if value is None or isinstance(value, int) else str(value), key])

    @property
    def numbers(self) -> list[int]:
        """Page numbers to show: the first, those around this one, the last; 0 stands for a gap."""
        near = {1, self.last, *range(self.number - 2, self.number + 3)} if not self.mark else {1, 2, 3}
        shown, before = [], 0
        for number in sorted(number for number in near if 1 <= number <= self.last):
            if number > before + 1:
                shown.append(0)
            shown.append(number)
            before = number
        return shown

    def pick(self, queryset, table, period=None) -> list:
        """The page's rows of ``queryset`` as tuples in their order; one query."""
        found = {row[0]: row for row in table.rows(queryset.filter(pk__in=self.keys).order_by(), period)}
        return [found[key] for key in self.keys if key in found]

    def _read(self, after):
        """Sort value and primary key of a mark; nothing when it was tampered with."""
        if not after:
            return None
        try:
            value, key = json.loads(after)
            field = field_at(self.base.model, self.order.path) if self.order.path != "pk" else None
            return (field.to_python(value) if field is not None and value is not None else value), int(key)
        except (ValueError, TypeError, OverflowError, ValidationError):
            return None
