"""Tables: named styles, heads that repeat, rows that stay whole, widths by what stands in them."""

from .paper import ACROSS, LINE
from .text import field, paragraph
from .xml import w

# Below this size of type the dense styles are used.
NORMAL = 9.0
# White beside a cell of a dense table.
NARROW = 50


def table(paper, block: dict) -> list:
    """A table with its caption and source, or the sentence that stands where there are no rows."""
    made = [caption(paper, block)] if block["title"] else []
    if not block["rows"]:
        return [*made, paragraph("Note", paper.run(block["empty"]))]
    columns, dense = block["columns"], block["size"] < NORMAL
    rows = [head(paper, columns, dense=dense)]
    last = len(block["rows"]) - 1
    for place, row in enumerate(block["rows"]):
        # A small table stays on one page; in a long one neither its first nor its last row stands alone.
        stays = (block["whole"] and place < last) or place == 0 or (place == last - 1 and last > 1)
        stays = stays or (place == last and bool(block["total"]))
        rows.append(cells(paper, columns, row, dense=dense, stays=stays and (place < last or bool(block["total"]))))
    if block["total"]:
        rows.append(cells(paper, columns, block["total"], dense=dense, bold=True))
    made.append(
        grid(
            "ReportTable",
            widths(columns, ACROSS if block["turned"] else LINE),
            rows,
            block["title"],
            total=bool(block["total"]),
        )
    )
    return [*made, paragraph("Source", paper.run(block["source"])) if block["source"] else gap()]


def gap():
    """A little white after a table; two tables without anything between would grow together."""
    return paragraph("Gap")


def caption(paper, block: dict):
    """The numbered line above a table or chart; its number is a field that Word counts."""
    parts = []
    if block.get("number"):
        before, _sign, after = paper.words[f"{block['type']}_number"].partition("%(number)s")
        code = f"SEQ {block['type'].title()} \\* ARABIC"
        parts += paper.run(before, "CaptionNumber") + field(code, str(block["count"]), "CaptionNumber")
        parts += paper.run(f"{after}\u2002", "CaptionNumber")
    parts += paper.run(block["title"])
    if block.get("unit"):
        parts += paper.run(f" ({block['unit']})", "Unit")
    return paragraph("Caption", parts)


def widths(columns: list[dict], line: int) -> list[int]:
    """The columns' widths; together they fill the line."""
    shares = [float(column["share"]) for column in columns]
    made = [round(line * share / sum(shares)) for share in shares]
    made[-1] += line - sum(made)
    return made


def head(paper, columns, *, dense=False):
    """The row that repeats on every page."""
    made = []
    for column in columns:
        unit = paper.run(f"\n{column['unit']}", "Unit") if column["unit"] else []
        style = ("TableHeadNumber" if column["align"] == "right" else "TableHead") + ("Dense" if dense else "")
        made.append(w("tc", w("tcPr", w("vAlign", val="bottom")), paragraph(style, paper.run(column["label"]), unit)))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *made)


def cells(paper, columns, row: list[dict], *, dense=False, stays=False, bold=False):
    """A row. It is not split between pages, unless something in it would not fit one."""
    whole = not any(cell.get("long") for cell in row)
    made = []
    for column, cell in zip(columns, row, strict=True):
        style = ("TableNumber" if column["align"] == "right" else "TableText") + ("Dense" if dense else "")
        made.append(w("tc", w("tcPr"), paragraph(style, paper.linked(cell, bold=bold), keepNext=stays)))
    return w("tr", w("trPr", w("cantSplit")) if whole else None, *made)


def grid(style: str, columns: list[int], rows: list, title: str = "", *, heads=True, total=False, dense=False):
    """A table of rows with fixed widths; ``title`` is told to those who cannot see it."""
    for row in rows:
        for width, cell in zip(columns, row.iterchildren("{*}tc"), strict=True):
            cell.find("{*}tcPr").insert(0, w("tcW", w=width, type="dxa"))
    look = {"firstRow": int(heads), "lastRow": int(total), "firstColumn": 0, "lastColumn": 0}
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(columns), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *[w(side, w=NARROW, type="dxa") for side in ("left", "right")]) if dense else None,
        w("tblLook", val=f"{0x600 + 0x20 * heads + 0x40 * total:04X}", **look, noHBand=1, noVBand=1),
        w("tblCaption", val=title) if title else None,
    )
    return w("tbl", properties, w("tblGrid", *[w("gridCol", w=width) for width in columns]), *rows)
