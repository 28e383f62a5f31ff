"""Sections: pages upright and, for the widest tables, across. Each has a header and footer as wide as its line."""

from docx.oxml.ns import qn

from .paper import ACROSS, LINE
from .text import paragraph
from .xml import w

LONG, SHORT, MARGIN, EDGE = 16838, 11906, 1417, 794


def section_end(*, turned: bool):
    """The paragraph that ends a section of pages upright, or across when ``turned``; the next begins a new page."""
    size = {"w": LONG, "h": SHORT, "orient": "landscape"} if turned else {"w": SHORT, "h": LONG}
    sides = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    made = paragraph("Gap")
    made.find(qn("w:pPr")).append(
        w(
            "sectPr",
            w("type", val="nextPage"),
            w("pgSz", **size),
            w("pgMar", **sides, header=EDGE, footer=EDGE, gutter=0),
            w("cols", space=720),
        )
    )
    return made


def ends_across(element) -> bool | None:
    """Whether a paragraph ends a section across (true) or upright (false); ``None`` when it ends none."""
    size = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}/{qn('w:pgSz')}")
    return None if size is None else size.get(qn("w:orient")) == "landscape"


def line_of(section) -> int:
    """How long a line is on the pages of a section."""
    return ACROSS if section.page_width > section.page_height else LINE


def tabs_for(line: int):
    """The tab at the right end of another line than the upright one, which the styles know."""
    return w("tabs", w("tab", val="clear", pos=LINE), w("tab", val="right", pos=line)) if line != LINE else None
