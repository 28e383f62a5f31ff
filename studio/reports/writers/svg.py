"""Charts as SVG: the one drawing that the PDF and the page without scripts share."""

from xml.etree.ElementTree import Element, tostring

from .marks import FONT, SMALL, WIDTH, canvas, line, mark, stroke, width_of, wrapped, write
from .palette import MUTED, RULE, Palette
from .scale import amount, steps, tick

LEFT, RIGHT, PLOT, NAME_LINES = 52, 12, 170, 3


def draw(chart: dict, disciplines: list[dict]) -> str:
    """The chart of a localised document as SVG text. Element trees escape whatever people wrote."""
    lying = chart["kind"] == "bar" and len(chart["series"]) == 1
    return tostring((_rows if lying else _columns)(chart, disciplines), encoding="unicode")


def describe(chart: dict) -> str:
    """The chart in words, for those who cannot see it."""
    parts = [
        f"{series['label']}: "
        + ", ".join(f"{name} {cell['text']}" for name, cell in zip(chart["categories"], series["values"], strict=True))
        for series in chart["series"]
    ]
    return f"{chart['title']} ({chart['unit']}). " + "; ".join(parts)


def _rows(chart, disciplines) -> Element:
    """One series of bars: lying, with the name at the left and the number at the end of its bar."""
    row, top = 30, 6
    names, series = chart["categories"], chart["series"][0]
    values = series["values"]
    svg = canvas(top + row * len(names) + 6, describe(chart))
    palette = Palette(svg, disciplines)
    left = min(max(map(width_of, names), default=0), 240) + 14
    right = max((width_of(cell["text"]) for cell in values), default=0) + 16
    highest = max(map(amount, values), default=0) or 1
    line(svg, left, top, left, top + row * len(names), stroke=MUTED)
    keys = [key or "cross" for key in chart["colours"]] if chart["colours"] else [series["discipline"]] * len(names)
    for place, (name, cell, key) in enumerate(zip(names, values, keys, strict=True)):
        y = top + row * place
        length = (WIDTH - left - right) * max(amount(cell), 0) / highest
        write(svg, left - 10, y + row / 2 + 4.5, shortened(name, 240), "end")
        palette.box(left, y + 6, length, row - 12, key)
        write(svg, left + length + 8, y + row / 2 + 4.5, cell["text"], weight="700")
    return svg


def shortened(name: str, room: float) -> str:
    """A name cut to the room there is; the table behind the chart has it in full."""
    if width_of(name) <= room:
        return name
    while name and width_of(name + "…") > room:
        name = name[:-1]
    return name + "…"


def _columns(chart, disciplines) -> Element:
    """Several series: standing columns side by side or stacked, or lines."""
    rows = _legend_rows(chart)
    top = 26 + (20 * len(rows) if len(chart["series"]) > 1 else 0)
    band = (WIDTH - LEFT - RIGHT) / max(len(chart["categories"]), 1)
    most = max((len(wrapped(name, band - 8)) for name in chart["categories"]), default=1)
    svg = canvas(top + PLOT + 34 + (most - 1) * (SMALL + 3) * (most <= NAME_LINES), describe(chart))
    palette = Palette(svg, disciplines)
    if len(chart["series"]) > 1:
        _legend(svg, palette, chart, rows)
    values = [[amount(cell, chart["format"]) for cell in series["values"]] for series in chart["series"]]
    sums = [sum(column) for column in zip(*values, strict=True)] if chart["kind"] == "stacked" else []
    flat = sums or [value for series in values for value in series]
    axis = steps(min(flat, default=0), max(flat, default=0))
    low, high = axis[0], axis[-1]

    def height(value):
        return top + PLOT - PLOT * (value - low) / (high - low)

    for step in axis:
        line(svg, LEFT, height(step), WIDTH - RIGHT, height(step), stroke=MUTED if step == 0 else RULE)
        write(svg, LEFT - 8, height(step) + 4, tick(step, chart["format"]), "end", MUTED, SMALL)
    _names(svg, chart["categories"], band, top + PLOT + 20)
    paint = {"stacked": _stacked, "line": _lines}.get(chart["kind"], _grouped)
    paint(svg, palette, chart, values, band, height)
    return svg


def _legend_rows(chart) -> list[list[tuple]]:
    rows, used = [[]], 0.0
    for place, series in enumerate(chart["series"]):
        needed = width_of(series["label"]) + 46
        if used + needed > WIDTH - LEFT and rows[-1]:
            rows.append([])
            used = 0.0
        rows[-1].append((LEFT + used, place, series))
        used += needed
    return rows


def _legend(svg, palette, chart, rows):
    for number, row in enumerate(rows):
        y = 4 + 20 * number
        for x, place, series in row:
            key = series["discipline"]
            if chart["kind"] == "line":
                stroke(svg, palette, key, place, f"M{x:.1f} {y + 6}h22")
                mark(svg, palette, key, place, x + 11, y + 6)
            else:
                palette.box(x, y, 22, 12, key, place)
            write(svg, x + 29, y + 10.5, series["label"])


def _names(svg, names, band, y):
    """Names under the columns: in up to three lines, or else only every second, third … name."""
    lines = [wrapped(name, band - 8) for name in names]
    every = 1
    if max(map(len, lines), default=1) > NAME_LINES:
        lines = [[name] for name in names]
        while every < len(names) and max(map(width_of, names)) * SMALL / FONT + 6 > band * every:
            every += 1
    for place, name in enumerate(lines[::every]):
        for number, part in enumerate(name):
            x = LEFT + band * (place * every + 0.5)
            write(svg, x, y + number * (SMALL + 3), part, "middle", MUTED, SMALL)


def _stacked(svg, palette, chart, values, band, height):
    wide = min(band * 0.6, 44)
    for place in range(len(chart["categories"])):
        x, base = LEFT + band * (place + 0.5) - wide / 2, 0.0
        for number, series in enumerate(chart["series"]):
            if value := values[number][place]:
                low, high = height(base), height(base + value)
                palette.box(x, high, wide, low - high, series["discipline"], number)
                base += value
        if base:
            write(svg, x + wide / 2, height(base) - 6, tick(base, chart["format"]), "middle", size=SMALL, weight="700")


def _grouped(svg, palette, chart, values, band, height):
    count = max(len(chart["series"]), 1)
    wide = min(band * 0.76 / count, 40)
    for place in range(len(chart["categories"])):
        start = LEFT + band * (place + 0.5) - wide * count / 2
        for number, series in enumerate(chart["series"]):
            value, x = values[number][place], start + wide * number
            y = height(max(value, 0))
            palette.box(x + 1, y, wide - 2, abs(height(value) - height(0)), series["discipline"], number)
            said = series["values"][place]["text"]
            if wide > width_of(said, SMALL) * 0.9:
                write(svg, x + wide / 2, y - 5, said, "middle", size=SMALL)


def _lines(svg, palette, chart, values, band, height):
    for number, series in enumerate(chart["series"]):
        # Where nothing is recorded the line is broken, not drawn to zero.
        points = [
            (LEFT + band * (place + 0.5), height(value)) if cell.get("value") is not None else None
            for place, (value, cell) in enumerate(zip(values[number], series["values"], strict=True))
        ]
        path = [
            f"{'L' if place and points[place - 1] else 'M'}{point[0]:.1f} {point[1]:.1f}"
            for place, point in enumerate(points)
            if point
        ]
        stroke(svg, palette, series["discipline"], number, "".join(path))
        for place, point in enumerate(points):
            if point:
                mark(svg, palette, series["discipline"], number, *point)
                if len(chart["series"]) == 1:
                    write(svg, point[0], point[1] - 9, series["values"][place]["text"], "middle", size=SMALL)
