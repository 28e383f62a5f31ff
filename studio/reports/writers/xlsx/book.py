"""One workbook while it is written: its looks, its properties, its cells."""

from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from studio.reports.writers.palette import INK, MUTED, PRIMARY, RULE
from studio.reports.writers.workbook import NUMBER_FORMATS, amount, day, kind_of

FONTS = {"en": "Segoe UI", "zh": "Microsoft YaHei"}
HONOUR, FAINT = "#B3202C", "#E4E8EC"
LONGEST_ADDRESS, LONGEST_TEXT = 2_000, 32_767
# Options that make every text a text: nothing a person wrote becomes a formula, a number or a link.
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}

LOOKS = {
    "title": {"bold": True, "font_size": 16, "valign": "vcenter", "bottom": 2, "bottom_color": PRIMARY},
    "heading": {"bold": True, "font_size": 12, "font_color": PRIMARY, "valign": "vcenter"},
    "caption": {"bold": True, "valign": "vcenter"},
    "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "top": 1, "bottom": 1, "bg_color": "#F1F4F7"},
    "cell": {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": FAINT},
    "total": {"bold": True, "text_wrap": True, "valign": "top", "top": 1, "bottom": 1},
    "label": {"font_color": MUTED, "text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": RULE},
    "fact": {"text_wrap": True, "valign": "top", "align": "left", "bottom": 1, "bottom_color": RULE},
    "text": {"text_wrap": True, "valign": "top"},
    "own": {"text_wrap": True, "valign": "top", "left": 5, "left_color": HONOUR, "indent": 1},
    "note": {"text_wrap": True, "valign": "top", "font_color": MUTED, "font_size": 9},
    "link": {"font_color": PRIMARY, "valign": "vcenter"},
    "muted": {"font_color": MUTED, "valign": "vcenter"},
    "studio": {"bold": True, "font_size": 20, "valign": "vcenter"},
    "honour": {"font_color": HONOUR, "valign": "vcenter"},
    "report": {"font_size": 14, "font_color": PRIMARY, "valign": "vcenter"},
}


class Book:
    """The open workbook with the document in one language."""

    def __init__(self, document: dict, language: str, names):
        self.document, self.words, self.names = document, document["words"], names
        self.font = FONTS[language]
        self.stream = BytesIO()
        self.book = xlsxwriter.Workbook(self.stream, PLAIN)
        self.book.formats[0].set_font_name(self.font)
        self.book.formats[0].set_font_size(10)
        self._looks: dict[tuple, object] = {}
        made = document["made"]
        self.title = f"{document['studio']['name']} · {document['report']['title']} · {document['period']['label']}"
        self.book.set_properties(
            {
                "title": self.title[:255],
                "author": document["studio"]["name"][:255],
                "subject": f"{document['period']['from']} – {document['period']['to']}",
                "keywords": f"{document['report']['key']}, {document['period']['key']}, {document['studio']['slug']}",
                "created": datetime(made["year"], made["month"], made["day"], tzinfo=UTC),
            }
        )

    def look(self, name: str, **more):
        """A look by its name, with what is particular to one cell."""
        key = (name, *sorted(more.items()))
        if key not in self._looks:
            same = {"font_name": self.font, "font_size": 10, "font_color": INK}
            self._looks[key] = self.book.add_format(same | LOOKS[name] | more)
        return self._looks[key]

    def put(self, sheet, row: int, column: int, cell: dict, kind: str, name: str = "cell", **more) -> None:
        """A cell of the document: a number, a day or a text, and its link."""
        kind = kind_of(cell, kind)
        address = cell.get("url") or ""
        if address.startswith(("http://", "https://")) and len(address) <= LONGEST_ADDRESS:
            more["font_color"] = PRIMARY
            # The text is replaced below; what stays is the link.
            sheet.write_url(row, column, address, self.look(name, **more), string=cell["text"][:LONGEST_TEXT])
        if kind == "text":
            sheet.write_string(row, column, cell["text"][:LONGEST_TEXT], self.look(name, **more))
        elif kind == "date":
            look = self.look(name, **{**more, "num_format": NUMBER_FORMATS["date"], "align": "left"})
            sheet.write_datetime(row, column, day(cell), look)
        else:
            look = self.look(name, **{**more, "num_format": number_format(cell, kind)})
            sheet.write_number(row, column, amount(cell, kind), look)

    def close(self) -> bytes:
        """The bytes of the workbook."""
        self.book.close()
        return self.stream.getvalue()


def number_format(cell: dict, kind: str) -> str:
    """How Excel shows the number: as it is shown everywhere."""
    made = NUMBER_FORMATS[kind]
    # "#,##0.##" would leave a point behind a whole number.
    return "#,##0" if made.endswith(".##") and "." not in cell["text"] else made
