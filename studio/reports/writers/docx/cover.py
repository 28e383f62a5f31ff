"""The cover: whose report, of which period; the rings of the disciplines in the corner."""

import math
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from .drawing import picture
from .text import paragraph
from .xml import w

# Millimetres, as on the cover of the PDF; drawn at this many dots per millimetre, twice as large to smooth the edges.
SIDE, DOTS, SMOOTH = 120, 10, 2
FRAME = {"w": 5200, "wrap": "around", "vAnchor": "page", "hAnchor": "page", "x": 1418, "y": 13000}
PRIMARY, MUTED = "#0B5A7A", "#5A6673"


def cover(paper) -> list:
    """Company, studio with its honours, report and period; at the foot who leads and when it was made."""
    made, words = paper.document, paper.words
    studio, run = made["studio"], paper.run
    # A frame belongs to the paragraph after it, so what stands at the foot comes first.
    foot = [(words["lead"], studio["lead"])] if studio["lead"] else []
    foot += [
        (words["period"], f"{made['period']['from']} – {made['period']['to']}"),
        (words["made_on"], made["made"]["on"]),
    ]
    colours = [one["colour"] for one in made["disciplines"]]
    parts = [
        _at_foot(style, run(said))
        for line in foot
        for style, said in zip(("CoverLabel", "CoverText"), line, strict=True)
    ]
    parts += [
        paragraph(
            "CoverCompany",
            run(studio["company"]),
            [picture(paper, rings(*colours), SIDE)],
        ),
        paragraph("Title", run(studio["name"])),
        *[paragraph("CoverHonour", run(f"■\u2002{one['title']} · {one['year']}")) for one in studio["honours"]],
        paragraph("Subtitle", run(made["report"]["title"])),
        paragraph("CoverPeriod", run(made["period"]["label"])),
    ]
    if made["discipline"]:
        parts.append(paragraph("Subtitle", run(made["discipline"]["name"])))
    return parts


def _at_foot(style: str, parts):
    """A paragraph in the frame at the foot of the page, wherever the cover's text ends."""
    made = paragraph(style, parts)
    made.find("{*}pPr").append(w("framePr", **FRAME))
    return made


@lru_cache(maxsize=16)
def rings(*colours: str) -> bytes:
    """ "1 + N": one platform, around it a ring for each discipline in its colour, and the graduation of a dial."""
    scale = DOTS * SMOOTH
    size = SIDE * scale
    image = Image.new("RGB", (size, size), "#FFFFFF")
    pen = ImageDraw.Draw(image)

    def ring(radius, width, colour):
        outer, inner = (radius + width / 2) * scale, (radius - width / 2) * scale
        pen.ellipse([size - outer, size - outer, size + outer, size + outer], fill=colour)
        pen.ellipse([size - inner, size - inner, size + inner, size + inner], fill="#FFFFFF")

    step = min(14, 60 / max(len(colours), 1))
    edge = 44 + len(colours) * step
    for degree in range(0, 91, 2):
        angle, length = math.radians(degree), 5 if degree % 10 == 0 else 2.4
        ends = [
            (size - at * scale * math.cos(angle), size - at * scale * math.sin(angle)) for at in (edge, edge + length)
        ]
        pen.line(ends, fill=MUTED, width=round(0.22 * scale))
    ring(edge, 0.22, MUTED)
    for number, colour in reversed(list(enumerate(colours))):
        ring(44 + number * step, step / 2, colour)
    pen.ellipse([size - 33 * scale, size - 33 * scale, size + 33 * scale, size + 33 * scale], fill=PRIMARY)
    small = image.resize((SIDE * DOTS, SIDE * DOTS), Image.Resampling.LANCZOS)
    stream = BytesIO()
    small.save(stream, "PNG", dpi=(DOTS * 25.4, DOTS * 25.4))
    return stream.getvalue()
