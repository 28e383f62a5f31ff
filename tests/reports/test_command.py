"""The report command: files, hashes, figures; a clear message for everything that does not exist."""

import hashlib
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from .factories import KEY, make_full_studio

pytestmark = pytest.mark.django_db


def call(*arguments):
    said = StringIO()
    call_command("report", *arguments, stdout=said)
    return said.getvalue()


def test_it_prints_paths_hashes_and_figures(tmp_path):
    studio = make_full_studio()
    said = json.loads(
        call(
            KEY, "--studio", studio.slug, "--year", "2021", "--format", "pdf,html", "--output", str(tmp_path), "--json"
        )
    )
    assert [(one["language"], one["format"]) for one in said["files"]] == [
        ("en", "pdf"), ("en", "html"), ("zh-hans", "pdf"), ("zh-hans", "html")
    ]  # fmt: skip
    for one in said["files"]:
        assert hashlib.sha256(Path(one["path"]).read_bytes()).hexdigest() == one["sha256"]
    assert said["figures"]["members"]["value"] == 6
    units = [said["figures"][key]["unit"] for key in ("facilities.open_hours", "innovations.benefit_confirmed")]
    assert units == ["minutes", "CNY"], "the unit of the value beside it, not of what the pages show"
    assert len(said["sha256"]) == 64
    assert not list(tmp_path.glob(".*"))


def test_one_language_and_a_half_year_in_words(tmp_path):
    studio = make_full_studio()
    said = call(
        KEY, "--studio", studio.slug, "--period", "2021-H1", "--language", "zh-hans", "--output", str(tmp_path / "new")
    )
    assert [path.name for path in (tmp_path / "new").iterdir()] == [f"{studio.slug}-{KEY}-2021-H1-zh-hans.pdf"]
    assert "bytes" in said


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"report": "annual"}, "report: "),
        ({"--studio": "nowhere"}, "--studio: "),
        ({"--year": "21"}, "--year: "),
        ({"--year": "0000"}, "--year: "),
        ({"--year": "", "--period": "2021-05-01..2021-04-01"}, "--period: "),
        ({"--year": ""}, "--year: "),
        ({"--language": "fr"}, "--language: "),
        ({"--language": ","}, "--language: "),
        ({"--format": "odt"}, "--format: "),
        ({"--discipline": "plumbing"}, "--discipline: "),
    ],
)
def test_what_does_not_exist_is_named(tmp_path, changed, message):
    studio = make_full_studio()
    values = {"--studio": studio.slug, "--year": "2021", "--output": str(tmp_path), **changed}
    report = values.pop("report", KEY)
    arguments = [part for name, value in values.items() for part in (name, value) if value]
    with pytest.raises(CommandError, match=f"^{message}"):
        call(report, *arguments)
    assert not list(tmp_path.iterdir())
