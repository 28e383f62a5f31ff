"""One Word file while it is written: the parts that many places add to."""

from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from . import text
from .xml import w

# The line on A4 with 25 mm margins, upright and across, in twentieths of a point, and what drawings count in.
LINE, ACROSS, EMU_PER_TWIP = 9071, 14004, 635
LONGEST_ADDRESS = 2_000


@dataclass
class Heading:
    """What the contents say about a heading."""

    level: int
    number: str
    text: str
    anchor: str
    # The element that holds its page number.
    shown: object


@dataclass
class Paper:
    """The open package with the document in one language; hands out numbers, links and bookmarks."""

    package: object
    document: dict
    language: str
    headings: list[Heading] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    drawings: int = 0

    @property
    def chinese(self) -> bool:
        """Whether it is the Chinese file."""
        return self.language == "zh"

    @property
    def words(self) -> dict:
        """The fixed words of the document."""
        return self.document["words"]

    def run(self, said: str, style: str = "", **look) -> list:
        """Text as runs, its punctuation set for the language of the file."""
        return text.run(said, style, chinese=self.chinese, **look)

    def linked(self, cell: dict, **look) -> list:
        """The text of a cell; as a link when it has an address."""
        address = cell.get("url") or ""
        if not address.startswith(("http://", "https://")) or len(address) > LONGEST_ADDRESS:
            return self.run(cell["text"], **look)
        return [text.to_address(self._relation(address), self.run(cell["text"], "Hyperlink", **look))]

    def _relation(self, address: str) -> str:
        if address not in self.links:
            self.links[address] = f"link{len(self.links) + 1}"
            self.package.part.rels.add_relationship(RT.HYPERLINK, address, self.links[address], is_external=True)
        return self.links[address]

    def heading(self, level: int, number: str, said: str) -> list:
        """The runs of a heading with its bookmark; the contents will list it."""
        place = len(self.headings) + 1
        self.headings.append(Heading(level, number, said, f"_Toc{place:06}", w("t", "")))
        return text.bookmarked(self.headings[-1].anchor, place, self.run(said))

    def next_drawing(self) -> int:
        """A number that no other drawing has."""
        self.drawings += 1
        return self.drawings

    def place(self, parts) -> None:
        """Put the paragraphs and tables into the body, before its section."""
        section = self.package.element.body.sectPr
        for part in parts:
            section.addprevious(part)
