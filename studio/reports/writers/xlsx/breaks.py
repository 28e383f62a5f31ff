"""Where a sheet's pages end on paper: before a heading, table or chart that would be cut."""

# Points: a column's letter and the white in it, a row of its own height, A4 between the margins upright and across.
LETTER, CELL, ROW = 5.25, 3.75, 15.0
UPRIGHT, ACROSS = (508.0, 715.0), (755.0, 470.0)


def page_breaks(widths: list[float], heights: dict[int, float], starts: list[int], end: int, *, across, head):
    """The rows before which a new page begins.

    ``starts`` are the first rows of what should stay whole, ``heights`` those of rows that are not as high as usual,
    ``head`` that of the rows repeated on every page. The sheet is shrunk to one page's width.
    """
    wide, high = ACROSS if across else UPRIGHT
    shrunk = min(1.0, wide / sum(width * LETTER + CELL for width in widths))
    room = high / shrunk - head
    breaks, used = [], 0.0
    for start, stop in zip([0, *starts], [*starts, end], strict=True):
        height = sum(heights.get(row, ROW) for row in range(start, stop))
        if used and used + height > room:
            breaks.append(start)
            used = 0.0
        used += height
        while used > room:
            used -= room
    return breaks
