"""Elements of WordprocessingML in few words: ``w("p", w("r", w("t", "text")))``."""

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser
from lxml import etree

W, R = f"{{{nsmap['w']}}}", f"{{{nsmap['r']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *children, **attributes):
    """The element ``w:tag``; a ``str`` among the children is its text, ``None`` is left out."""
    made = oxml_parser.makeelement(W + tag, {W + name: str(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            made.text = child
            made.set(_SPACE, "preserve")
        elif child is not None:
            made.append(child)
    return made


def parsed(text: str):
    """An element from our own constant markup."""
    return etree.fromstring(text, oxml_parser)
