"""Compiles one PDF in a process of its own, started by ``pdf.py``: typst keeps what it has set, and only the end of
its process gives that memory back.

Reads JSON with ``document``, ``language``, ``digest`` and ``timestamp`` (seconds since 1970) from standard input,
writes the PDF to standard output. Nothing of Django is loaded.
"""

import json
import sys
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

HERE = Path(__file__).parent
OUR_FONTS = HERE.parent.parent / "fonts"
# PDF/UA-1: title, language, tags for everything, pictures told in words; typst checks what a machine can check.
ACCESSIBLE = ["ua-1"]


def compiled(document: str, language: str, digest: str, timestamp: int) -> bytes:
    """The PDF of a prepared ``document`` (JSON)."""
    compiler = typst.Compiler(
        HERE / "report.typ",
        root=HERE,
        # Regular from its package, bold from ours.
        font_paths=typst.Fonts(
            include_system_fonts=False, font_paths=[pylopdf_fonts_zh_cn.sans_path().parent, OUR_FONTS]
        ),
        sys_inputs={"document": document, "language": language, "digest": digest},
    )
    try:
        return compiler.compile(format="pdf", timestamp=timestamp, pdf_standards=ACCESSIBLE)
    except typst.TypstError:
        # The standard refuses a document with a character that no font of ours has, say an emoji: tagged all the same.
        return compiler.compile(format="pdf", timestamp=timestamp)


if __name__ == "__main__":
    sys.stdout.buffer.write(compiled(**json.load(sys.stdin.buffer)))
