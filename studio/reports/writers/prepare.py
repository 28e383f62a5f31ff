"""A frozen document in one language, made ready for a writer. Only arrangement: no number is computed here."""

import re
from decimal import Decimal
from itertools import groupby

from studio.reports.formats import number
from studio.reports.freeze import localised
from studio.reports.words import words

from .svg import describe, draw
from .widths import set_widths

# Runs that cannot break would leave the narrowest column; zero-width spaces let them.
_UNBROKEN = re.compile(r"[^\s\u2e80-\uffff\u200b-]{24,}")
# What no XML file may hold, and so neither a drawing nor an office file.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HASH = re.compile("[0-9a-f]{64}")
# A cell longer than this may be split between pages; shorter ones never are.
LONG = 600
ADDRESSES = {"url", "site"}
WHOLE_ROWS, WHOLE_LETTERS = 9, 1_200


def prepared(document: dict, language: str, site: str | None = None) -> dict:
    """What pages and PDF are made of: as ``arranged``, charts drawn, long runs of letters breakable."""
    made = _breakable(arranged(document, language, site))
    for chapter in made["chapters"]:
        for block in chapter["blocks"]:
            if block["type"] == "chart":
                block["svg"] = draw(block, made["disciplines"])
    return made


def arranged(document: dict, language: str, site: str | None = None) -> dict:
    """The document in ``language``: links made absolute (with ``site``, by default the frozen one), headings numbered,
    columns measured, charts told in words, and the annex grouped by figure."""
    made = _walk(localised(document, language), document["site"] if site is None else site)
    # Documents frozen before a word came into use say it as the product says it today.
    made["words"] = localised(words(), language) | made["words"]
    said, count = made["words"], {"table": 0, "chart": 0}
    for place, chapter in enumerate(made["chapters"], start=1):
        chapter["number"], section = str(place), [0, 0]
        after = ""
        for block in chapter["blocks"]:
            block["sticky"], after = after == "heading" and block["type"] == "note", block["type"]
            if block["type"] == "heading":
                _number_heading(block, chapter["number"], section)
            elif block["type"] == "figures":
                _say_parts(block["figures"], said)
            elif block["type"] in count and block["title"]:
                count[block["type"]] += 1
                block["count"] = count[block["type"]]
                block["number"] = said[f"{block['type']}_number"] % {"number": block["count"]}
            if block["type"] == "table":
                _say_units_once(block["columns"])
                set_widths(block)
                block["whole"] = _fits_together(block["rows"])
            if block["type"] == "chart":
                block["alt"] = describe(block)
        _turn_with_their_tables(chapter["blocks"])
    entries = groupby(made.pop("figures"), key=lambda one: one["key"])
    made["annex"] = [_annex_entry(list(group), said) for _key, group in entries]
    made["annex_window"] = _common_window(made["annex"])
    made["annex_groups"] = [
        {"short": short, "entries": list(group)}
        for short, group in groupby(made["annex"], key=lambda one: one["short"])
    ]
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
    return _ILLEGAL.sub("", value) if isinstance(value, str) else value


def _breakable(value):
    if isinstance(value, dict):
        return {key: part if key in ADDRESSES else _breakable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_breakable(part) for part in value]
    if isinstance(value, str) and len(value) >= 24 and not _HASH.fullmatch(value):
        return _UNBROKEN.sub(lambda run: re.sub("(.{4})", "\\1\u200b", run.group()), value)
    return value


def _number_heading(block: dict, chapter: str, section: list[int]) -> None:
    # No level is skipped: a heading of the third level with none of the second above it is one of the second.
    block["level"] = block["level"] if section[0] else 2
    if block["level"] == 2:
        section[:] = [section[0] + 1, 0]
        block["number"] = f"{chapter}.{section[0]}"
    else:
        section[1] += 1
        block["number"] = ""
    block["anchor"] = f"s{chapter}-{section[0]}-{section[1]}"


def _turn_with_their_tables(blocks: list[dict]) -> None:
    """A heading, and a note under it, go onto the page across with the table that they introduce."""
    follows = False
    for block in reversed(blocks):
        turned = block["type"] == "table" and block["turned"] and bool(block["rows"])
        follows = block["turned"] = turned or (follows and block["type"] in ("heading", "note"))


def _fits_together(rows: list[list[dict]]) -> bool:
    """Whether a table is so small that it should stay on one page."""
    return len(rows) <= WHOLE_ROWS and sum(len(cell["text"]) for row in rows for cell in row) <= WHOLE_LETTERS


def _say_parts(figures: list[dict], said: dict) -> None:
    for figure in figures:
        # "903.99 CNY 10,000" would read as two numbers: such a unit stands in the label.
        figure["unit_first"] = bool(re.search(r"\d", figure["unit"]))
        if parts := figure.get("parts"):
            shown = {name: number(Decimal(part), "count") for name, part in parts.items()}
            figure["of_which"] = said["of_which"] % shown


def _say_units_once(columns: list[dict]) -> None:
    """A head that is the name of its unit needs no unit under it."""
    for column in columns:
        if column["unit"].casefold() == column["label"].casefold():
            column["unit"] = ""


def _annex_entry(entries: list[dict], said: dict) -> dict:
    first = entries[0]
    same = {key: first[key] for key in ("key", "label", "unit", "definition", "kind", "from", "to", "as_of")}
    same["format"] = first.get("format")
    scopes = [
        {
            "name": one["discipline"]["name"],
            "text": one["text"],
            "url": one["url"] or None,
            "parts": f"{one['numerator']} / {one['denominator']}" if one["denominator"] is not None else "–",
            "rows": f"{one['row_count']:,}",
            **{key: one[key] for key in ("value", "numerator", "denominator", "row_count")},
        }
        for one in entries
    ]
    parts = any(one["denominator"] is not None for one in entries)
    window = said["window_line"] % {key: first[key] for key in ("from", "to", "as_of")}
    # A figure that was asked for only as a whole takes one line among its like.
    return {**same, "window": window, "parts": parts, "scopes": scopes, "short": len(scopes) == 1 and not parts}


def _common_window(entries: list[dict]) -> str:
    """The window of all figures, said once; where they differ each says its own."""
    windows = {one["window"] for one in entries}
    if len(windows) != 1:
        return ""
    for one in entries:
        one["window"] = ""
    return windows.pop()
