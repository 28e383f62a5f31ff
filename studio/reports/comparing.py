"""Two frozen reports of one kind side by side, figure by figure."""

import json
from dataclasses import dataclass
from decimal import Decimal

from studio.indicators import text
from studio.indicators.registry import figures

from .models import Report


@dataclass(frozen=True)
class Side:
    """A figure as one report states it: the exact value, as people read it, and the way to today's rows."""

    value: Decimal | None
    text: str
    url: str


@dataclass(frozen=True)
class Row:
    """A figure of one discipline (or of all) in both reports; a side is ``None`` where the report lacks it."""

    label: str
    unit: str
    scope: str
    first: Side | None
    second: Side | None
    kind: str

    @property
    def difference(self) -> Decimal | None:
        """The second less the first; ``None`` where one of them says nothing."""
        if not self.first or not self.second or None in (self.first.value, self.second.value):
            return None
        return self.second.value - self.first.value

    @property
    def difference_text(self) -> str:
        """With its sign, in the figure's own form."""
        if self.difference is None:
            return "—"
        sign = "+" if self.difference > 0 else "−" if self.difference < 0 else "±"
        return f"{sign}{text.number(abs(self.difference), self.kind)}"


def comparable(report: Report):
    """Other reports of the same kind about the same thing, the latest first."""
    same = Report.objects.filter(studio=report.studio, key=report.key, person=report.person)
    return same.exclude(pk=report.pk).order_by("-asked_at", "-pk")


def compare(first: Report, second: Report, language: str) -> list[Row]:
    """Every figure of either report, in the order of the first one; ``language`` is ``en`` or ``zh``."""
    left, right = _entries(first), _entries(second)
    return [_row(left.get(key), right.get(key), language) for key in dict.fromkeys([*left, *right])]


def _entries(report: Report) -> dict:
    found = json.loads(report.document)["figures"]
    return {(entry["key"], entry["discipline"]["scope"]): entry for entry in found}


def _row(left: dict | None, right: dict | None, language: str) -> Row:
    entry = left or right
    declared = figures.get(entry["key"])
    return Row(
        label=entry["label"][language],
        unit=entry["unit"][language],
        scope=entry["discipline"]["name"][language],
        first=_side(left, language),
        second=_side(right, language),
        kind=declared.format if declared else "number",
    )


def _side(entry: dict | None, language: str) -> Side | None:
    if entry is None:
        return None
    value = None if entry["value"] is None else Decimal(entry["value"])
    return Side(value, entry["text"][language], entry["url"])
