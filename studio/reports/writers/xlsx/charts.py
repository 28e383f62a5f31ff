"""A chart with its numbers: beside them when they are few columns, else below."""

from math import ceil

from studio.reports.writers.native import FONT as FONTS
from studio.reports.writers.native import height_of, lies
from studio.reports.writers.palette import INK, MUTED, RULE, Palette
from studio.reports.writers.workbook import NUMBER_FORMATS

from .page import OTHERS

# The patterns of ``palette.py``, as this library calls them; the last is white with a frame.
PATTERNS = [None, "wide_upward_diagonal", "percent_20", "light_horizontal"]
DASHES = ["solid", "dash", "round_dot", "dash_dot", "long_dash"]
MARKS = ["circle", "diamond", "square", "triangle"]
PIXELS_PER_MM, ROW, BESIDE, WIDTH = 3.78, 20, 3, 640


def chart(page, block: dict, place: int) -> None:
    """The caption, the numbers, the chart."""
    unit = f" ({block['unit']})" if block["unit"] else ""
    page.line(f"{block.get('number', '')}\u2002{block['title']}{unit}".strip(), "caption")
    top = page.row
    _numbers(page, block)
    made = _drawn(page, block, top)
    height = round(height_of(block) * PIXELS_PER_MM)
    made.set_size({"width": WIDTH if not lies(block) else 520, "height": height})
    at = (top, BESIDE) if lies(block) else (page.row + 1, 0)
    about = {"object_position": 2, "description": block["alt"], "x_offset": 4}
    page.sheet.insert_chart(*at, made, about)
    if lies(block):
        page.last_column = max(page.last_column, BESIDE + ceil(520 / (OTHERS * 7.3)) - 1)
    page.row = max(page.row, at[0] + ceil(height / ROW) + 1)
    if block["source"]:
        page.text(block["source"], "note")
    page.row += 1


def _numbers(page, block):
    sheet, look = page.sheet, page.book.look
    sheet.write_blank(page.row, 0, None, look("head"))
    for column, series in enumerate(block["series"], start=1):
        sheet.write_string(page.row, column, series["label"], look("head", align="right"))
        page.saw(page.row, column, series["label"])
    for number, name in enumerate(block["categories"]):
        page.row += 1
        sheet.write_string(page.row, 0, name, look("cell"))
        page.saw(page.row, 0, name)
        for column, series in enumerate(block["series"], start=1):
            page.book.put(sheet, page.row, column, series["values"][number], block["format"], align="right")
    page.row += 1


def _drawn(page, block, top):
    kind = {"line": {"type": "line"}, "stacked": {"type": "column", "subtype": "stacked"}}.get(block["kind"])
    made = page.book.book.add_chart(kind or {"type": "bar" if lies(block) else "column"})
    palette, last = Palette(None, page.book.document["disciplines"]), top + len(block["categories"])
    single = len(block["series"]) == 1
    for place, series in enumerate(block["series"]):
        options = {
            "name": [page.name, top, place + 1],
            "categories": [page.name, top + 1, 0, last, 0],
            "values": [page.name, top + 1, place + 1, last, place + 1],
            **_look(block, palette, series["discipline"], place),
        }
        if block["colours"] and single:
            options["points"] = [_fill(palette, key or "cross", number) for number, key in enumerate(block["colours"])]
        if single or block["kind"] == "bar":
            options["data_labels"] = {
                "value": True,
                "num_format": NUMBER_FORMATS[block["format"]],
                "font": _font(bold=single),
            }
        made.add_series(options)
    _furnish(made, block, single)
    return made


def _look(block, palette, key, place):
    if block["kind"] != "line":
        gap = {"gap": 45 if lies(block) else 60, "overlap": 100 if block["kind"] == "stacked" else 0}
        return _fill(palette, key, place) | gap
    number, colour = palette.place(key, place), palette.colour(key, place)
    mark = {"type": MARKS[number % len(MARKS)], "size": 6, "border": {"color": colour}}
    return {
        "line": {"color": colour, "width": 1.75, "dash_type": DASHES[number % len(DASHES)]},
        "marker": mark | {"fill": {"color": "#FFFFFF" if number % 2 else colour}},
    }


def _fill(palette, key, place):
    pattern, colour = palette.place(key, place) % 5, palette.colour(key, place)
    border = {"border": {"color": colour, "width": 0.75}}
    if pattern < len(PATTERNS) and PATTERNS[pattern]:
        return border | {"pattern": {"pattern": PATTERNS[pattern], "fg_color": "#FFFFFF", "bg_color": colour}}
    return border | {"fill": {"color": "#FFFFFF" if pattern == 4 else colour}}


def _furnish(made, block, single):
    names = {"num_font": _font(), "line": {"color": MUTED}, "major_tick_mark": "none"}
    values = {"num_font": _font(), "line": {"none": True}, "major_tick_mark": "none"}
    if lies(block):
        names |= {"reverse": True}
        values |= {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    else:
        values |= {"major_gridlines": {"visible": True, "line": {"color": RULE}}}
    # In this library the axes of lying bars are turned with them.
    made.set_x_axis(values if lies(block) else names)
    made.set_y_axis(names if lies(block) else values)
    made.set_legend({"none": True} if single else {"position": "top", "font": _font()})
    made.set_title({"none": True})
    made.set_chartarea({"border": {"none": True}})


def _font(*, bold=False):
    return {"name": FONTS[0], "size": 9, "color": INK, "bold": bold}
