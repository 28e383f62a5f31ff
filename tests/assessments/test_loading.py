"""The visits of a facts file."""

from pathlib import Path

import pytest
import yaml

from studio.assessments.loading import load_visits
from studio.assessments.models import AgendaItem, Comment, Topic, Visit, VisitPerson
from studio.home.registries import LoadContext, NotLoadable
from tests.factories import make_studio

pytestmark = pytest.mark.django_db
FACTS = Path(__file__).parents[2] / "studio" / "home" / "data" / "zhang-zhaohong-studio.yaml"


@pytest.fixture
def context():
    return LoadContext(make_studio())


def article():
    return yaml.safe_load(FACTS.read_text(encoding="utf-8"))["visits"]


def test_the_article_s_visit_with_everything_it_tells(context):
    (line,) = load_visits(article(), context)
    visit = Visit.objects.get()
    assert (visit.kind, visit.held_on, visit.month, visit.day) == ("national", None, 10, 28)
    assert "9 people, 6 agenda items, 11 comments" in line
    assert VisitPerson.objects.filter(party="team").count() == 3
    assert VisitPerson.objects.filter(party="accompanying").count() == 3
    chair = VisitPerson.objects.get(name_en="Sun Qin")
    assert (chair.party, chair.part_en) == ("attending", "chair of the briefing meeting")
    assert AgendaItem.objects.get(speaker_en="Zhang Zhaohong").text_en.startswith("reported on the five functions")
    requests = Comment.objects.requests()
    assert requests.count() == 6
    assert not requests.exclude(raised_on=None).exists()
    assert Topic.objects.get(name_en="Site utilisation").name == "场所使用"
    assert context.skipped == []


def test_loading_twice_changes_nothing(context):
    load_visits(article(), context)
    (line,) = load_visits(article(), context)
    assert line.endswith("(exists)")
    assert Comment.objects.count() == 11


def test_what_has_no_home_is_told(context):
    load_visits([{**article()[0], "weather": "fine"}], context)
    assert context.skipped == ["visits, entry 1: weather"]


def test_a_new_topic_is_made(context):
    facts = {**article()[0], "comments": [{"by": "Somebody", "kind": "request", "topic": "Safety at work"}]}
    load_visits([facts], context)
    assert Comment.objects.get().topic.name_en == "Safety at work"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "picnic"}, "kind is one of"),
        ({"date": {"month": 2, "day": 30}}, "does not exist"),
        ({"date": {"day": 30}}, "needs its month"),
        ({"date": {"year": 2021}}, "a year needs both"),
        ({"date": {"year": "2021"}}, "as numbers"),
        ({"assessed_by": None}, "give assessed_by"),
        ({"comments": [{"kind": "request"}]}, "comment 1"),
    ],
)
def test_unreadable_facts_are_named(context, changes, message):
    with pytest.raises(NotLoadable, match=message):
        load_visits([{**article()[0], **changes}], context)
