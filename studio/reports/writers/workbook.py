"""Cells of a frozen document as a spreadsheet keeps them: real numbers and days."""

from datetime import UTC, date, datetime
from decimal import Decimal

from studio.core.hours import MINUTES
from studio.core.money import TEN_THOUSAND

# When a workbook was written is nobody's concern: the same document gives the same bytes.
NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
NUMBER_FORMATS = {
    "count": "#,##0",
    "number": "#,##0.##",
    "hours": "#,##0.##",
    "minutes": "#,##0.0",
    "money": "#,##0.00",
    "percent": "#,##0.0",
    "date": "yyyy-mm-dd",
}


def amount(cell: dict, kind: str) -> int | Decimal | None:
    """The exact number of a cell; money in 万元 and minutes in hours as everywhere, with all digits."""
    value = cell.get("value")
    if value is None:
        return None
    number = value if isinstance(value, int) else Decimal(value)
    unit = {"money": TEN_THOUSAND, "minutes": MINUTES}.get(kind)
    return Decimal(number) / unit if unit else number


def day(cell: dict) -> date:
    """The day of a cell."""
    return date.fromisoformat(cell["value"])


def kind_of(cell: dict, column_kind: str) -> str:
    """What the cell holds: its own kind where it has one, else its column's; a text where there is no value.

    Documents of format 1 do not name a cell's own kind: there the shown text tells money from other numbers.
    """
    value = cell.get("value")
    if value is None:
        return "text"
    if kind := cell.get("kind"):
        return kind
    if isinstance(value, str) and "-" in value[1:]:
        return "date"
    if column_kind in ("text", "date"):
        column_kind = "number"
    if column_kind == "number" and isinstance(value, str):
        shown = Decimal(cell["text"].replace(",", ""))
        whole = Decimal(value)
        if whole and abs(whole / TEN_THOUSAND - shown) <= Decimal("0.01") < abs(whole - shown):
            return "money"
    return column_kind
