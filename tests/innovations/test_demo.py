"""The demonstration: of the right magnitude, consistent, the same each time, and loaded once."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from disciplines.models import Discipline
from innovations.demo import load
from innovations.models import BenefitClaim, BenefitVerdict, IntellectualProperty, Project, Proposal, Result
from studio.core.periods import Period
from studio.home.world import World, add_accounts, build_world
from studio.indicators.engine import compute
from studio.notices.tasks import tasks_of
from tests.factories import make_studio

SIZES = {"rotating": 6, "static": 6, "electrical": 6, "instrument": 6}


def make_world(prefix="t", accounts=True) -> World:
    world = build_world(make_studio(), 2021, SIZES, prefix=prefix)
    if accounts:
        add_accounts(world)
    world.rng = Random(1)
    return world


@pytest.fixture
def world(db):
    made = make_world()
    load(made)
    return made


def test_two_years_have_the_magnitude_of_real_reports(world):
    for year in world.years:
        table = compute(world.studio, Period.year(year))
        assert 100 <= table.value("innovations.proposals").value <= 200
        assert 5 <= table.value("innovations.results_accepted").value <= 40
        assert 0 < table.value("innovations.transformation_rate").value <= 100
        assert 1_000_000 < table.value("innovations.benefit_confirmed").value < 50_000_000
        for discipline in Discipline.objects.all():
            assert table.value("innovations.proposals", discipline).value > 0
            assert table.value("innovations.projects_concluded", discipline).value > 0
    patents = IntellectualProperty.objects.filter(studio=world.studio, granted_on__isnull=False)
    assert patents.filter(kind="invention").count() <= 5
    assert patents.filter(kind="utility").count() <= 85


def test_what_is_dated_fits_what_it_hangs_on(world):
    for result in Result.objects.filter(state="accepted"):
        assert result.submitted_on >= result.project.concluded_on
        assert result.transformed_on == result.transformations.earliest()
    for claim in BenefitClaim.objects.filter(result__isnull=False):
        assert claim.result.project_id == claim.project_id
        assert claim.effect_from > claim.result.transformed_on
    for claim in BenefitClaim.objects.filter(state="judged"):
        assert claim.confirmed == claim.verdicts.first().confirmed
    assert not BenefitVerdict.objects.exclude(by=world.accounts["finance"]).exists()


def test_everything_is_labelled_and_said_in_both_languages(world):
    for model in (Proposal, Project, Result, IntellectualProperty):
        for record in model.objects.all():
            assert record.title.endswith("（示例）") and record.title_en.endswith("(sample)")


def test_something_waits_today(world):
    waiting = BenefitClaim.objects.waiting()
    assert waiting.count() >= 2
    assert waiting.filter(submitted_on__gte=timezone.localdate() - timedelta(days=14)).exists()
    finance = {task.key for task in tasks_of(world.accounts["finance"], world.studio)}
    lead = {task.key for task in tasks_of(world.accounts["lead"], world.studio)}
    assert "innovations.claims" in finance
    assert {"innovations.proposals", "innovations.results"} <= lead


def test_loading_again_changes_nothing(world):
    before = Proposal.objects.count(), BenefitClaim.objects.count()
    load(world)
    assert (Proposal.objects.count(), BenefitClaim.objects.count()) == before


def test_the_same_seed_gives_the_same_records(world):
    other = make_world(prefix="u", accounts=False)
    other.accounts = world.accounts
    load(other)

    def told(studio):
        return list(
            Proposal.objects.filter(studio=studio).order_by("pk").values_list("title_en", "state", "submitted_on")
        )

    assert told(world.studio) == told(other.studio)


def test_a_studio_without_accounts_has_claims_and_no_verdicts(db):
    world = make_world(accounts=False)
    load(world)
    assert BenefitClaim.objects.exists() and not BenefitVerdict.objects.exists()
