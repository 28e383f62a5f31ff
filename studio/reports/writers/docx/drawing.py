"""Drawings in the text: a picture in the corner of a page, a chart in a line of its own."""

from io import BytesIO

from docx.oxml.ns import nsmap

from .xml import R, parsed, w

NAMES = {**{key: nsmap[key] for key in ("w", "r", "wp", "a", "pic")}}
NAMES["c"] = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMES["adec"] = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECLARED = " ".join(f'xmlns:{key}="{name}"' for key, name in NAMES.items())
EMU_PER_MM = 36_000
# Decoration says nothing, and says so to those who listen.
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
)


def picture(paper, content: bytes, side: int):
    """A square picture of ``side`` millimetres in the lower right corner of the page, behind the text."""
    relation, _image = paper.package.part.get_or_add_image(BytesIO(content))
    extent, number = side * EMU_PER_MM, paper.next_drawing()
    left, top = 210 * EMU_PER_MM - extent, 297 * EMU_PER_MM - extent
    made = parsed(
        f"""<w:drawing {_DECLARED}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"
        relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
        <wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
        <wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
        <wp:extent cx="{extent}" cy="{extent}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
        <wp:docPr id="{number}" name="Rings" descr="">{_DECORATION}</wp:docPr><wp:cNvGraphicFramePr/>
        <a:graphic><a:graphicData uri="{NAMES["pic"]}"><pic:pic>
        <pic:nvPicPr><pic:cNvPr id="{number}" name="Rings"/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
        <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{extent}" cy="{extent}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
        </wp:anchor></w:drawing>"""
    )
    return w("r", made)


def chart_frame(paper, relation: str, width: int, height: int, title: str, alt: str):
    """A chart as wide as the line, told in words."""
    number = paper.next_drawing()
    made = parsed(
        f"""<w:drawing {_DECLARED}><wp:inline distT="0" distB="0" distL="0" distR="0">
        <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
        <wp:docPr id="{number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{NAMES["c"]}"><c:chart/>
        </a:graphicData></a:graphic></wp:inline></w:drawing>"""
    )
    said = made.find(".//{*}docPr")
    said.set("name", f"Chart {number}")
    said.set("descr", alt)
    said.set("title", title)
    made.find(f".//{{{NAMES['c']}}}chart").set(R + "id", relation)
    return w("r", made)
