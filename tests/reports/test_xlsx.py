"""The workbook: a sheet a chapter, typed cells, native charts, nothing that a spreadsheet would run."""

import io
import re
import zipfile
from datetime import date

import pytest
from python_calamine import load_workbook

from studio.files.office import office_type
from studio.reports.writers import xlsx as writer
from studio.reports.writers.xlsx.breaks import page_breaks
from studio.reports.writers.xlsx.names import Names

from .sample import b, document, n


@pytest.fixture(scope="module")
def files():
    return {language: writer.write(document(), language) for language in ("en", "zh")}


@pytest.fixture(scope="module")
def books(files):
    return {language: read(content) for language, content in files.items()}


def read(content) -> dict[str, list[list]]:
    book = load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def parts(content, pattern) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name)]


def cells(rows) -> list:
    return [cell for row in rows for cell in row if cell != ""]


def test_the_same_document_gives_the_same_bytes(files):
    assert writer.write(document(), "zh") == files["zh"]


def test_a_sheet_for_each_chapter_and_each_long_table(books):
    assert list(books["zh"]) == ["目录", "1 基本情况", "2 员工培训", "2021年已开展的培训场次", "3 创新创效", "指标口径"]
    assert list(books["en"]) == [
        "Contents", "1 Basic facts", "2 Employee training", "Sessions held in 2021", "3 Innovation and profit…",
        "Figures",
    ]  # fmt: skip


def test_numbers_and_days_are_typed(books):
    rows = books["en"]["Sessions held in 2021"]
    assert rows[2][:6] == ["Date", "Course", "Trainer", "Hours", "Heads", "Passed\n%"]
    assert rows[3] == [date(2021, 1, 1), "Centrifugal pump structure and overhaul", "Lin Haotian", 2, 12, 80.5]
    assert len(rows) == 3 + 46 + 1 + 2 - (rows[-2] == [""] * 6 and 0)
    assert rows[49][0] == "Total"
    assert rows[49][4] == 1286


def test_money_is_in_its_unit_with_every_digit(books):
    rows = books["zh"]["3 创新创效"]
    found = {row[0]: row[2] for row in rows if len(row) > 2 and isinstance(row[2], float) and row[1]}
    assert found["热油泵口环间隙控制"] == pytest.approx(186.42, abs=1e-9)
    made = document()
    made["chapters"][2]["blocks"][1]["rows"][0][2] = n("1864250.01", "186.43")
    rows = read(writer.write(made, "zh"))["3 创新创效"]
    assert 186.425001 in [row[2] for row in rows]


def test_a_cell_with_a_kind_of_its_own_is_read_by_it():
    made = document()
    table = made["chapters"][1]["blocks"][2]
    table["rows"][0][1] = {**n("4346000.00", "434.60"), "kind": "money"}
    table["rows"][1][1] = n("3801234.00", "380.12")  # as documents of format 1 have it
    rows = read(writer.write(made, "en"))["2 Employee training"]
    assert {434.6, 380.1234} <= {row[1] for row in rows}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_of_the_document_is_there(books, language):
    said = "\n".join(str(cell) for rows in books[language].values() for cell in cells(rows))
    for chapter in document()["chapters"]:
        for block in chapter["blocks"]:
            for row in block.get("rows", []):
                assert all(cell["text"][language] in said for cell in row if "value" not in cell)
    assert document()["chapters"][1]["own"][language].split("\n\n")[0] in said


def test_neither_file_speaks_the_other_language(books):
    english = "\n".join(str(cell) for rows in books["en"].values() for cell in cells(rows))
    chinese = "\n".join(str(cell) for rows in books["zh"].values() for cell in cells(rows))
    assert "员工培训" not in english
    assert "Employee training" not in chinese
    assert not re.findall(r"\b(Definition|Value|Records|Numerator|Window)\b", chinese)


def test_definitions_stand_beside_value_parts_and_window(books):
    rows = books["en"]["Figures"]
    assert rows[0] == [
        "Figure", "Discipline", "Value", "Unit", "Numerator", "Denominator", "Records", "From", "To", "cut-off",
        "Definition", "Key",
    ]  # fmt: skip
    assert len(rows) == 1 + len(document()["figures"])
    first = rows[1]
    assert first[:4] == ["Sessions held", "All", 64, "sessions"]
    assert first[7:10] == [date(2021, 1, 1), date(2021, 12, 31), date(2021, 12, 31)]
    assert first[11] == "training.sessions_held"


def test_charts_are_native_with_series_from_the_cells(files):
    charts = parts(files["en"], r"xl/charts/chart\d+\.xml")
    assert len(charts) == 3
    assert "'2 Employee training'!$B$" in charts[0]
    assert 'prst="wdUpDiag"' in charts[0]
    assert all("descr=" in drawing for drawing in parts(files["en"], r"xl/drawings/drawing\d+\.xml"))


def test_heads_stay_in_sight_and_on_paper(files):
    for sheet in parts(files["en"], r"xl/worksheets/sheet\d+\.xml")[1:]:
        assert 'state="frozen"' in sheet
        assert 'fitToWidth="1"' in sheet or "<pageSetup" in sheet
        assert "<headerFooter>" in sheet
    names = parts(files["en"], r"xl/workbook\.xml")[0]
    assert names.count("Print_Area") == 6
    assert names.count("Print_Titles") == 5


def test_nothing_people_write_is_run_or_breaks_the_file(tmp_path):
    made = document()
    made["chapters"][1]["own"] = b("=cmd|' /C calc'!A0")
    made["chapters"][1]["title"] = b("'[a]:*?/\\ & = history and a very long title of a chapter")
    made["chapters"][2]["title"] = b("'[a]:*?/\\ & = history and a very long title of a chapter")
    rows = made["chapters"][1]["blocks"][6]["rows"]
    rows[0][1] = {"text": b("=1+1"), "url": "javascript:alert(1)"}
    rows[1][1] = {"text": b("http://evil.example/" + "x" * 3000)}
    rows[2][1] = {"text": b("<b>\x0b&amp;" + "字" * 40_000)}
    content = writer.write(made, "en")
    sheets = parts(content, r"xl/worksheets/sheet\d+\.xml")
    assert not any("<f>" in sheet for sheet in sheets)
    assert not any("javascript" in part for part in parts(content, r"xl/worksheets/_rels/.*"))
    said = [cell for one in read(content).values() for cell in cells(one)]
    assert "=1+1" in said
    assert "=cmd|' /C calc'!A0" in said
    (tmp_path / "made.xlsx").write_bytes(content)
    assert office_type(tmp_path / "made.xlsx", "made.xlsx") == "xlsx"


def test_names_of_sheets_are_short_readable_and_different():
    names = Names()
    assert names.free("6 Visits: comments/actions?") == "6 Visits comments actions"
    assert names.free("6 visits comments actions") == "6 visits comments actions 2"
    assert names.free("History") == "History 2"
    assert names.free("[]") == "–"
    long = [names.free("员" * 40) for _again in range(12)]
    assert len(set(long)) == 12
    assert max(map(len, long)) <= 31
    assert names.free("5 Procedures and regulations in force today") == "5 Procedures and regulations…"


def test_pages_end_between_things_not_in_them():
    # Two things of forty and of thirty rows on a page of about forty-seven rows: the second begins a new one.
    widths, starts = [20.0] * 4, [3, 43]
    assert page_breaks(widths, {0: 30.0}, starts, 73, across=False, head=30) == [43]
    assert page_breaks(widths, {0: 30.0}, starts, 44, across=False, head=30) == []
    # Longer than a page: it begins where it stands and is not moved for nothing.
    assert page_breaks(widths, {}, [3], 200, across=False, head=30) in ([], [3])


def test_a_unit_that_the_head_says_already_is_not_repeated():
    made = document()
    made["chapters"][2]["blocks"][1]["columns"][2] |= {"label": b("Hours", "小时"), "unit": b("hours", "小时")}
    assert "Hours\nhours" not in cells(read(writer.write(made, "en"))["3 Innovation and profit…"])
