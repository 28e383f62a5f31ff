"""Colour and pattern together: a discipline is told apart in black and white too.

Patterns are drawn as lines and dots, not as SVG patterns: tiles leave seams in print.
"""

from xml.etree.ElementTree import Element, SubElement

INK, MUTED, RULE, PRIMARY = "#1B2430", "#5A6673", "#D5DBE1", "#0B5A7A"
# Series that are no discipline, in their order.
OTHERS = [PRIMARY, "#8A97A5", "#B07A1E", "#4C7A89", "#7A5C8E"]
# The period before is grey and hatched, the period itself stands out.
PERIODS = {"now": 0, "before": 1}
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 4")
GAP = 7.0


class Palette:
    """Colours and patterns of one chart. A ``key`` names a discipline, or is "cross", "now", "before" or None."""

    def __init__(self, svg: Element, disciplines: list[dict]):
        self.svg, self.disciplines = svg, {one["key"]: (place, one) for place, one in enumerate(disciplines)}

    def colour(self, key: str | None, place: int = 0) -> str:
        """The discipline's colour, or that of the ``place``-th other series; cross-discipline is grey."""
        if key in self.disciplines:
            return self.disciplines[key][1]["colour"]
        return MUTED if key == "cross" else OTHERS[PERIODS.get(key, place) % len(OTHERS)]

    def place(self, key: str | None, place: int = 0) -> int:
        """The number of the pattern or dash that goes with a series."""
        if key in self.disciplines:
            return self.disciplines[key][0]
        return 4 if key == "cross" else PERIODS.get(key, place)

    def box(self, x, y, width, height, key: str | None, place: int = 0):
        """A bar: filled with its colour, with its white pattern on top, framed."""
        width, height, colour = max(width, 0), max(height, 0), self.colour(key, place)
        pattern = self.place(key, place) % 5
        shape = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{width:.1f}", "height": f"{height:.1f}"}
        frame = {"fill": "#FFFFFF" if pattern == 4 else colour, "stroke": colour, "stroke-width": "0.9"}
        SubElement(self.svg, "rect", shape | frame)
        marks = [None, slanted, dotted, level, None][pattern]
        if marks and width > 2 and height > 2:
            marks(self.svg, x, y, width, height)


def slanted(svg, x, y, width, height):
    """White lines from lower left to upper right, cut to the box."""
    path, at = [], GAP / 2
    while at < width + height:
        left, right = max(0.0, at - height), min(width, at)
        path.append(f"M{x + left:.1f} {y + at - left:.1f}L{x + right:.1f} {y + at - right:.1f}")
        at += GAP
    _lines(svg, path)


def level(svg, x, y, width, height):
    """White level lines."""
    count = int((height - 1) // 4)
    gap = height / (count + 1)
    _lines(svg, [f"M{x:.1f} {y + gap * step:.1f}h{width:.1f}" for step in range(1, count + 1)])


def dotted(svg, x, y, width, height):
    """White dots: strokes of no length with round ends."""
    columns, rows = max(int(width // 6), 1), max(int(height // 6), 1)
    across, down = width / columns, height / rows
    path = [
        f"M{x + across * (column + 0.5):.1f} {y + down * (row + 0.5):.1f}h0.01"
        for row in range(rows)
        for column in range(columns)
    ]
    _lines(svg, path, "2.2", "round")


def _lines(svg, path: list[str], width="1.3", cap="butt"):
    if path:
        style = {"fill": "none", "stroke": "#FFFFFF", "stroke-width": width, "stroke-linecap": cap}
        SubElement(svg, "path", {"d": "".join(path), **style})
