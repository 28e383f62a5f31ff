import pytest
from django.utils import timezone

from appraisals.models import Appraiser, Batch, Candidate, Score
from disciplines.models import LevelRecord
from studio.core.periods import Period
from studio.home.registries import demo
from studio.home.world import add_accounts, build_world
from studio.indicators.engine import compute
from tests.factories import make_studio

SIZES = {"rotating": 19, "static": 17, "electrical": 16, "instrument": 15}
MODELS = (Batch, Appraiser, Candidate, Score)


def counts(studio):
    return [model.objects.filter(studio=studio).count() for model in MODELS]


@pytest.fixture
def world(db):
    return build_world(make_studio(slug="sample-works"), 2021, SIZES, prefix="t")


def test_two_sample_years_in_every_discipline(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        demo["appraisals"](world)
    for year in (2020, 2021):
        table = compute(world.studio, Period.year(year))
        for discipline in world.disciplines:
            assert table.value("appraisals.batches", discipline).value == 2
            assert table.value("appraisals.promoted", discipline).value >= 1
            assert 0 < table.value("appraisals.pass_rate", discipline).value <= 100
    assert set(Batch.objects.values_list("state", flat=True)) == {
        "draft",
        "open",
        "examined",
        "decided",
        "cancelled",
    }
    assert not Batch.objects.exclude(title_en__contains="sample").exists()
    assert not LevelRecord.objects.filter(basis="appraisal").exclude(source__contains="示例").exists()


def test_levels_go_up_one_step_at_a_time(world):
    demo["appraisals"](world)
    for level in LevelRecord.objects.filter(basis="appraisal"):
        before = LevelRecord.objects.filter(
            person=level.person, occupation=level.occupation, reached_on__lt=level.reached_on
        )
        assert max(before.values_list("level__step", flat=True)) == level.level.step - 1


def test_accounts_find_something_to_do(world):
    add_accounts(world)
    demo["appraisals"](world)
    today, accounts = timezone.localdate(), world.accounts
    to_score = Batch.objects.scored_by(accounts["appraiser"], world.studio).to_score()
    assert to_score.exists() and Batch.objects.filter(studio=world.studio).to_decide().exists()
    offered = Batch.objects.visible_to(accounts["member"], world.studio).filter(state="open", closes_on__gte=today)
    assert not offered.get().candidates.filter(person=accounts["member"]).exists()
    assert Candidate.objects.waiting().exists()


def test_a_small_studio_without_accounts(db):
    small = build_world(make_studio(), 7, dict.fromkeys(SIZES, 4), prefix="k", canary="Kestrel")
    demo["appraisals"](small)
    assert all(counts(small.studio))


def test_a_second_call_adds_nothing(world):
    demo["appraisals"](world)
    before = counts(world.studio)
    demo["appraisals"](world)
    assert counts(world.studio) == before


def test_the_same_records_each_time(world):
    demo["appraisals"](world)
    slug = world.studio.slug
    type(world.studio).objects.filter(pk=world.studio.pk).update(slug="before")
    again = build_world(make_studio(slug=slug), 2021, SIZES, prefix="u")
    demo["appraisals"](again)
    assert counts(again.studio) == counts(world.studio)
