"""The annex: each figure once, with its definition and window, and its value by discipline."""

from .paper import LINE
from .tables import gap, grid
from .text import paragraph
from .xml import w

LABELS, FEW, NARROW = 1134, 3, 1474
# Figure, definition, value, records of those that take one line.
SHORT = [2150, 4921, 1100, 900]


def annex(paper, digest: str) -> list:
    """Every figure of the report, and the hash of the document it was made from."""
    made, words = paper.document, paper.words
    title = paragraph("Heading1", paper.heading(1, "", words["annex"]))
    _unnumbered(title)
    parts = [title, paragraph("BodyText", paper.run(words["annex_intro"]))]
    parts += [paragraph("Note", paper.run(made["annex_window"]))] if made["annex_window"] else []
    for group in made["annex_groups"]:
        if group["short"]:
            parts += _short(paper, group["entries"])
        else:
            parts += [part for one in group["entries"] for part in _figure(paper, one)]
    return [*parts, paragraph("Note", paper.run(f"{words['document_hash']}\n{digest}"))]


def _unnumbered(heading) -> None:
    look = heading.find("{*}pPr")
    look.append(w("numPr", w("ilvl", val=0), w("numId", val=0)))
    look.append(w("ind", left=0, firstLine=0))


def _figure(paper, one: dict) -> list:
    words, scopes = paper.words, one["scopes"]
    unit = paper.run(f" ({one['unit']})", "Unit") if one["unit"] else []
    window = [paragraph("Definition", paper.run(one["window"], "CaptionNumber"))] if one["window"] else []
    rows = [_row(paper, "", [{"text": scope["name"]} for scope in scopes], heads=True)]
    rows.append(_row(paper, words["value"], scopes, bold=True))
    if one["parts"]:
        rows.append(_row(paper, words["fraction"], [{"text": scope["parts"]} for scope in scopes]))
    rows.append(_row(paper, words["rows"], [{"text": scope["rows"]} for scope in scopes], last=True))
    room = (LINE - LABELS) // len(scopes) if len(scopes) > FEW else NARROW
    return [
        paragraph("AnnexFigure", paper.run(one["label"]), unit),
        paragraph("Definition", paper.run(one["definition"])),
        *window,
        grid("AnnexTable", [LABELS, *[room] * len(scopes)], rows, one["label"]),
        gap(),
    ]


def _short(paper, entries: list[dict]) -> list:
    words = paper.words
    heads = [words["figure"], words["definition"], words["value"], words["rows"]]
    rows = [_line([paper.run(said, "CaptionNumber") for said in heads], heads=True)]
    for one in entries:
        unit = paper.run(f" ({one['unit']})", "Unit") if one["unit"] else []
        said = one["definition"] + (f"\n{one['window']}" if one["window"] else "")
        scope = one["scopes"][0]
        value = paper.linked(scope, bold=True)
        rows.append(_line([paper.run(one["label"]) + unit, paper.run(said), value, paper.run(scope["rows"])]))
    return [gap(), grid("AnnexTable", SHORT, rows, words["annex"]), gap()]


def _line(parts: list, *, heads=False):
    styles = ["TableTextDense", "TableTextDense", "TableNumberDense", "TableNumberDense"]
    made = [
        w("tc", w("tcPr"), paragraph(style, inside, keepNext=heads))
        for style, inside in zip(styles, parts, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if heads else None), *made)


def _row(paper, label: str, cells: list[dict], *, heads=False, bold=False, last=False):
    stays = not last
    made = [w("tc", w("tcPr"), paragraph("TableTextDense", paper.run(label, "CaptionNumber"), keepNext=stays))]
    for cell in cells:
        inside = paper.run(cell["text"], "CaptionNumber") if heads else paper.linked(cell, bold=bold)
        made.append(w("tc", w("tcPr"), paragraph("TableNumberDense", inside, keepNext=stays)))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if heads else None), *made)
