"""The contents: linked entries that are right when the file is opened, in a field that Word refreshes."""

from .text import paragraph, run, to_place
from .xml import w

# In a Chinese Word too the levels are found by their number, not by the name of a style.
CODE = ' TOC \\o "1-2" \\h \\z \\u '


def contents(paper) -> list:
    """A page with every heading of the first two levels, its number and its page."""
    entries = [_entry(paper, one) for one in paper.headings]
    begin = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", CODE)),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    for place, part in enumerate(begin):
        entries[0].insert(1 + place, part)
    entries.append(paragraph("Gap", [w("r", w("fldChar", fldCharType="end"))]))
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    title = paragraph("TOCHeading", paper.run(paper.words["contents"]))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", title, *entries))]


def number(paper, pages: dict[str, int]) -> None:
    """Write the page of every heading behind its entry."""
    for one in paper.headings:
        one.shown.text = str(pages[one.anchor])


def _entry(paper, one):
    number = run(f"{one.number}\t") if one.number else []
    page = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", f" PAGEREF {one.anchor} \\h ")),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", one.shown),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return paragraph(f"TOC{one.level}", [to_place(one.anchor, number, paper.run(one.text), run("\t"), page)])
