"""The Word file: styles to edit, heads that repeat, native charts, linked contents; nothing added, nothing left out."""

import hashlib
import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from studio.files.office import office_type
from studio.reports.writers import docx as writer

from .sample import b, document

CHART = "/word/charts/"
STYLES = {
    "Title", "Heading1", "Heading2", "Heading3", "BodyText", "Caption", "TableText", "TableNumber", "Note",
    "FigureValue", "LeadWords", "Quote", "TOC1", "TOC2", "Source", "ReportTable",
}  # fmt: skip


@pytest.fixture(scope="module")
def files():
    return {language: writer.write(document(), language) for language in ("en", "zh")}


@pytest.fixture(scope="module")
def opened(files):
    return {language: Document(io.BytesIO(content)) for language, content in files.items()}


def text_of(word) -> str:
    return "\n".join(one.text or "" for one in word.element.body.iter(qn("w:t")))


def style_of(paragraph) -> str:
    return paragraph._element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))


def tables_of(word, style="ReportTable"):
    return [
        one
        for one in word.element.body.iter(qn("w:tbl"))
        if one.find(f".//{qn('w:tblStyle')}").get(qn("w:val")) == style
    ]


def test_the_same_document_gives_the_same_bytes(files):
    assert hashlib.sha256(writer.write(document(), "zh")).digest() == hashlib.sha256(files["zh"]).digest()


def test_every_style_in_use_is_there_to_edit(opened):
    for word in opened.values():
        known = {one.get(qn("w:styleId")) for one in word.styles.element.iter(qn("w:style"))}
        assert known >= STYLES
        used = {
            one.get(qn("w:val"))
            for name in ("w:pStyle", "w:rStyle", "w:tblStyle")
            for one in word.element.iter(qn(name))
        }
        assert used <= known


def test_our_styles_have_chinese_names_in_the_chinese_file(opened):
    assert "表格文字" in [one.name for one in opened["zh"].styles]
    assert "Table Text" in [one.name for one in opened["en"].styles]
    ours = [one for one in opened["zh"].styles.element.iter(qn("w:style")) if one.get(qn("w:customStyle"))]
    assert not [
        one.find(qn("w:name")).get(qn("w:val")) for one in ours if one.find(qn("w:name")).get(qn("w:val")).isascii()
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_and_number_of_the_document_is_there(opened, language):
    said = text_of(opened[language])
    made = document()
    for chapter in made["chapters"]:
        assert chapter["title"][language] in said
        for block in chapter["blocks"]:
            for row in block.get("rows", []):
                assert all(cell["text"][language] in said for cell in row)
    for figure in made["figures"]:
        assert figure["definition"][language] in said
        assert figure["text"][language] in said


def test_neither_file_speaks_the_other_language(opened):
    assert "Employee training" not in text_of(opened["zh"])
    assert "员工培训" not in text_of(opened["en"])
    assert "%(" not in text_of(opened["zh"])


def test_rows_of_every_table_are_those_of_the_document(opened):
    blocks = [block for chapter in document()["chapters"] for block in chapter["blocks"] if block["type"] == "table"]
    expected = [len(one["rows"]) + 1 + bool(one["total"]) for one in blocks if one["rows"]]
    assert [len(one.findall(qn("w:tr"))) for one in tables_of(opened["en"])] == expected


def test_heads_repeat_and_rows_stay_whole(opened):
    for one in tables_of(opened["zh"]):
        rows = one.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert not [row for row in rows[1:] if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]


def test_a_row_that_fills_a_page_may_be_split():
    made = document()
    made["chapters"][2]["blocks"][1]["rows"][0][0]["text"] = b("long " * 200)
    table = tables_of(Document(io.BytesIO(writer.write(made, "en"))))[2]
    row = table.findall(qn("w:tr"))[1]
    assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


def test_columns_fill_the_line_and_numbers_stand_at_the_right(opened):
    for one in tables_of(opened["en"]):
        assert sum(int(column.get(qn("w:w"))) for column in one.iter(qn("w:gridCol"))) == 9071
    sessions = tables_of(opened["en"])[1]
    styles = [
        cell.find(f".//{qn('w:pStyle')}").get(qn("w:val")) for cell in sessions.findall(qn("w:tr"))[1].iter(qn("w:tc"))
    ]
    assert styles == ["TableText"] * 3 + ["TableNumber"] * 3


def test_charts_are_native_told_in_words_and_carry_their_numbers(files, opened):
    with zipfile.ZipFile(io.BytesIO(files["zh"])) as archive:
        charts = [name for name in archive.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
        books = [name for name in archive.namelist() if name.startswith("word/embeddings/")]
        first = archive.read(charts[0]).decode()
    assert len(charts) == len(books) == 3
    told = [one.get("descr") for one in opened["zh"].element.body.iter("{*}docPr")]
    assert sum(bool(one) for one in told) == 3
    assert "各专业学时 (学时)。" in told[1] or "各专业学时 (学时). " in told[1]
    assert "动设备" in first
    assert "<c:v>61" in first
    # A discipline's colour, and a pattern that tells it apart without colour.
    assert "1864AB" in first
    assert 'prst="wdUpDiag"' in first


def test_contents_link_to_every_heading_with_its_page(opened):
    body = opened["en"].element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink")) if one.get(qn("w:anchor"))]
    assert set(links) == marks
    entries = [
        one
        for one in opened["en"].element.body.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None
        and one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")).startswith("TOC")
        and one.find(qn("w:hyperlink")) is not None
    ]
    pages = [int(list(one.iter(qn("w:t")))[-1].text) for one in entries]
    assert len(pages) == len(links)
    assert pages == sorted(pages)
    assert pages[0] == 3
    assert "updateFields" not in opened["en"].settings.element.xml


def test_header_footer_and_properties(opened):
    word = opened["zh"]
    section = word.sections[0]
    assert "STYLEREF 1" in section.header._element.xml
    assert "张兆宏劳模创新工作室" in section.header._element.xml
    assert "NUMPAGES" in section.footer._element.xml
    assert section.different_first_page_header_footer
    assert (section.page_width.mm, section.left_margin.mm) == (pytest.approx(210, abs=1), pytest.approx(25, abs=0.1))
    assert word.core_properties.title == "张兆宏劳模创新工作室 · 考核汇报材料 · 2021年"
    assert word.core_properties.language == "zh-CN"
    assert word.core_properties.created.year == 2022


def test_numbers_are_links_to_their_rows(opened):
    addresses = [one.target_ref for one in opened["en"].part.rels.values() if one.is_external]
    assert "http://127.0.0.1:8000/s/sample/training/sessions/?figure=training.person_times" in "".join(addresses)
    assert len(addresses) == len(set(addresses))


def test_fonts_for_both_scripts_and_full_width_punctuation(opened):
    fonts = opened["zh"].styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
    quoted = [one for one in opened["zh"].element.body.iter(qn("w:r")) if "“干什么" in "".join(one.itertext())]
    assert quoted[0].find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia"


def test_what_people_write_is_text_and_nothing_breaks_the_file(tmp_path):
    made = document()
    nasty = '</w:t></w:r><w:r> & "x" \x0b\x00 ]]> =1+1'
    made["chapters"][1]["own"] = b(nasty)
    made["studio"]["name"] = b("<b>&amp;")
    made["chapters"][1]["blocks"][3]["categories"][0] = b("</c:v> & <")
    made["chapters"][1]["blocks"][6]["rows"][0][1]["url"] = "javascript:alert(1)"
    content = writer.write(made, "en")
    word = Document(io.BytesIO(content))
    assert '</w:t></w:r><w:r> & "x"  ]]> =1+1' in text_of(word)
    assert "javascript:" not in word.element.xml + "".join(one.target_ref for one in word.part.rels.values())
    (tmp_path / "made.docx").write_bytes(content)
    assert office_type(tmp_path / "made.docx", "made.docx") == "docx"


def test_children_stand_in_the_order_of_the_schema(opened):
    order = [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "numPr",
        "pBdr",
        "tabs",
        "spacing",
        "ind",
        "jc",
    ]
    for word in opened.values():
        for look in [*word.element.iter(qn("w:pPr")), *word.styles.element.iter(qn("w:pPr"))]:
            places = [order.index(name) for one in look if (name := one.tag.split("}")[1]) in order]
            assert places == sorted(places), look.getparent().xml
        for cell in word.element.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
