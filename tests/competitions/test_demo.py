import pytest

from competitions.models import Competition, Correction, Entry, Event, Mark, Result
from studio.core.periods import Period
from studio.home.registries import demo
from studio.home.world import add_accounts, build_world
from studio.indicators.engine import compute
from tests.factories import make_studio

SIZES = {"rotating": 19, "static": 17, "electrical": 16, "instrument": 15}


@pytest.fixture
def world(db):
    made = build_world(make_studio(slug="sample-works"), 2021, SIZES, prefix="t")
    add_accounts(made)
    return made


def test_two_sample_years_and_something_open(world):
    demo["competitions"](world)
    for year, organised, attended in ((2020, 2, 2), (2021, 3, 4)):
        table = compute(world.studio, Period.year(year))
        assert table.value("competitions.organised").value == organised
        assert table.value("competitions.attended").value == attended
        assert 60 <= table.value("competitions.entrants").value <= 220
        # The years of the article's magnitude: 18 provincial awards in all are an upper bound.
        assert 1 <= table.value("competitions.awards_provincial").value <= 9
        for discipline in world.disciplines:
            assert table.value("competitions.entrants", discipline).value
            assert table.value("competitions.awards", discipline).value
    assert set(Event.objects.values_list("state", flat=True)) == {"planned", "open", "held", "locked", "published"}
    assert not Competition.objects.exclude(title_en__contains="sample").exists()
    assert Correction.objects.filter(state="proposed").exists()
    before = [model.objects.count() for model in (Competition, Event, Entry, Mark, Result)]
    demo["competitions"](world)
    assert [model.objects.count() for model in (Competition, Event, Entry, Mark, Result)] == before


def test_the_accounts_find_something_to_do(world):
    demo["competitions"](world)
    member, judge = world.accounts["member"], world.accounts["judge"]
    assert Event.objects.filter(state="open", form="individual").exclude(entrants__person=member).exists()
    assert Event.objects.assigned(judge).to_mark().exists()
    assert not Mark.objects.filter(entry__entrants__person=judge).exists()


def test_marks_and_awards_hang_together(world):
    demo["competitions"](world)
    for event in Event.objects.filter(state="published"):
        marks = list(Mark.objects.filter(entry__event=event).order_by("rank", "pk"))
        scores = [one.score for one in marks]
        assert scores == sorted(scores, reverse=True)
        assert [one.rank for one in marks] == [1 + sum(1 for other in scores if other > score) for score in scores]
        known = dict(Result.objects.filter(entry__event=event).values_list("entry", "award"))
        assert known == {one.entry_id: one.award for one in marks if one.award}
