"""Writers turn a frozen document into a file: ``write(document, language) -> bytes``."""

from . import html, pdf

WRITERS = {"pdf": pdf.write, "html": html.write}
