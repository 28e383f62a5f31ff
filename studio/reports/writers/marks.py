"""The small parts of a chart: text, lines, boxes, and how wide a text runs."""

import re
from xml.etree.ElementTree import Element, SubElement

from .palette import DASHES, INK, RULE

# Punctuation that Chinese fonts draw as wide as a character, though Latin has it too.
FULL = "·—…‘’“”"
WIDTH, FONT, SMALL = 640, 12.5, 11
FAMILY = "Noto Sans SC, Inter, Segoe UI, PingFang SC, Microsoft YaHei, sans-serif"


def canvas(height: float, said: str) -> Element:
    """An empty picture; ``said`` tells in words what it shows."""
    size = {"viewBox": f"0 0 {WIDTH} {height:g}", "width": str(WIDTH), "height": f"{height:g}"}
    look = {"font-family": FAMILY, "font-size": str(FONT), "fill": INK}
    return Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "aria-label": said, **look})


def width_of(text: str, size: float = FONT) -> float:
    """About how wide ``text`` runs: a Chinese character takes the full size, others about half."""
    return sum(1.0 if ord(letter) > 0x2E7F or letter in FULL else 0.56 for letter in text) * size


def wrapped(text: str, room: float, size: float = SMALL) -> list[str]:
    """``text`` in lines no wider than ``room``: between words, and between any two Chinese characters."""
    lines, parts = [""], re.findall(r"[^\s\u2e80-\uffff]+|[\u2e80-\uffff]", text)
    for part in parts:
        gap = " " if lines[-1] and ord(part[0]) < 0x2E80 and ord(lines[-1][-1]) < 0x2E80 else ""
        if lines[-1] and width_of(lines[-1] + gap + part, size) > room:
            lines.append(part)
        else:
            lines[-1] += gap + part
    return lines


def write(svg, x, y, text, anchor="start", fill=INK, size=FONT, weight="400"):
    """A text with its base line at ``y``."""
    style = {"text-anchor": anchor, "fill": fill, "font-size": str(size), "font-weight": weight}
    SubElement(svg, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", **style}).text = text


def line(svg, x1, y1, x2, y2, stroke=RULE):
    """A thin straight line."""
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    SubElement(svg, "line", {**ends, "stroke": stroke, "stroke-width": "0.8"})


def stroke(svg, palette, key, place, path: str):
    """The line of a series, dashed in its own way."""
    if path:
        style = {"fill": "none", "stroke": palette.colour(key, place), "stroke-width": "2"}
        dash = DASHES[palette.place(key, place) % len(DASHES)]
        SubElement(svg, "path", {"d": path, **style} | ({"stroke-dasharray": dash} if dash else {}))


def mark(svg, palette, key, place, x, y):
    """The point of a series: round or square, filled or hollow."""
    colour, shape = palette.colour(key, place), palette.place(key, place) % 4
    style = {"fill": "#FFFFFF" if shape % 2 else colour, "stroke": colour, "stroke-width": "1.6"}
    if shape in (0, 1):
        SubElement(svg, "circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "3.6", **style})
    else:
        square = {"x": f"{x - 3.3:.1f}", "y": f"{y - 3.3:.1f}", "width": "6.6", "height": "6.6"}
        SubElement(svg, "rect", square | style)
