"""Blocks as plain JSON data. Every text is in both languages here, every number both exact and as it is shown."""

from functools import singledispatch

from . import formats
from .blocks import Cell, Chart, Facts, Figures, Heading, Note, Table, Text
from .context import Reported
from .text import Both, both, exact, is_text


def text(value) -> dict:
    """A text as ``{"en": …, "zh": …}``; where one language is empty the other stands in."""
    said = both(value).filled()
    return {"en": said.en, "zh": said.zh}


def cell(value, kind: str = "text") -> dict:
    """A cell: what is shown, the exact value when it is a number or a date, its own kind, the path it leads to."""
    if isinstance(value, Cell):
        made = cell(value.value, value.kind or kind) | _own_kind(value.kind, kind)
        return {**made, "url": value.url} if value.url else made
    if isinstance(value, Reported):
        made = {"text": text(value.text), "value": exact(value.value)} | _own_kind(value.kind, kind)
        return {**made, "url": value.url} if value.url else made
    if kind == "blank" or value is None or is_text(value) or isinstance(value, bool):
        return {"text": text(formats.shown(value, kind))}
    if not isinstance(value, Both | int | str) and not hasattr(value, "isoformat") and not hasattr(value, "quantize"):
        return {"text": text(value)}
    return {"text": text(formats.shown(value, kind)), "value": exact(value)}


def _own_kind(own: str, column: str) -> dict:
    return {"kind": own} if own and own not in (column, "blank") else {}


@singledispatch
def encode(block, context) -> dict:
    """A block as JSON data."""
    raise TypeError(f"not a block: {block!r}")


@encode.register
def _(block: Heading, context):
    return {"type": "heading", "text": text(block.text), "level": block.level}


@encode.register
def _(block: Text, context):
    return {"type": "text", "text": text(block.text), "kind": block.kind, "by": text(block.by)}


@encode.register
def _(block: Note, context):
    return {"type": "note", "text": text(block.text)}


@encode.register
def _(block: Facts, context):
    return {"type": "facts", "pairs": [{"label": text(label), **cell(value)} for label, value in block.pairs]}


@encode.register
def _(block: Figures, context):
    return {
        "type": "figures",
        "title": text(block.title),
        "figures": [_headline(context.figure(key, block.discipline)) for key in block.keys],
    }


def _headline(found: Reported) -> dict:
    made = {"key": found.key, "label": text(found.label), "unit": text(found.unit), **cell(found)}
    if found.denominator is not None:
        made["parts"] = {"numerator": exact(found.numerator), "denominator": exact(found.denominator)}
    return made


@encode.register
def _(block: Table, context):
    columns = [
        {
            "label": text(column.label),
            "unit": text(formats.unit_of(column.kind, column.unit)),
            "kind": column.kind,
            "align": column.align,
            "width": str(column.width) if column.width else None,
        }
        for column in block.columns
    ]
    return {
        "type": "table",
        "title": text(block.title),
        "columns": columns,
        "rows": [_row(row, block.columns) for row in block.rows],
        "total": _row(block.total, block.columns) if block.total else None,
        "source": text(block.source),
        "empty": text(block.empty),
    }


def _row(row, columns) -> list[dict]:
    if len(row) != len(columns):
        raise ValueError(f"{len(row)} cells for {len(columns)} columns")
    return [cell(value, column.kind) for value, column in zip(row, columns, strict=True)]


@encode.register
def _(block: Chart, context):
    return {
        "type": "chart",
        "kind": block.kind,
        "title": text(block.title),
        "unit": text(formats.unit_of(block.format, block.unit)),
        "format": block.format,
        "source": text(block.source),
        "categories": [text(category) for category in block.categories],
        "colours": [_key(one) for one in block.colours] if block.colours else None,
        "series": [
            {
                "label": text(series.label),
                "discipline": _key(series.discipline),
                "values": [cell(value, block.format) for value in series.values],
            }
            for series in block.series
        ],
    }


def _key(discipline) -> str | None:
    return getattr(discipline, "key", discipline)
