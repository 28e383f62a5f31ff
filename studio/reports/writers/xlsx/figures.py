"""Every figure of the report as a table to filter: value, parts, number of records, window, definition, link."""

from .page import Page, letters

WIDTHS = [22, 12, 12, 9, 11, 13, 9, 11, 11, 11, 60, 28]
TEXTS = {0, 1, 3, 10, 11}


def figures(book) -> str:
    """The sheet of definitions; returns its name."""
    words = book.words
    page = Page(book, words["annex_sheet"], words["annex"])
    sheet = page.sheet
    page.widths, page.last_column = dict(enumerate(WIDTHS)), len(WIDTHS) - 1
    heads = ["figure", "discipline", "value", "unit", "numerator", "denominator", "rows", "from", "to", "as_of"]
    heads += ["definition", "key"]
    page.high(0, 30)
    for column, key in enumerate(heads):
        align = {} if column in TEXTS else {"align": "right"}
        sheet.write_string(0, column, words[key], book.look("head", **align))
    row = 0
    for entry in book.document["annex"]:
        for scope in entry["scopes"]:
            row += 1
            _line(book, sheet, row, entry, scope)
            page.seen[row] = [(10, letters(entry["definition"]) + 2), (0, letters(entry["label"]) + 2)]
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(row, 1), len(WIDTHS) - 1)
    page.row = row + 1
    page.close(repeat=0)
    return page.name


def _line(book, sheet, row, entry, scope):
    texts = {0: entry["label"], 1: scope["name"], 3: entry["unit"], 10: entry["definition"], 11: entry["key"]}
    for column, said in texts.items():
        sheet.write_string(row, column, said, book.look("cell"))
    kind = entry.get("format") or "number"
    book.put(sheet, row, 2, {**scope, "text": scope["text"]}, kind, align="right", bold=True)
    for column, key in ((4, "numerator"), (5, "denominator"), (6, "row_count")):
        value = scope[key]
        if value is None:
            sheet.write_blank(row, column, None, book.look("cell"))
        else:
            book.put(sheet, row, column, {"value": value, "text": str(value)}, "number", align="right")
    for column, key in ((7, "from"), (8, "to"), (9, "as_of")):
        book.put(sheet, row, column, {"value": entry[key], "text": entry[key]}, "date")
