"""Each kind of block as paragraphs and tables."""

from . import tables
from .charts import chart
from .paper import LINE
from .sections import section_end
from .text import paragraph
from .xml import w

IN_A_ROW = 4
LABELS = 2380


def chapter(paper, one: dict) -> list:
    """A chapter: its heading on a new page, the lead's own words, its blocks."""
    made = [paragraph("Heading1", paper.heading(1, one["number"], one["title"]))]
    made += [*words(paper, "LeadWords", one["own"]), tables.gap()] if one["own"] else []
    across = False
    for block in one["blocks"]:
        if block["turned"] != across:
            made.append(section_end(turned=across))
            across = block["turned"]
        made += SHOW[block["type"]](paper, block)
    return [*made, *([section_end(turned=True)] if across else [])]


def words(paper, style: str, said: str) -> list:
    """Running text: a blank line starts a paragraph."""
    return [paragraph(style, paper.run(part)) for part in said.split("\n\n") if part.strip()]


def heading(paper, block):
    """A heading of the second level, numbered and in the contents, or one of the third."""
    if block["level"] != 2:
        return [paragraph("Heading3", paper.run(block["text"]))]
    return [paragraph("Heading2", paper.heading(2, block["number"], block["text"]))]


def text(paper, block):
    """Running text, a lead paragraph, or somebody's words."""
    if block["kind"] != "quote":
        return words(paper, "LeadParagraph" if block["kind"] == "lead" else "BodyText", block["text"])
    by = [paragraph("QuoteBy", paper.run(block["by"]))] if block["by"] else []
    return [*words(paper, "Quote", block["text"]), *by]


def note(paper, block):
    """A short remark; under a heading it stays with what follows."""
    return [paragraph("Note", paper.run(block["text"]), keepNext=block["sticky"])]


def facts(paper, block):
    """Labels beside their values."""
    rows = [
        w(
            "tr",
            None if pair.get("long") else w("trPr", w("cantSplit")),
            w("tc", w("tcPr"), paragraph("FactLabel", paper.run(pair["label"]))),
            w("tc", w("tcPr"), paragraph("FactValue", paper.linked(pair))),
        )
        for pair in block["pairs"]
    ]
    return [tables.grid("FactsTable", [LABELS, LINE - LABELS], rows, heads=False), tables.gap()] if rows else []


def figures(paper, block):
    """Headline figures, at most four in a row."""
    shown = block["figures"]
    title = [paragraph("Caption", paper.run(block["title"]))] if block["title"] else []
    count = min(len(shown), IN_A_ROW)
    if not count:
        return title
    columns = [LINE // count] * count
    rows = []
    for start in range(0, len(shown), count):
        row = [_figure(paper, one) for one in shown[start : start + count]]
        row += [w("tc", w("tcPr"), paragraph("Gap")) for _rest in range(count - len(row))]
        rows.append(w("tr", w("trPr", w("cantSplit")), *row))
    return [*title, tables.grid("FiguresLayout", columns, rows, heads=False), tables.gap()]


def _figure(paper, one):
    label = one["label"] + (f" ({one['unit']})" if one["unit_first"] else "")
    unit = paper.run(f"\u00a0{one['unit']}", "Unit") if one["unit"] and not one["unit_first"] and _counted(one) else []
    made = [
        paragraph("FigureLabel", paper.run(label)),
        paragraph("FigureValue", paper.linked(one), unit),
    ]
    made += [paragraph("FigurePart", paper.run(one["of_which"]))] if "of_which" in one else []
    return w("tc", w("tcPr"), *made)


def _counted(one) -> bool:
    return one.get("value") is not None


SHOW = {
    "heading": heading,
    "text": text,
    "note": note,
    "facts": facts,
    "figures": figures,
    "table": tables.table,
    "chart": chart,
}
