import json

import pytest
from django.core.management import CommandError, call_command

from studio.organisation.models import Honour
from tests.factories import join_group, make_group, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    studio = make_studio(slug="abc")
    group = make_group(studio)
    join_group(group, make_person(studio))
    Honour.objects.create(studio=studio, title_en="An honour", level="national", year=2021)
    studio.discipline = group.discipline
    return studio


def printed(capsys, *arguments):
    call_command("indicators", "--studio", "abc", *arguments)
    return capsys.readouterr().out


def test_every_figure_is_printed_with_its_meaning(studio, capsys):
    document = json.loads(printed(capsys, "--year", "2021", "--json"))
    assert {name: document[name] for name in ("studio", "period", "from", "to", "as_of", "discipline")} == {
        "studio": "abc",
        "period": "2021",
        "from": "2021-01-01",
        "to": "2021-12-31",
        "as_of": "2021-12-31",
        "discipline": "all",
    }
    found = {figure["key"]: figure for figure in document["figures"]}
    assert found["members"]["value"] == found["honours"]["value"] == 1
    assert found["members"]["definition"]
    units = [
        found[key]["unit"] for key in ("facilities.open_hours", "innovations.benefit_claimed", "training.class_hours")
    ]
    assert units == ["minutes", "CNY", "hours"], "the unit of the value beside it, not of what people are shown"
    assert set(found["members"]) == {
        "key", "label", "kind", "value", "unit", "numerator", "denominator", "definition",
    }  # fmt: skip


def test_one_discipline_or_none(studio, capsys):
    one = json.loads(printed(capsys, "--period", "2021-Q4", "--discipline", studio.discipline.key, "--json"))
    cross = json.loads(printed(capsys, "--period", "2021-Q4", "--discipline", "cross", "--json"))
    values = [{figure["key"]: figure["value"] for figure in found["figures"]} for found in (one, cross)]
    assert [(found["members"], found["honours"]) for found in values] == [(1, 0), (0, 1)]


def test_for_people(studio, capsys):
    assert "Members: 1 people" in printed(capsys, "--year", "2021")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--studio", "nowhere", "--year", "2021"], "There is no studio “nowhere”"),
        (["--year", "20211"], "“20211” is no period"),
        (["--period", "2021-Q5"], "is no period"),
        (["--period", "2021-03-02..2021-03-01"], "ends before it starts"),
        (["--year", "2021", "--discipline", "magic"], "There is no discipline “magic”"),
        (["--year", "2021", "--as-of", "soon"], "“soon” is no date"),
    ],
)
def test_what_does_not_exist_is_said_and_ends_with_2(studio, arguments, text):
    if "--studio" not in arguments:
        arguments = ["--studio", "abc", *arguments]
    with pytest.raises(CommandError, match=text) as refused:
        call_command("indicators", *arguments)
    assert refused.value.returncode == 2
