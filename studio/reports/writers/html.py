"""A web page of one file: styles and drawings inside, no script, nothing fetched from anywhere."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from studio.reports.freeze import canonical, digest

from .prepare import prepared

CODES = {"en": "en", "zh": "zh-Hans"}


class OurMarkup(str):
    """Markup that our own code wrote whole: a drawing built as an element tree, or the style sheet. Never user text."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def write(document: dict, language: str) -> bytes:
    """The page of a frozen document in ``en`` or ``zh``."""
    page = {
        "document": for_page(document, language),
        "language": CODES[language],
        "digest": digest(canonical(document)),
        "styles": OurMarkup(Path(finders.find("css/report.css")).read_text(encoding="utf-8")),
    }
    return render_to_string("reports/standalone.html", page).encode()


def for_page(document: dict, language: str, site: str | None = None) -> dict:
    """The prepared document with its drawings as markup and its tables' heads beside every cell."""
    made = prepared(document, language, site)
    for chapter in made["chapters"]:
        for block in chapter["blocks"]:
            block["template"] = f"reports/blocks/{block['type']}.html"
            if block["type"] == "chart":
                block["svg"] = OurMarkup(block["svg"])
                block["rows"] = [
                    [name, *(series["values"][place]["text"] for series in block["series"])]
                    for place, name in enumerate(block["categories"])
                ]
            elif block["type"] == "table":
                block["rows"] = [list(zip(block["columns"], row, strict=True)) for row in block["rows"]]
                block["total"] = list(zip(block["columns"], block["total"], strict=True)) if block["total"] else None
    return made
