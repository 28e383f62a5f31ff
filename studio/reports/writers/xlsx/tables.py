"""Tables: short ones on their chapter's sheet, long ones on a sheet of their own with a filter and a fixed head."""

from .page import Page

LONG = 30
# A sheet of one table: its columns may be wider, and its first need not hold labels.
WIDEST, FIRST = 60, 12


def table(page, block: dict, place: int) -> None:
    """A table under its caption; a long one is moved and linked."""
    if block["title"]:
        page.line(f"{block['number']}\u2002{block['title']}", "caption")
    if not block["rows"]:
        page.text(block["empty"], "note")
        return
    if len(block["rows"]) > LONG:
        _detail(page, block, page.titles[place])
        return
    page.row = fill(page, block, page.row)
    if block["source"]:
        page.text(block["source"], "note")
    page.row += 1


def _detail(page, block: dict, title: str) -> None:
    detail = Page(page.book, title, title, back=True, widest=WIDEST, first=FIRST)
    page.details.append((title, detail.name))
    target = f"internal:'{detail.name}'!A1"
    page.sheet.write_url(page.row, 0, target, page.book.look("link"), f"→ {detail.name}")
    page.row += 2
    detail.last_column = len(block["columns"]) - 1
    end = fill(detail, block, 2)
    detail.sheet.autofilter(2, 0, 2 + len(block["rows"]), detail.last_column)
    detail.sheet.freeze_panes(3, 1)
    if block["source"]:
        detail.sheet.write_string(end + 1, 0, block["source"], page.book.look("muted"))
    detail.row = end
    detail.close()
    detail.sheet.repeat_rows(0, 2)


def fill(page, block: dict, row: int) -> int:
    """Head, rows and total from ``row`` on; returns the row after them."""
    columns, sheet = block["columns"], page.sheet
    for number, column in enumerate(columns):
        unit = f"\n{column['unit']}" if column["unit"] else ""
        align = {"align": "right"} if column["align"] == "right" else {}
        sheet.write_string(row, number, column["label"] + unit, page.book.look("head", **align))
        page.saw(row, number, column["label"])
        if unit:
            page.high(row, 30)
    rows = [(one, "cell") for one in block["rows"]] + ([(block["total"], "total")] if block["total"] else [])
    for cells, look in rows:
        row += 1
        for number, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            align = {"align": "right"} if column["align"] == "right" else {}
            page.book.put(sheet, row, number, cell, column["kind"], look, **align)
            page.saw(row, number, cell["text"])
    return row + 1
