"""Each kind of block on a sheet."""

from .charts import chart
from .tables import table


def heading(page, block, place):
    """A heading with white above it."""
    page.row += 1
    page.line(f"{block['number']} {block['text']}".strip(), "heading" if block["level"] == 2 else "caption", 22)


def text(page, block, place):
    """Running text, or somebody's words with who said them."""
    said = block["text"] + (f"\n—— {block['by']}" if block["kind"] == "quote" and block["by"] else "")
    page.text(said)


def note(page, block, place):
    """A short remark."""
    page.text(block["text"], "note")


def facts(page, block, place):
    """Labels beside their values; a long text runs across."""
    for pair in block["pairs"]:
        page.sheet.write_string(page.row, 0, pair["label"], page.book.look("label"))
        page.saw(page.row, 0, pair["label"])
        if pair.get("value") is None and not pair.get("url"):
            page.merged.append((page.row, 1, pair["text"], "fact"))
        else:
            page.book.put(page.sheet, page.row, 1, pair, "text", "fact")
        page.row += 1
    page.row += 1


def figures(page, block, place):
    """Headline figures as a small table: what, how much, of which unit, and the two parts of a rate."""
    words = page.book.words
    if block["title"]:
        page.line(block["title"], "caption")
    parts = any("parts" in one for one in block["figures"])
    heads = [words["figure"], words["value"], words["unit"]]
    heads += [words["numerator"], words["denominator"]] if parts else []
    for column, said in enumerate(heads):
        right = {"align": "right"} if column not in (0, 2) else {}
        page.sheet.write_string(page.row, column, said, page.book.look("head", **right))
    page.row += 1
    for one in block["figures"]:
        page.sheet.write_string(page.row, 0, one["label"], page.book.look("cell"))
        page.saw(page.row, 0, one["label"])
        page.book.put(page.sheet, page.row, 1, one, "number", bold=True, align="right")
        page.sheet.write_string(page.row, 2, one["unit"], page.book.look("cell"))
        for column, part in enumerate(("numerator", "denominator"), start=3) if parts else ():
            _part(page, column, one.get("parts", {}).get(part))
        page.row += 1
    page.row += 1


def _part(page, column, value):
    if value is None:
        page.sheet.write_blank(page.row, column, None, page.book.look("cell"))
    else:
        page.book.put(page.sheet, page.row, column, {"value": value, "text": str(value)}, "number", align="right")


SHOW = {
    "heading": heading,
    "text": text,
    "note": note,
    "facts": facts,
    "figures": figures,
    "table": table,
    "chart": chart,
}
