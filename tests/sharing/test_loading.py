"""The alliances of a facts file."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from sharing.loading import load_alliances
from sharing.models import Alliance
from studio.home.registries import LoadContext, NotLoadable
from tests.factories import make_studio

FACTS = Path(__file__).parents[2] / "studio" / "home" / "data" / "zhang-zhaohong-studio.yaml"
FULL = {
    "name": "示例联盟",
    "role": "Council unit",
    "level": "city",
    "cluster": "chemistry",
    "cluster_zh": "化工",
    "from": date(2019, 5, 1),
    "to": date(2022, 4, 30),
}


@pytest.fixture
def context(db):
    return LoadContext(make_studio())


def article():
    return yaml.safe_load(FACTS.read_text(encoding="utf-8"))["alliances"]


def test_the_article_s_alliance_and_nothing_it_does_not_say(context):
    (line,) = load_alliances(article(), context)
    alliance = Alliance.objects.get()
    assert (alliance.name_en, alliance.role) == ("Southwest Fujian Model Worker Alliance", "leading")
    assert (alliance.cluster_en, alliance.level, alliance.from_date) == ("petrochemical field", "", None)
    assert line.endswith("since a day not recorded") and context.skipped == []


def test_everything_a_file_may_say(context):
    load_alliances([FULL], context)
    alliance = Alliance.objects.get()
    assert (alliance.name, alliance.role, alliance.level, alliance.cluster) == ("示例联盟", "council", "city", "化工")
    assert (alliance.from_date, alliance.to_date) == (date(2019, 5, 1), date(2022, 4, 30))


def test_loading_twice_changes_nothing(context):
    load_alliances(article(), context)
    (line,) = load_alliances([{**article()[0], "role": "member unit"}], context)
    assert line.endswith("(exists)") and Alliance.objects.get().role == "leading"


def test_what_has_no_home_is_told(context):
    load_alliances([{**FULL, "anthem": "La"}], context)
    assert context.skipped == ["alliances, entry 1: anthem"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "give name or name_en"),
        ({"role": "guest"}, "role is one of leading unit"),
        ({"level": "galactic"}, "level is one of"),
        ({"from": 2019}, "write from as a date"),
        ({"to": "soon"}, "write to as a date"),
        ({"to": date(2019, 4, 30)}, "to lies before from"),
    ],
    ids=str,
)
def test_unreadable_facts_are_named(context, changes, message):
    with pytest.raises(NotLoadable, match=message):
        load_alliances([{**FULL, **changes}], context)
    assert not Alliance.objects.exists()
