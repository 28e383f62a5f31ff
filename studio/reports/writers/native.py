"""A chart in the markup of office programs, with its numbers as a workbook: it can be edited where it stands."""

from decimal import Decimal
from io import BytesIO

import xlsxwriter
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from .palette import INK, MUTED, RULE, Palette
from .workbook import NO_MOMENT, NUMBER_FORMATS, amount

FONT = ("Segoe UI", "Microsoft YaHei")
# The patterns of ``palette.py``, as office programs call them; the last is white with a frame.
PATTERNS = [None, MSO_PATTERN.WIDE_UPWARD_DIAGONAL, MSO_PATTERN.PERCENT_20, MSO_PATTERN.LIGHT_HORIZONTAL]
DASHES = [None, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT, MSO_LINE.LONG_DASH]
MARKS = [XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE]
ROW, FRAME, STANDING = 8.5, 9, 68


def lies(block: dict) -> bool:
    """Whether its bars lie: one series of amounts, each with its name at the left."""
    return block["kind"] == "bar" and len(block["series"]) == 1


def height_of(block: dict) -> float:
    """How high the chart is, in millimetres."""
    return FRAME + ROW * len(block["categories"]) if lies(block) else STANDING


def chart_xml(block: dict, disciplines: list[dict], workbook_relation: str) -> bytes:
    """The chart's part."""
    data = CategoryChartData(number_format=NUMBER_FORMATS[block["format"]])
    data.categories = block["categories"]
    for series in block["series"]:
        data.add_series(series["label"], [_number(cell, block["format"]) for cell in series["values"]])
    space = parse_xml(ChartXmlWriter(_type(block), data).xml.encode())
    chart = Chart(space, None)
    _furnish(chart, block)
    _paint(chart, block, Palette(None, disciplines))
    outer = space.find(qn("c:externalData"))
    if outer is None:
        outer = space._add_externalData()
    outer.set(qn("r:id"), workbook_relation)
    _say_fonts(space)
    space.insert(space.index(space.find(qn("c:chart"))) + 1, _bare())
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _type(block):
    if lies(block):
        return XL_CHART_TYPE.BAR_CLUSTERED
    kinds = {"stacked": XL_CHART_TYPE.COLUMN_STACKED, "line": XL_CHART_TYPE.LINE_MARKERS}
    return kinds.get(block["kind"], XL_CHART_TYPE.COLUMN_CLUSTERED)


def _number(cell: dict, kind: str):
    value = amount(cell, kind)
    return float(value) if isinstance(value, Decimal) else value


def _furnish(chart, block):
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(9), _rgb(INK)
    chart.has_legend = len(block["series"]) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    names, values = chart.category_axis, chart.value_axis
    names.format.line.color.rgb = _rgb(MUTED)
    names.major_tick_mark = XL_TICK_MARK.NONE
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.has_major_gridlines = not lies(block)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "#,##0.##", False
    values.tick_labels.number_format = "#,##0" if block["format"] in ("count", "number") else "General"
    if lies(block):
        names.reverse_order, values.visible = True, False
        values.minimum_scale = 0
    else:
        values.major_gridlines.format.line.color.rgb = _rgb(RULE)
        values.format.line.fill.background()


def _paint(chart, block, palette):
    plot = chart.plots[0]
    if block["kind"] != "line":
        plot.gap_width = 45 if lies(block) else 60
        plot.overlap = 100 if block["kind"] == "stacked" else (0 if lies(block) else -5)
    single = len(block["series"]) == 1
    if single or block["kind"] == "bar":
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.number_format, labels.number_format_is_linked = NUMBER_FORMATS[block["format"]], False
        labels.position = XL_LABEL_POSITION.ABOVE if block["kind"] == "line" else XL_LABEL_POSITION.OUTSIDE_END
        labels.font.size, labels.font.bold = Pt(8.5), single
    for place, (series, made) in enumerate(zip(block["series"], plot.series, strict=True)):
        if block["kind"] == "line":
            _line(made, palette, series["discipline"], place)
        elif block["colours"] and single:
            for number, key in enumerate(block["colours"]):
                _fill(made.points[number].format, palette, key or "cross", number)
        else:
            _fill(made.format, palette, series["discipline"], place)


def _fill(look, palette, key, place):
    pattern, colour = palette.place(key, place) % 5, _rgb(palette.colour(key, place))
    look.line.color.rgb, look.line.width = colour, Pt(0.75)
    if pattern == 4:
        look.fill.solid()
        look.fill.fore_color.rgb = _rgb("#FFFFFF")
    elif PATTERNS[pattern]:
        look.fill.patterned()
        look.fill.pattern = PATTERNS[pattern]
        look.fill.fore_color.rgb, look.fill.back_color.rgb = _rgb("#FFFFFF"), colour
    else:
        look.fill.solid()
        look.fill.fore_color.rgb = colour


def _line(series, palette, key, place):
    number, colour = palette.place(key, place), _rgb(palette.colour(key, place))
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = colour, Pt(1.75)
    if DASHES[number % len(DASHES)]:
        series.format.line.dash_style = DASHES[number % len(DASHES)]
    series.marker.style, series.marker.size = MARKS[number % len(MARKS)], 6
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = _rgb("#FFFFFF") if number % 2 else colour
    series.marker.format.line.color.rgb = colour


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


def _bare():
    """Neither ground nor frame."""
    return parse_xml(
        '<c:spPr xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    )


def _say_fonts(space) -> None:
    """Latin and Chinese font of everything in the chart."""
    for look in space.iter(qn("a:defRPr")):
        for tag, name in zip(("a:latin", "a:ea"), FONT, strict=True):
            look.append(look.makeelement(qn(tag), {"typeface": name}))


def workbook(block: dict) -> bytes:
    """The numbers of the chart, where the chart's markup says they are."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": NO_MOMENT})
    sheet, look = book.add_worksheet("Sheet1"), book.add_format({"num_format": NUMBER_FORMATS[block["format"]]})
    for row, name in enumerate(block["categories"], start=1):
        sheet.write_string(row, 0, name)
    for column, series in enumerate(block["series"], start=1):
        sheet.write_string(0, column, series["label"])
        for row, cell in enumerate(series["values"], start=1):
            value = amount(cell, block["format"])
            if value is not None:
                sheet.write_number(row, column, value, look)
    book.close()
    return stream.getvalue()
