import pytest
from django.core.management import CommandError, call_command

from studio.home.demonstration import FACTS
from studio.organisation.models import Honour, Person, Studio

pytestmark = pytest.mark.django_db


def test_the_article_loads_and_says_what_it_cannot_keep(capsys):
    call_command("load_studio", FACTS)
    printed = capsys.readouterr().out
    studio = Studio.objects.get(slug="zhang-zhaohong-model-worker-innovation-studio")
    assert studio.construction_mode == "1 + N"
    assert (studio.platforms, studio.bases_planned) == (1, 3)
    assert studio.lead.name_en == "Zhang Zhaohong"
    assert Honour.objects.get(studio=studio).year == 2020
    assert "alliance: Southwest Fujian Model Worker Alliance, since a day not recorded" in printed
    assert "not loaded" not in printed


def test_a_second_load_changes_nothing(capsys):
    call_command("load_studio", FACTS)
    counts = Person.objects.count(), Honour.objects.count()
    call_command("load_studio", FACTS)
    assert (Person.objects.count(), Honour.objects.count()) == counts


def test_a_dry_run_writes_nothing(capsys):
    call_command("load_studio", FACTS, dry_run=True)
    assert "Nothing was written" in capsys.readouterr().out
    assert not Studio.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("honours: []", "no entry “studio”"),
        ("studio: {name_en: ''}", "Give the studio's address"),
        ("studio: [", "not readable YAML"),
        ("studio: {name_en: X, discipline_groups: [plumbing]}", "no discipline"),
        ("studio: {name_en: X}\nhonours: [{title_en: T, year: soon, level: national}]", "honours, entry 1"),
        ("studio: {name_en: X}\nhonours: [{title_en: T, year: 2020, level: galactic}]", "level is one of"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_nothing_is_written(tmp_path, text, said):
    file = tmp_path / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=said):
        call_command("load_studio", file)
    assert not Studio.objects.exists()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"nothing\.yaml"):
        call_command("load_studio", tmp_path / "nothing.yaml")
