"""The document as a page of the product: own links stay relative, charts are drawn by the browser."""

from decimal import Decimal

from studio.core.hours import hours

from .writers.html import for_page

KINDS = {"stacked": "stack", "bar": "bar", "line": "line"}
# What is no discipline: grey for cross-discipline and for the period before.
COLOURS = {"cross": "muted", "before": "muted", "now": "primary"}


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
    same = {"id": name, "title": block["title"], "unit": block["unit"], "labels": block["categories"]}
    values = [[_value(cell, block["format"]) for cell in series["values"]] for series in block["series"]]
    if block["colours"]:
        return {**same, "kind": "stack", "series": list(_one_each(block, values[0]))}
    series = [
        {"name": one["label"], "values": row, "color": COLOURS.get(one["discipline"], one["discipline"]) or ""}
        for one, row in zip(block["series"], values, strict=True)
    ]
    return {**same, "kind": KINDS[block["kind"]], "series": series}


def _one_each(block, values):
    """A bar in its discipline's colour is a series of its own, with nothing beside it."""
    for place, (label, key) in enumerate(zip(block["categories"], block["colours"], strict=True)):
        alone = [value if place == other else None for other, value in enumerate(values)]
        yield {"name": label, "values": alone, "color": COLOURS.get(key, key) or "muted"}


def _value(cell: dict, kind: str) -> float | int | None:
    value = cell.get("value")
    if value is None:
        return None
    if kind == "minutes":
        return float(hours(Decimal(value)))
    if isinstance(value, int):
        return value / 10_000 if kind == "money" else value
    return float(Decimal(value) / 10_000 if kind == "money" else Decimal(value))
