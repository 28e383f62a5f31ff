"""The document as a page of the product: own links stay relative, charts are drawn by the browser."""

from decimal import Decimal

from .writers.html import for_page

KINDS = {"stacked": "stack", "bar": "bar", "line": "line"}


def live_document(document: dict, language: str) -> dict:
    """The frozen document in ``en`` or ``zh`` with data for the browser's charts."""
    made = for_page(document, language, site="")
    number = 0
    for chapter in made["chapters"]:
        for block in chapter["blocks"]:
            if block["type"] == "chart":
                number += 1
                block["live"] = _chart(block, f"report-chart-{number}")
    return made


def _chart(block: dict, name: str) -> dict:
    return {
        "id": name,
        "title": block["title"],
        "unit": block["unit"],
        "kind": KINDS[block["kind"]],
        "labels": block["categories"],
        "series": [
            {
                "name": series["label"],
                "values": [_value(cell, block["format"]) for cell in series["values"]],
                "color": series["discipline"] or "",
            }
            for series in block["series"]
        ],
    }


def _value(cell: dict, kind: str) -> float | int | None:
    value = cell.get("value")
    if value is None or isinstance(value, int):
        return value if kind != "money" or value is None else value / 10_000
    return float(Decimal(value) / 10_000 if kind == "money" else Decimal(value))
