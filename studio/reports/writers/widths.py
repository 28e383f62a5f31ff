"""How wide the columns of a table are: what stands in them asks, and wide columns give way first.

A table of many columns is set smaller; one that does not fit even so is turned, on a page across.
"""

import re
from math import ceil

from .marks import width_of

# Points of a line on A4 upright and across; the rest in ems of the table's type: the white beside a column, one unit
# of ``Column.width``.
UPRIGHT, ACROSS, WHITE, UNIT = 453.5, 700.0, 1.1, 4.5
# Type by the number of columns; from how many on a table may be turned, and from how many lines in its usual row.
SIZES, SMALLEST, WIDE, LINES = ((6, 9.0), (8, 8.5)), 8.0, 8, 4
MANY, FEW_LINES = 12, 2  # so many columns are all numbers but for the names in front, which should not become tall
# Up to this many letters a cell is kept on one line; beyond it the usual cell decides.
SHORT, USUAL, WIDEST, LONGEST_WORD = width_of("n" * 18, 1), 0.85, width_of("n" * 40, 1), width_of("n" * 14, 1)
# Chinese breaks between any two characters, but not below two of them.
TWO = 2.0


def set_widths(table: dict) -> None:
    """Give a localised table its type size, every column its ``share`` of the line, and say whether it is turned."""
    columns = table["columns"]
    rows = [[cell["text"] for cell in row] for row in [*table["rows"], *([table["total"]] if table["total"] else [])]]
    size = next((size for count, size in SIZES if len(columns) <= count), SMALLEST)
    tried = [(size, False), (SMALLEST, False), (SMALLEST, True)] if len(columns) >= WIDE else [(size, False)]
    for size, turned in tried:
        line = (ACROSS if turned else UPRIGHT) / size
        shares, fits = _shares(columns, rows, line)
        if fits and _usual_lines(rows, shares) <= (FEW_LINES if len(columns) >= MANY else LINES):
            break
    table["size"], table["turned"] = size, turned
    for column, share in zip(columns, shares, strict=True):
        column["share"] = f"{share:.2f}"


def _shares(columns: list[dict], rows: list[list[str]], line: float) -> tuple[list[float], bool]:
    """The width of every column, and whether no word is cut."""
    texts = [[column["label"], column["unit"], *[row[place] for row in rows]] for place, column in enumerate(columns)]
    needed = [_longest_word(said, _is_latin, TWO) + WHITE for said in texts]
    least = [_longest_word(said, _is_whole) + WHITE for said in texts]
    least = least if sum(least) <= line else needed
    asked = [
        max(float(column["width"]) * UNIT if column["width"] else _wanted(said[2:]) + WHITE, need)
        for column, said, need in zip(columns, texts, least, strict=True)
    ]
    return _fitted(asked, least, line), sum(needed) <= line


def _usual_lines(rows: list[list[str]], shares: list[float]) -> int:
    """How many lines the usual row takes."""
    lines = sorted(
        max(ceil(width_of(text, 1) / max(share - WHITE, 1)) for text, share in zip(row, shares, strict=True))
        for row in rows
    )
    return lines[int((len(lines) - 1) * USUAL)] if lines else 1


def _wanted(texts: list[str]) -> float:
    widths = sorted(width_of(text, 1) for text in texts) or [0.0]
    if widths[-1] <= SHORT:
        return widths[-1]
    return min(widths[min(int(len(widths) * USUAL), len(widths) - 1)], WIDEST)


def _longest_word(texts: list[str], counts, least: float = 0.0) -> float:
    # A line may end behind a hyphen, but not in the middle of a number: RX-2021-003 stays whole.
    words = {word for text in texts for word in re.split(r"\s+|-(?=[^\W\d])", text)}
    return min(max((width_of(word, 1) for word in words if counts(word)), default=least), LONGEST_WORD)


def _is_latin(word: str) -> bool:
    """Latin words and numbers do not break."""
    return all(ord(letter) < 0x2E80 for letter in word)


def _is_whole(word: str) -> bool:
    """The few Chinese characters of a name or a head look better together."""
    return len(word) <= 5 or _is_latin(word)


def _fitted(asked: list[float], least: list[float], line: float) -> list[float]:
    """What was asked for, when it fits; otherwise the widest are cut to one common width."""
    low, high = 0.0, max(asked, default=0)
    if sum(asked) <= line:
        return asked
    for _step in range(30):
        cap = (low + high) / 2
        if sum(_cut(asked, least, cap)) > line:
            high = cap
        else:
            low = cap
    return _cut(asked, least, low)


def _cut(asked, least, cap) -> list[float]:
    return [max(min(wish, cap), need) for wish, need in zip(asked, least, strict=True)]
