"""How wide the columns of a table are: what stands in them asks, and wide columns give way first."""

import re

from .marks import width_of

# All in ems of the table's type: the line on A4, the white beside a column, one unit of ``Column.width``.
LINE, WHITE, UNIT = 50.0, 1.1, 4.5
# Up to this many letters a cell is kept on one line; beyond it the usual cell decides.
SHORT, USUAL, WIDEST, LONGEST_WORD = width_of("n" * 18, 1), 0.85, width_of("n" * 40, 1), width_of("n" * 14, 1)


def set_widths(table: dict) -> None:
    """Give every column of a localised table its ``share`` of the line."""
    rows = [*table["rows"], *([table["total"]] if table["total"] else [])]
    asked, least = [], []
    for place, column in enumerate(table["columns"]):
        texts = [row[place]["text"] for row in rows]
        least.append(_longest_word([column["label"], column["unit"], *texts]) + WHITE)
        asked.append(max(float(column["width"]) * UNIT if column["width"] else _wanted(texts) + WHITE, least[-1]))
    for column, share in zip(table["columns"], _fitted(asked, least), strict=True):
        column["share"] = f"{share:.2f}"


def _wanted(texts: list[str]) -> float:
    widths = sorted(width_of(text, 1) for text in texts) or [0.0]
    if widths[-1] <= SHORT:
        return widths[-1]
    return min(widths[min(int(len(widths) * USUAL), len(widths) - 1)], WIDEST)


def _longest_word(texts: list[str]) -> float:
    words = {word for text in texts for word in re.split(r"[\s-]+", text)}
    return min(max((width_of(word, 1) for word in words if _is_whole(word)), default=0), LONGEST_WORD)


def _is_whole(word: str) -> bool:
    """Latin words do not break; Chinese does, but the few characters of a name or a head look better together."""
    return len(word) <= 5 or all(ord(letter) < 0x2E80 for letter in word)


def _fitted(asked: list[float], least: list[float]) -> list[float]:
    """What was asked for, when it fits; otherwise the widest are cut to one common width."""
    low, high = 0.0, max(asked, default=0)
    if sum(asked) <= LINE:
        return asked
    for _step in range(30):
        cap = (low + high) / 2
        if sum(_cut(asked, least, cap)) > LINE:
            high = cap
        else:
            low = cap
    return _cut(asked, least, low)


def _cut(asked, least, cap) -> list[float]:
    return [max(min(wish, cap), need) for wish, need in zip(asked, least, strict=True)]
