"""Header, footer, the document's properties, and what differs between the languages."""

import re
from datetime import datetime

from docx.oxml.ns import qn

from .sections import line_of, tabs_for
from .text import field, paragraph
from .xml import w

CODES = {"en": "en-US", "zh": "zh-CN"}
# Our own styles as a Chinese secretary looks for them; Word names its own styles itself.
CHINESE_NAMES = {
    "Cover Period": "封面统计期", "Cover Company": "封面单位", "Cover Honour": "封面荣誉", "Cover Label": "封面标签",
    "Cover Text": "封面文字", "Words of the Lead": "领衔人文字", "Lead Paragraph": "导语", "Quoted Person": "引文出处",
    "Table Text": "表格文字", "Table Number": "表格数字", "Table Head": "表头", "Table Head Number": "表头数字",
    "Table Text Dense": "表格文字（密）",
    "Table Head Dense": "表头（密）", "Table Head Number Dense": "表头数字（密）",
    "Table Number Dense": "表格数字（密）", "Fact Label": "概况项目",
    "Fact Value": "概况内容", "Figure Label": "指标名称", "Figure Value": "指标数值", "Figure Part": "指标构成",
    "Chart": "图", "Source": "资料来源", "Note": "注释", "Annex Figure": "附录指标", "Definition": "指标口径",
    "Gap": "间隔", "Unit": "单位", "Caption Number": "题注编号", "Report Table": "报告表格", "Facts Table": "概况表格",
    "Annex Table": "附录表格", "Figures Layout": "指标版式",
}  # fmt: skip
INDENT = {"BodyText", "LeadWords", "Quote"}


def furnish(paper) -> None:
    """Everything around the text."""
    for place, section in enumerate(paper.package.sections):
        _head_and_foot(paper, section)
        section.different_first_page_header_footer = place == 0
        if place == 0:
            for first in (section.first_page_header, section.first_page_footer):
                _fill(first, paragraph("Gap"))
    properties(paper)
    if paper.chinese:
        in_chinese(paper)


def _head_and_foot(paper, section) -> None:
    made, line = paper.document, line_of(section)
    chapter = field("STYLEREF 1", made["report"]["title"])
    _fill(section.header, _wide("Header", [*paper.run(f"{made['studio']['name']}\t"), *chapter], line))
    left = paper.run(f"{made['report']['title']} · {made['period']['label']}\t")
    _fill(section.footer, _wide("Footer", [*left, *_page(paper, paper.words["page"])], line))


def _wide(style: str, parts, line: int):
    made = paragraph(style, parts)
    if (tabs := tabs_for(line)) is not None:
        made.find(qn("w:pPr")).append(tabs)
    return made


def _fill(place, line) -> None:
    place.is_linked_to_previous = False
    for one in list(place._element):
        place._element.remove(one)
    place._element.append(line)


def _page(paper, said: str) -> list:
    """ "Page 3 of 25" in the order of the language, both numbers as fields."""
    fields = {"%(page)s": "PAGE", "%(pages)s": "NUMPAGES"}
    parts = re.split(r"(%\(pages?\)s)", said)
    return [made for part in parts for made in (field(fields[part], "1") if part in fields else paper.run(part))]


def properties(paper) -> None:
    """Title, author, language and the day it was made; nothing of the moment of writing."""
    made = paper.document
    said = paper.package.core_properties
    day = datetime.fromisoformat(made["made"]["on"])
    said.title = f"{made['studio']['name']} · {made['report']['title']} · {made['period']['label']}"[:255]
    said.subject = f"{made['period']['from']} – {made['period']['to']}"
    said.author = said.last_modified_by = made["studio"]["name"][:255]
    said.keywords = f"{made['report']['key']}, {made['period']['key']}, {made['studio']['slug']}"[:255]
    said.language = CODES[paper.language]
    said.created = said.modified = day
    said.revision = 1


def in_chinese(paper) -> None:
    """Names of our styles, and paragraphs that begin two characters in."""
    for style in paper.package.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        name.set(qn("w:val"), CHINESE_NAMES.get(name.get(qn("w:val")), name.get(qn("w:val"))))
        if style.get(qn("w:styleId")) in INDENT:
            look = style.find(qn("w:pPr"))
            found = look.find(qn("w:ind"))
            if found is None:
                found = w("ind")
                look.find(qn("w:spacing")).addnext(found)
            found.set(qn("w:firstLineChars"), "200")
            found.set(qn("w:firstLine"), "420")
