"""Word: named styles to edit, native charts, linked contents; the same bytes for the same document."""

from studio.reports.freeze import canonical, digest
from studio.reports.writers.prepare import arranged

from .annex import annex
from .blocks import chapter
from .contents import contents, number
from .cover import cover
from .furniture import furnish
from .package import opened, packed
from .pages import Layout
from .paper import Paper


def write(document: dict, language: str) -> bytes:
    """The Word file of a frozen document in ``en`` or ``zh``."""
    made = arranged(document, language)
    paper = Paper(opened(), made, language)
    body = [*(part for one in made["chapters"] for part in chapter(paper, one))]
    body += annex(paper, digest(canonical(document)))
    # The contents know the headings only when those are written, and their pages when everything is.
    listed = contents(paper)
    number(paper, Layout(paper.package.styles.element).fill([*listed, *body]))
    paper.place([*cover(paper), *listed, *body])
    furnish(paper)
    return packed(paper)
