"""A frozen document in one language, made ready for a writer. Only arrangement: no number is computed here."""

import re
from decimal import Decimal
from itertools import groupby

from studio.reports.formats import number
from studio.reports.freeze import localised

from .svg import describe, draw
from .widths import set_widths

# Runs that cannot break would leave the narrowest column; zero-width spaces let them.
_UNBROKEN = re.compile(r"[^\s\u2e80-\uffff\u200b-]{24,}")
_HASH = re.compile("[0-9a-f]{64}")
# A cell longer than this may be split between pages; shorter ones never are.
LONG = 600
WHOLE_ROWS, WHOLE_LETTERS = 9, 1_200


def prepared(document: dict, language: str, site: str | None = None) -> dict:
    """The document in ``language``: links made absolute (with ``site``, by default the frozen one), charts drawn,
    headings numbered, and the annex grouped by figure."""
    made = _walk(localised(document, language), document["site"] if site is None else site)
    words, count = made["words"], {"table": 0, "chart": 0}
    for place, chapter in enumerate(made["chapters"], start=1):
        chapter["number"], section = str(place), [0, 0]
        after = ""
        for block in chapter["blocks"]:
            block["sticky"], after = after == "heading" and block["type"] == "note", block["type"]
            if block["type"] == "heading":
                _number_heading(block, chapter["number"], section)
            elif block["type"] == "figures":
                _say_parts(block["figures"], words)
            elif block["type"] in count and block["title"]:
                count[block["type"]] += 1
                block["number"] = words[f"{block['type']}_number"] % {"number": count[block["type"]]}
            if block["type"] == "table":
                set_widths(block)
                block["whole"] = _fits_together(block["rows"])
            if block["type"] == "chart":
                block["alt"], block["svg"] = describe(block), draw(block, made["disciplines"])
    entries = groupby(made.pop("figures"), key=lambda one: one["key"])
    made["annex"] = [_annex_entry(list(group)) for _key, group in entries]
    year, month, day = map(int, made["made"]["on"].split("-"))
    made["made"] |= {"year": year, "month": month, "day": day}
    return made


def _walk(value, site: str):
    if isinstance(value, dict):
        made = {key: _walk(part, site) for key, part in value.items()}
        if (url := made.get("url") or "").startswith("/"):
            made["url"] = site + url
        if isinstance(made.get("text"), str) and len(made["text"]) > LONG:
            made["long"] = True
        return made
    if isinstance(value, list):
        return [_walk(part, site) for part in value]
    if isinstance(value, str) and len(value) >= 24 and not value.startswith("/") and not _HASH.fullmatch(value):
        return _UNBROKEN.sub(lambda run: re.sub("(.{4})", "\\1\u200b", run.group()), value)
    return value


def _number_heading(block: dict, chapter: str, section: list[int]) -> None:
    if block["level"] == 2:
        section[:] = [section[0] + 1, 0]
        block["number"] = f"{chapter}.{section[0]}"
    else:
        section[1] += 1
        block["number"] = ""
    block["anchor"] = f"s{chapter}-{section[0]}-{section[1]}"


def _fits_together(rows: list[list[dict]]) -> bool:
    """Whether a table is so small that it should stay on one page."""
    return len(rows) <= WHOLE_ROWS and sum(len(cell["text"]) for row in rows for cell in row) <= WHOLE_LETTERS


def _say_parts(figures: list[dict], words: dict) -> None:
    for figure in figures:
        # "903.99 CNY 10,000" would read as two numbers: such a unit stands in the label.
        figure["unit_first"] = bool(re.search(r"\d", figure["unit"]))
        if parts := figure.get("parts"):
            shown = {name: number(Decimal(part), "count") for name, part in parts.items()}
            figure["of_which"] = words["of_which"] % shown


def _annex_entry(entries: list[dict]) -> dict:
    first = entries[0]
    same = {key: first[key] for key in ("key", "label", "unit", "definition", "kind", "from", "to", "as_of")}
    scopes = [
        {
            "name": one["discipline"]["name"],
            "text": one["text"],
            "url": one["url"] or None,
            "parts": f"{one['numerator']} / {one['denominator']}" if one["denominator"] is not None else "–",
            "rows": f"{one['row_count']:,}",
        }
        for one in entries
    ]
    return {**same, "parts": any(one["denominator"] is not None for one in entries), "scopes": scopes}
