"""Excel: a sheet for each chapter, real numbers and days, native charts; the same bytes for the same document."""

from studio.reports.freeze import canonical, digest
from studio.reports.writers.prepare import arranged

from .blocks import SHOW
from .book import Book
from .contents import fill
from .figures import figures
from .names import Names, titles
from .page import Page


def write(document: dict, language: str) -> bytes:
    """The workbook of a frozen document in ``en`` or ``zh``."""
    made = arranged(document, language)
    book = Book(made, language, Names())
    contents = Page(book, book.words["contents"], book.words["contents"])
    listed = [listing for one in made["chapters"] for listing in _chapter(book, one)]
    listed.append((1, "", book.words["annex"], figures(book)))
    fill(contents, listed, digest(canonical(document)))
    return book.close()


def _chapter(book: Book, one: dict) -> list[tuple]:
    """A chapter's sheet and, behind it, one for each of its long tables: level, number, title and sheet of each."""
    page = Page(book, f"{one['number']} {one['title']}", f"{one['number']} {one['title']}", back=True)
    listed = [(1, one["number"], one["title"], page.name)]
    page.titles = titles(one)
    if one["own"]:
        page.text(one["own"], "own")
    before = ""
    for place, block in enumerate(one["blocks"]):
        # A heading, and a note under it, stay with what follows.
        if before not in ("heading", "note"):
            page.starts.append(page.row)
        before = block["type"]
        SHOW[block["type"]](page, block, place)
    page.close()
    return [*listed, *((2, "", title, name) for title, name in page.details)]
