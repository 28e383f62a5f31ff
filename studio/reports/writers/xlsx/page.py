"""A sheet filled from its top: its title, then one thing under the other; set up for print when it is closed."""

from math import ceil

from .breaks import page_breaks

# Widths are in letters; a sheet wider than this is printed across.
FIRST, OTHERS, WIDEST, ACROSS = 22, 12, 40, 150
# How many columns running text takes, at least; points of a line of text.
TEXT_COLUMNS, LINE, TITLE = 7, 15, 30
MARGINS = {"left": 0.6, "right": 0.6, "top": 0.9, "bottom": 0.8}


def letters(text: str) -> float:
    """How many letters wide a text is in a column."""
    return max(sum(1.95 if ord(letter) > 0x2E7F else 1.0 for letter in line) for line in text.split("\n"))


class Page:
    """One worksheet."""

    def __init__(self, book, wanted: str, title: str, *, back=False, widest=WIDEST, first=FIRST):
        self.book, self.title, self.widest = book, title, widest
        self.name = book.names.free(wanted)
        self.sheet = book.book.add_worksheet(self.name)
        self.sheet.hide_gridlines(2)
        self.row, self.widths, self.last_column = 0, {0: first}, TEXT_COLUMNS - 1
        self.details: list[tuple[str, str]] = []
        self.titles: list[str] = []
        self.merged: list[tuple] = []
        self.seen: dict[int, list[tuple[int, float]]] = {}
        # The first rows of what should stay on one page, and the heights of rows that are not as high as usual.
        self.starts: list[int] = []
        self.heights: dict[int, float] = {}
        if back:
            self.high(0, TITLE)
            self.sheet.write_string(0, 0, title, book.look("title"))
            self.sheet.write_url(
                1, 0, f"internal:'{book.words['contents']}'!A1", book.look("link"), book.words["contents"]
            )
            self.sheet.freeze_panes(2, 0)
            self.sheet.repeat_rows(0)
            self.row = 3

    def high(self, row: int, points: float) -> None:
        """A row is ``points`` high."""
        self.heights[row] = points
        self.sheet.set_row(row, points)

    def saw(self, row: int, column: int, text: str) -> None:
        """A cell's text: its column becomes as wide as it asks for, within reason, and its row as high as it needs."""
        wanted = letters(text) + 2
        self.last_column = max(self.last_column, column)
        self.widths[column] = max(self.widths.get(column, OTHERS), min(wanted, self.widest))
        self.seen.setdefault(row, []).append((column, wanted))

    def line(self, text: str, look: str, height: float = 20) -> None:
        """A text on one line."""
        self.high(self.row, height)
        self.sheet.write_string(self.row, 0, text, self.book.look(look))
        self.row += 1

    def text(self, said: str, look: str = "text") -> None:
        """Running text across the columns; its height is known when the columns' widths are."""
        for part in said.split("\n\n"):
            if part.strip():
                self.merged.append((self.row, 0, part, look))
                self.row += 1
        self.row += 1

    def close(self, *, repeat: int | None = None) -> None:
        """Widths, heights of running text, and the paper."""
        for column in range(self.last_column + 1):
            self.sheet.set_column(column, column, self.widths.get(column, OTHERS))
        for row, cells in self.seen.items():
            lines = max(ceil((wanted - 1) / self.widths[column]) for column, wanted in cells)
            if lines > 1:
                self.high(row, LINE * lines + 2)
        for row, first, said, look in self.merged:
            room = sum(self.widths.get(column, OTHERS) for column in range(first, self.last_column + 1)) - 2
            lines = sum(max(1, ceil(letters(line) / room)) for line in said.split("\n"))
            self.high(row, LINE * lines + 3)
            self.sheet.merge_range(row, first, row, self.last_column, "", self.book.look(look))
            self.sheet.write_string(row, first, said, self.book.look(look))
        if repeat is None:
            for column in range(1, self.last_column + 1):
                self.sheet.write_blank(0, column, None, self.book.look("title"))
        self.paper(max(self.row - 1, 0), repeat=repeat)

    def paper(self, last_row: int, *, repeat: int | None = None) -> None:
        """A4, one page wide, with head and foot."""
        sheet, made = self.sheet, self.book.document
        widths = [self.widths.get(column, OTHERS) for column in range(self.last_column + 1)]
        across = sum(widths) > ACROSS
        sheet.set_paper(9)
        sheet.set_landscape() if across else sheet.set_portrait()
        if self.starts:
            ends = page_breaks(widths, self.heights, self.starts, last_row + 1, across=across, head=TITLE)
            sheet.set_h_pagebreaks(ends)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**MARGINS)
        sheet.print_area(0, 0, last_row, self.last_column)
        if repeat is not None:
            sheet.repeat_rows(repeat)
        studio, report = made["studio"]["name"], f"{made['report']['title']} · {made['period']['label']}"
        pages = self.book.words["page"] % {"page": "&P", "pages": "&N"}
        sheet.set_header(f"&L&8{_plain(studio)}&R&8{_plain(self.title)}")
        sheet.set_footer(f"&L&8{_plain(report)}&R&8{pages}")


def _plain(text: str) -> str:
    """In heads and feet an ampersand starts a code, and they hold 255 letters together."""
    # A digit at the start would be read as part of the size before it.
    return f" {text[:90].replace('&', '&&')}"
