"""Whether a file is one that was kept: the kept one, one changed by a byte, the frozen document in any spacing."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from studio.reports import making
from studio.reports.choices import Format, Language
from tests.factories import make_person

from .factories import make_full_studio, make_report

pytestmark = pytest.mark.django_db


def verify(path) -> str:
    said = StringIO()
    call_command("verify_report", str(path), stdout=said)
    return said.getvalue()


@pytest.fixture
def report(tmp_path):
    studio = make_full_studio()
    return make_report(studio, make_person(studio, "lead", name_en="Lin Haotian"), tmp_path)


def test_a_kept_file_is_recognised_with_report_and_moment(report, tmp_path):
    kept = next(tmp_path.glob("*.html"))
    said = verify(kept)
    assert f"English, Web page of report {report.pk}" in said
    assert report.sha256 in said
    assert str(report.asked_at.year) in said


def test_a_file_changed_by_one_byte_is_not(report, tmp_path):
    content = next(tmp_path.glob("*.html")).read_bytes()
    (tmp_path / "changed.html").write_bytes(content.replace(b"2021", b"2022", 1))
    with pytest.raises(CommandError, match=r"belongs to no report kept here.*SHA-256 [0-9a-f]{64}"):
        verify(tmp_path / "changed.html")


def test_the_frozen_document_is_recognised_in_any_spacing_but_not_with_another_number(report, tmp_path):
    document = json.loads(report.document)
    path = tmp_path / "frozen.json"
    path.write_text(json.dumps(document, indent=4), encoding="utf-8")
    assert f"frozen document of report {report.pk}" in verify(path)
    document["figures"][0]["value"] = 99
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CommandError, match="no report kept"):
        verify(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe\x00", b'{"a": NaN}'])
def test_whatever_is_given_is_answered(report, tmp_path, content):
    (tmp_path / "odd.json").write_bytes(content)
    with pytest.raises(CommandError, match="no report kept"):
        verify(tmp_path / "odd.json")


def test_a_file_that_is_not_there_is_named(db, tmp_path):
    with pytest.raises(CommandError, match=r"nothing\.pdf: No such file"):
        verify(tmp_path / "nothing.pdf")


@pytest.mark.parametrize("format", list(Format))
def test_files_made_again_from_the_kept_document_are_the_same_to_the_byte(report, tmp_path, format):
    frozen = making.thaw(report.document)
    assert frozen.sha256 == report.sha256
    first = making.write(frozen, Language.ZH, format)
    (tmp_path / "frozen.json").write_text(report.document, encoding="utf-8")
    said = StringIO()
    call_command(
        "report", "--from-frozen", str(tmp_path / "frozen.json"), "--language", "zh-hans", "--format", format.value,
        "--output", str(tmp_path / "again"), stdout=said,
    )  # fmt: skip
    made = next((tmp_path / "again").iterdir())
    assert made.read_bytes() == first
    assert made.suffix == f".{format.value}"
    assert report.sha256 in said.getvalue()


@pytest.mark.parametrize(
    ("more", "content", "message"),
    [
        (["--studio", "x"], None, "--from-frozen: the document says the studio itself"),
        (["--format", "odt"], None, "--format: "),
        (["--language", "fr"], None, "--language: "),
        ([], "{}", "--from-frozen: not a frozen document"),
        ([], "no json", "--from-frozen: "),
        (
            [],
            '{"format": 9, "report": 1, "studio": 1, "period": 1, "chapters": []}',
            "format 9; this version reads 1, 2",
        ),
    ],
)
def test_what_cannot_be_made_again_is_told(report, tmp_path, more, content, message):
    path = tmp_path / "frozen.json"
    path.write_text(report.document if content is None else content, encoding="utf-8")
    with pytest.raises(CommandError, match=message):
        call_command("report", "--from-frozen", str(path), "--output", str(tmp_path / "out"), *more, stdout=StringIO())
    assert not Path(tmp_path / "out").exists()
