"""How wide the columns of a table are: as the author said, else as what stands in them asks for."""

from .marks import width_of

# One unit of ``Column.width`` is about eight letters.
UNIT = width_of("eight wi", 1)
LONGEST_WORD, WIDEST, USUAL = 16, 38, 0.85


def set_widths(table: dict) -> None:
    """Give every column of a localised table its ``share`` of the line."""
    for place, column in enumerate(table["columns"]):
        rows = [*table["rows"], *([table["total"]] if table["total"] else [])]
        texts = [row[place]["text"] for row in rows]
        column["share"] = f"{float(column['width']) if column['width'] else _asked(column, texts):.2f}"


def _asked(column: dict, texts: list[str]) -> float:
    words = [word for text in [column["label"], column["unit"], *texts] for word in text.split()]
    longest = max((width_of(word, 1) for word in words if len(word) <= LONGEST_WORD), default=0)
    widths = sorted(width_of(text, 1) for text in texts)
    usual = widths[min(int(len(widths) * USUAL), len(widths) - 1)] if widths else 0
    return max(longest + 0.6, min(usual, width_of("n" * WIDEST, 1)), UNIT / 2) / UNIT
