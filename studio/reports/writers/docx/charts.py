"""A chart of the document as a native one: a part of its own with its numbers as a workbook inside."""

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from studio.reports.writers.native import chart_xml, height_of, workbook

from .drawing import chart_frame
from .paper import EMU_PER_TWIP, LINE
from .tables import caption
from .text import paragraph

# The only relationship of a chart.
DATA = "rId1"


def chart(paper, block: dict) -> list:
    """The caption, the chart as wide as the line, its source."""
    number, package = paper.drawings + 1, paper.package.part.package
    data = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CT.SML_SHEET, workbook(block), package)
    markup = chart_xml(block, paper.document["disciplines"], DATA)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CT.DML_CHART, markup, package)
    part.rels.add_relationship(RT.PACKAGE, data, DATA)
    relation = paper.package.part.relate_to(part, RT.CHART)
    width, height = LINE * EMU_PER_TWIP, round(height_of(block) * 36_000)
    frame = chart_frame(paper, relation, width, height, block["title"], block["alt"])
    source = [paragraph("Source", paper.run(block["source"]))] if block["source"] else []
    return [caption(paper, block), paragraph("ChartPlace", [frame], keepNext=bool(source)), *source]
