"""On which page each heading will stand, counted the way Word fills pages.

Word refreshes the contents when it is asked to (F9, or before printing), and asks a question when a file wants it on
opening. So the numbers are right from the start: line heights are given by the styles, hence known here.
"""

from dataclasses import dataclass, field
from functools import cached_property

from docx.oxml.ns import qn

from .paper import EMU_PER_TWIP, LINE
from .sections import ends_across

# Twentieths of a point: what A4 leaves between the margins. A little is lost to rules between rows.
PAGE, PAGE_ACROSS, RULES = 16838 - 2 * 1417, 11906 - 2 * 1417, 8
# A letter of running Latin text, in ems, and how full a line becomes before a word no longer fits.
LATIN, FILLED = 0.51, 0.97


@dataclass
class Look:
    """What a paragraph style asks for."""

    before: int = 0
    after: int = 0
    line: int = 240
    size: int = 210
    indent: int = 0
    keeps: bool = False
    breaks: bool = False


@dataclass
class Piece:
    """Something that is not split: a paragraph, or a row of a table."""

    height: float
    keeps: bool = False
    breaks: bool = False
    anchor: str = ""
    # White above it, which falls away at the head of a page, and the rows of the table that are repeated there.
    before: float = 0
    head: float = 0
    # White under it, which need not fit.
    after: float = 0
    # The paragraph that ends a section says how high the pages after it are.
    next_pages: int = 0


@dataclass
class Layout:
    """Counts pages over the elements of one document."""

    styles: object
    page: int = 2
    used: float = 0
    room: int = PAGE
    pages: dict[str, int] = field(default_factory=dict)

    def fill(self, elements) -> dict[str, int]:
        """The page of every bookmark, by its name; the first of ``elements`` begins page 2."""
        waiting: list[Piece] = []
        for piece in (piece for element in elements for piece in self._pieces(element)):
            if piece.breaks:
                self._place(waiting)
                waiting = []
            waiting.append(piece)
            if not piece.keeps:
                self._place(waiting)
                waiting = []
        self._place(waiting)
        return self.pages

    def _place(self, pieces: list[Piece]) -> None:
        if sum(piece.height for piece in pieces) > self.room and len(pieces) > 1:
            for piece in pieces:
                self._place([piece])
            return
        height = sum(piece.height for piece in pieces)
        if pieces and self.used and (pieces[0].breaks or self.used + height - pieces[-1].after > self.room):
            self.page += 1
            self.used = pieces[0].head - (0 if pieces[0].breaks else pieces[0].before)
        self.pages |= {piece.anchor: self.page for piece in pieces if piece.anchor}
        self.used += height
        while self.used > self.room:
            self.page, self.used = self.page + 1, self.used - self.room
        if pieces and pieces[-1].next_pages:
            self.page, self.used, self.room = self.page + 1, 0, pieces[-1].next_pages

    def _pieces(self, element):
        if element.tag == qn("w:sdt"):
            for inside in element.find(qn("w:sdtContent")):
                yield from self._pieces(inside)
        elif (across := ends_across(element)) is not None:
            yield Piece(0, next_pages=PAGE if across else PAGE_ACROSS)
        elif element.tag == qn("w:p"):
            yield self._paragraph(element, LINE)
        elif element.tag == qn("w:tbl"):
            yield from self._rows(element)

    def _rows(self, table):
        columns = [int(one.get(qn("w:w"))) for one in table.find(qn("w:tblGrid"))]
        margin = self._margins.get(table.find(qn("w:tblPr")).find(qn("w:tblStyle")).get(qn("w:val")), (0, 0))
        head = 0.0
        for row in table.iterchildren(qn("w:tr")):
            cells, height, keeps = list(row.iterchildren(qn("w:tc"))), 0.0, True
            for width, cell in zip(columns, cells, strict=True):
                inside = [self._paragraph(one, width - 2 * margin[1]) for one in cell.iterchildren(qn("w:p"))]
                height = max(height, sum(one.height for one in inside))
                keeps = keeps and inside[-1].keeps
            height += 2 * margin[0] + RULES
            properties = row.find(qn("w:trPr"))
            heads = properties is not None and properties.find(qn("w:tblHeader")) is not None
            yield Piece(height, keeps or heads, head=0 if heads else head)
            head += height if heads else 0

    def _paragraph(self, element, room: int) -> Piece:
        own = element.find(qn("w:pPr"))
        look = self._looks.get(own.find(qn("w:pStyle")).get(qn("w:val")), Look())
        if own.find(qn("w:framePr")) is not None:
            return Piece(0)
        drawn = [int(one.get("cy")) for one in element.iter("{*}extent")]
        height = sum(drawn) / EMU_PER_TWIP if drawn else look.line * self._lines(element, look, room)
        mark = element.find(f".//{qn('w:bookmarkStart')}")
        return Piece(
            height + look.before + look.after,
            look.keeps or own.find(qn("w:keepNext")) is not None,
            look.breaks,
            mark.get(qn("w:name")) if mark is not None else "",
            look.before,
            after=look.after,
        )

    def _lines(self, element, look: Look, room: int) -> int:
        text = "".join(
            one.text or "" if one.tag == qn("w:t") else "\n" if one.tag == qn("w:br") else ""
            for one in element.iter(qn("w:t"), qn("w:br"))
        )
        wide = max(room - look.indent, 1) * FILLED
        return sum(max(1, -int(-_width(line) * look.size // wide)) for line in text.split("\n"))

    @cached_property
    def _looks(self) -> dict[str, Look]:
        made: dict[str, Look] = {}
        for style in self.styles.iterchildren(qn("w:style")):
            if style.get(qn("w:type")) == "paragraph":
                made[style.get(qn("w:styleId"))] = _look(style, made)
        return made

    @cached_property
    def _margins(self) -> dict[str, tuple[int, int]]:
        found = {}
        for style in self.styles.iterchildren(qn("w:style")):
            if (margin := style.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")) is not None:
                sides = [int(margin.find(qn(side)).get(qn("w:w"))) for side in ("w:top", "w:left")]
                found[style.get(qn("w:styleId"))] = tuple(sides)
        return found


def _width(text: str) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else LATIN for letter in text)


def _look(style, made: dict[str, Look]) -> Look:
    """A style's own values over those of the style it is based on, which stands before it."""
    based = style.find(qn("w:basedOn"))
    look = Look(**vars(made[based.get(qn("w:val"))])) if based is not None else Look()

    def value(path, name="w:val"):
        found = style.find("/".join(qn(part) for part in path.split("/")))
        return found.get(qn(name)) if found is not None else None

    for name in ("before", "after", "line"):
        look.__dict__[name] = int(value("w:pPr/w:spacing", f"w:{name}") or getattr(look, name))
    look.size = int(value("w:rPr/w:sz") or look.size // 10) * 10
    look.indent = sum(int(value("w:pPr/w:ind", f"w:{side}") or 0) for side in ("left", "right")) or look.indent
    look.keeps = look.keeps or style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    look.breaks = look.breaks or style.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    return look
