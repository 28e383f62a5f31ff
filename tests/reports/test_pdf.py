"""The PDF: fonts inside, every character there, the same bytes, nothing a person writes is ever markup."""

import os
import re
import shutil
import subprocess

import pytest

from studio.reports.writers import pdf, svg

from .sample import b, document

needs_poppler = pytest.mark.skipif(not shutil.which("pdffonts"), reason="needs poppler's tools")


def run(tool, *arguments):
    return subprocess.run([tool, *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    for language in ("en", "zh"):
        (folder / f"{language}.pdf").write_bytes(pdf.write(document(), language))
    return folder


def text_of(content, folder):
    path = folder / "one.pdf"
    path.write_bytes(content)
    return run("pdftotext", "-layout", path, "-")


def test_the_same_document_gives_the_same_bytes(files):
    assert pdf.write(document(), "zh") == (files / "zh.pdf").read_bytes()


def test_bookmarks_title_and_language_are_inside(files):
    content = (files / "en.pdf").read_bytes()
    assert content.startswith(b"%PDF-1.")
    assert b"/Outlines" in content
    assert b"/Lang" in content


@needs_poppler
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_font_is_embedded_and_is_ours(files, language):
    rows = run("pdffonts", files / f"{language}.pdf").splitlines()[2:]
    assert {re.sub(r"^[A-Z]{6}\+|-Identity-H$", "", row.split()[0]) for row in rows} == {
        "NotoSansSC-Regular",
        "NotoSansSC-Bold",
    }
    assert all(re.search(r"\s(yes)\s+(yes|no)\s+(yes)\s+\d+\s+\d+$", row) for row in rows)


@needs_poppler
def test_rare_characters_and_the_middle_dot_are_printed(files):
    text = run("pdftotext", files / "zh.pdf", "-")
    for name in ("马骧·昊", "陈喆", "郭䶮", "吴堃"):
        assert name in text
    assert "\ufffd" not in text


@needs_poppler
def test_both_languages_state_the_same_numbers(files):
    english, chinese = (run("pdftotext", files / f"{one}.pdf", "-") for one in ("en", "zh"))
    for number in ("1,286", "212.5", "93.4", "319.67"):
        assert number in english
        assert number in chinese


@needs_poppler
def test_title_and_page_size(files):
    said = run("pdfinfo", files / "zh.pdf")
    assert "张兆宏劳模创新工作室 · 考核汇报材料 · 2021年" in said
    assert "A4" in said
    assert "Sat Jan 15" in said or "2022" in said


@needs_poppler
def test_the_head_of_a_long_table_is_repeated(files):
    pages = run("pdftotext", "-layout", files / "en.pdf", "-").split("\f")
    with_rows = [page for page in pages if "Laser alignment of couplings" in page]
    assert len(with_rows) > 1
    assert all("Trainer" in page for page in with_rows)


@needs_poppler
def test_numbers_are_links_to_their_rows(files):
    links = run("pdfinfo", "-url", files / "en.pdf")
    assert "http://127.0.0.1:8000/s/sample/training/sessions/?figure=training.person_times" in links


@needs_poppler
def test_what_people_write_is_never_markup(tmp_path):
    made = document()
    nasty = '#panic("x") $a$ *b* _c_ `d` <l> @r [e] \\f // g /* h */ = i "j" #{1+1} </svg>&amp;'
    made["chapters"][1]["own"] = b(nasty)
    made["chapters"][1]["blocks"][3]["categories"][0] = b(nasty)
    made["studio"]["name"] = b(nasty)
    text = text_of(pdf.write(made, "en"), tmp_path)
    assert '#panic("x") $a$ *b* _c_ `d` <l> @r [e] \\f // g /* h */ = i "j" #{1+1}' in text.replace("’", "'")


@needs_poppler
def test_ten_thousand_characters_without_a_blank_stay_on_the_page(tmp_path):
    made = document()
    made["chapters"][1]["blocks"][6]["rows"][0][1]["text"] = b("W" * 10_000)
    pages = text_of(pdf.write(made, "en"), tmp_path)
    assert pages.replace("\u200b", "").count("W") >= 10_000
    bounds = run("pdftotext", "-bbox", tmp_path / "one.pdf", "-")
    assert max(float(right) for right in re.findall(r'xMax="([\d.]+)"', bounds)) < 595


def test_a_document_with_nothing_in_it_is_still_a_document():
    made = document() | {"chapters": [], "figures": [], "disciplines": []}
    made["studio"] |= {"honours": [], "lead": None}
    assert pdf.write(made, "zh").startswith(b"%PDF")


@pytest.mark.parametrize("values", [[], [None, None], [0, 0], [-3, 5], [10**12, 1]])
@pytest.mark.parametrize("kind", ["bar", "stacked", "line"])
def test_charts_take_any_numbers(values, kind):
    cells = [{"text": str(value), "value": value} for value in values]
    series = [{"label": name, "discipline": None, "values": cells} for name in ("a", "b")]
    chart = {
        "kind": kind, "title": "t", "unit": "u", "format": "count", "source": "", "colours": None,
        "categories": [str(place) for place in range(len(values))], "series": series,
    }  # fmt: skip
    assert svg.draw(chart, []).startswith("<svg")
    assert svg.draw(chart | {"series": series[:1]}, []).startswith("<svg")


def test_the_file_declares_itself_accessible(files):
    for language in ("en", "zh"):
        content = (files / f"{language}.pdf").read_bytes()
        assert b"<pdfuaid:part>1</pdfuaid:part>" in content
        assert b"/StructTreeRoot" in content
        assert content.count(b"/Alt") >= 3


def test_a_character_without_a_glyph_still_gives_a_tagged_file():
    made = document()
    made["chapters"][1]["own"] = b("Well done 😀")
    content = pdf.write(made, "en")
    assert b"<pdfuaid:part>" not in content
    assert b"/StructTreeRoot" in content


def test_no_level_of_headings_is_skipped():
    made = document()
    made["chapters"][0]["blocks"].insert(0, {"type": "heading", "text": b("Third"), "level": 3})
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.write(made, "en")


def test_the_annex_says_one_window_once(files, tmp_path):
    if not shutil.which("pdftotext"):
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("needs poppler's tools")
    assert text_of((files / "en.pdf").read_bytes(), tmp_path).count("cut-off 2021-12-31") == 1
    made = document()
    for entry in made["figures"][5:10]:
        entry["from"] = "2020-01-01"
    said = text_of(pdf.write(made, "en"), tmp_path)
    assert said.count("cut-off 2021-12-31") == 3
    assert said.count("2020-01-01") == 1
