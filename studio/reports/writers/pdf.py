"""PDF by typst: our own templates and fonts, no packages, no system fonts, the same bytes for the same document."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

from studio.reports.freeze import canonical, digest

from .prepare import prepared

HERE = Path(__file__).parent
OUR_FONTS = HERE.parent / "fonts"
# PDF/UA-1: title, language, tags for everything, pictures told in words; typst checks what a machine can check.
ACCESSIBLE = ["ua-1"]


@cache
def fonts() -> typst.Fonts:
    """Regular from its package, bold from ours; read once per process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[pylopdf_fonts_zh_cn.sans_path().parent, OUR_FONTS])


def write(document: dict, language: str) -> bytes:
    """The PDF of a frozen document in ``en`` or ``zh``."""
    made_on = datetime.fromisoformat(document["made"]["on"]).replace(tzinfo=UTC)
    compiler = typst.Compiler(
        HERE / "typst" / "report.typ",
        root=HERE / "typst",
        font_paths=fonts(),
        sys_inputs={
            "document": json.dumps(prepared(document, language), ensure_ascii=False),
            "language": language,
            "digest": digest(canonical(document)),
        },
    )
    moment = int(made_on.timestamp())
    try:
        return compiler.compile(format="pdf", timestamp=moment, pdf_standards=ACCESSIBLE)
    except typst.TypstError:
        # The standard refuses a document with a character that no font of ours has, say an emoji: tagged all the same.
        return compiler.compile(format="pdf", timestamp=moment)
