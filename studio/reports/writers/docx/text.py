"""Paragraphs and what stands in them: runs, links, fields, bookmarks."""

import re

from .xml import R, w

# Punctuation that Latin and Chinese fonts both have: in Chinese it takes the Chinese font's full width.
_SHARED = re.compile("[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]")


def paragraph(style: str, *parts, **properties):
    """A paragraph in a named style. ``properties`` are more of ``w:pPr``, in the schema's order."""
    more = [w(name, **({} if value is True else {"val": value})) for name, value in properties.items() if value]
    return w("p", w("pPr", w("pStyle", val=style), *more), *_flat(parts))


def _flat(parts):
    for part in parts:
        if isinstance(part, list):
            yield from part
        elif part is not None:
            yield part


def run(text: str, style: str = "", *, bold: bool = False, chinese: bool = False) -> list:
    """Text as runs; line breaks and tabs become elements."""
    look = [w("rStyle", val=style)] if style else []
    look += [w("rFonts", hint="eastAsia")] if chinese and _SHARED.search(text) else []
    look += [w("b"), w("bCs")] if bold else []
    inside = []
    for number, line in enumerate(text.split("\n")):
        inside += [w("br")] if number else []
        for place, piece in enumerate(line.split("\t")):
            inside += [w("tab")] if place else []
            inside += [w("t", piece)] if piece else []
    return [w("r", w("rPr", *look) if look else None, *inside)] if inside else []


def field(code: str, shown: str, style: str = "") -> list:
    """A field with the text it shows until it is refreshed."""

    def part(*inside):
        return w("r", w("rPr", w("rStyle", val=style)) if style else None, *inside)

    return [
        part(w("fldChar", fldCharType="begin")),
        part(w("instrText", f" {code} ")),
        part(w("fldChar", fldCharType="separate")),
        part(w("t", shown)),
        part(w("fldChar", fldCharType="end")),
    ]


def to_place(anchor: str, *parts):
    """A link to a bookmark of this document."""
    return w("hyperlink", *_flat(parts), anchor=anchor, history="1")


def to_address(relation: str, *parts):
    """A link to a page of the product, by the key of its relationship."""
    made = w("hyperlink", *_flat(parts), history="1")
    made.set(R + "id", relation)
    return made


def bookmarked(name: str, number: int, *parts) -> list:
    """``parts`` between the two ends of a bookmark."""
    return [w("bookmarkStart", id=number, name=name), *_flat(parts), w("bookmarkEnd", id=number)]
