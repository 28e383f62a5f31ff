"""Wide tables: smaller type first, pages across when rows would grow tall, no word cut, no heading left behind."""

import io
import re
import shutil
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn

from studio.reports.writers import docx, pdf
from studio.reports.writers.prepare import arranged

from .sample import b, wide, wide_document


def measured(table: dict, language: str = "zh") -> dict:
    made = wide_document()
    made["chapters"][1]["blocks"] = [table]
    return arranged(made, language)["chapters"][1]["blocks"][0]


def test_few_columns_keep_the_usual_size():
    assert (measured(wide(5, 3))["size"], measured(wide(5, 3))["turned"]) == (9.0, False)


def test_eight_columns_fit_upright_in_smaller_type():
    table = measured(wide(8, 12))
    assert table["size"] < 9
    assert not table["turned"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_ten_columns_with_long_cells_are_turned(language):
    assert measured(wide(10, 200), language)["turned"]


def test_many_columns_of_numbers_are_turned_before_the_names_in_front_grow_tall():
    table = wide(2, 1)
    names = table["columns"][0] | {"width": "3.0"}
    number = table["columns"][1] | {"label": b("Mar", "3月"), "kind": "number", "align": "right", "width": None}
    cell = {"text": b("Patents for utility models granted (items)", "授权实用新型专利（项）")}
    row = [cell, *[{"text": b("83.21", "83.21"), "value": "83.21"}] * 13]
    made = table | {"columns": [names, *[number] * 13], "rows": [row] * 3, "total": None}
    assert measured(made, "zh")["turned"]


def test_a_number_with_hyphens_is_not_cut():
    table = measured(wide(8, 12))
    # Fourteen letters at about half an em each.
    assert float(table["columns"][0]["share"]) >= len("RX-2021-0001") * 0.56


def test_the_heading_above_goes_across_with_its_table():
    made = wide_document()
    heading = {"type": "heading", "text": b("Results", "成绩"), "level": 2}
    made["chapters"][1]["blocks"] = [wide(8, 3), heading, wide(10, 60), {"type": "note", "text": b("n")}]
    blocks = arranged(made, "zh")["chapters"][1]["blocks"]
    assert [one["turned"] for one in blocks] == [False, True, True, False]


def test_word_turns_only_those_pages():
    word = Document(io.BytesIO(docx.write(wide_document(), "zh")))
    across = [
        one.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape" for one in word.element.body.iter(qn("w:sectPr"))
    ]
    assert across == [False, True, False, True, False]
    assert [one.different_first_page_header_footer for one in word.sections] == [True, False, False, False, False]
    for section in word.sections:
        assert "STYLEREF" in section.header._element.xml


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs poppler's tools")
def test_pdf_turns_only_those_pages(tmp_path):
    path = tmp_path / "wide.pdf"
    path.write_bytes(pdf.write(wide_document(), "en"))
    said = subprocess.run(["pdfinfo", "-f", "1", "-l", "99", path], capture_output=True, text=True, check=True).stdout
    pages = [float(wide) > float(high) for wide, high in re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", said)]
    assert True in pages
    assert not any(pages[:4])
    assert not pages[-1]
