"""The first sheet: whose report, of which period, and a link to every sheet."""


def fill(page, listed: list[tuple], digest: str) -> None:
    """The cover's lines, then the contents."""
    made, words, book = page.book.document, page.book.words, page.book
    studio = made["studio"]
    page.widths = {0: 8, 1: 64, 2: 24}
    page.last_column = 2
    page.row = 0
    page.line(studio["company"], "muted")
    page.line(studio["name"], "studio", 34)
    for one in studio["honours"]:
        page.line(f"■ {one['title']} · {one['year']}", "honour")
    page.row += 1
    page.line(f"{made['report']['title']} · {made['period']['label']}", "report", 26)
    if made["discipline"]:
        page.line(made["discipline"]["name"], "muted")
    facts = [(words["lead"], studio["lead"])] if studio["lead"] else []
    facts += [
        (words["period"], f"{made['period']['from']} – {made['period']['to']}"),
        (words["made_on"], made["made"]["on"]),
        (words["document_hash"], digest),
    ]
    for label, value in facts:
        page.line(f"{label}  {value}", "muted", 17)
    page.row += 1
    page.line(words["contents"], "title", 28)
    for column in (1, 2):
        page.sheet.write_blank(page.row - 1, column, None, book.look("title"))
    for level, number, title, name in listed:
        indent = {"bold": True} if level == 1 else {"indent": 1, "font_color": "#5A6673"}
        page.high(page.row, 20 if level == 1 else 17)
        if number:
            page.sheet.write_string(page.row, 0, number, book.look("link"))
        page.sheet.write_url(page.row, 1, f"internal:'{name}'!A1", book.look("link", **indent), title)
        page.row += 1
    for column, width in page.widths.items():
        page.sheet.set_column(column, column, width)
    page.paper(page.row - 1)
