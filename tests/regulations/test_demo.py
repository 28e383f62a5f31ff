"""The samples: two whole years with their gaps, and things open today."""

import pytest
from django.utils import timezone

from studio.core.periods import Period
from studio.home.registries import demo
from studio.home.world import add_accounts, build_world
from studio.indicators.engine import compute
from studio.regulations.models import Meeting, Reading, Regulation, RegulationVersion, Spend
from studio.regulations.todo import funds_to_open, meetings_to_hold, spends_to_approve, to_approve, to_read, to_review
from tests.factories import make_studio

SIZES = {"rotating": 19, "static": 17, "electrical": 16, "instrument": 15}


@pytest.fixture
def world(db):
    return build_world(make_studio(slug="sample-works"), 2021, SIZES, prefix="t")


def counts(studio):
    return [
        model.objects.filter(studio=studio).count()
        for model in (Regulation, RegulationVersion, Meeting, Spend, Reading)
    ]


def test_two_sample_years(world, django_assert_max_num_queries):
    add_accounts(world)
    with django_assert_max_num_queries(150):
        demo["regulations"](world)
    table = compute(world.studio, Period.year(2021))
    values = {key: table.value(f"regulations.{key}").value for key in ("required_missing", "required_overdue")}
    assert values == {"required_missing": 1, "required_overdue": 1}
    assert 15 <= table.value("regulations.in_force").value <= 18
    for year in (2020, 2021):
        table = compute(world.studio, Period.year(year))
        assert 70 <= table.value("regulations.meeting_rate").value < 100
        assert 3_000_000 <= table.value("funds.budget").value <= 5_000_000
        assert 80 <= table.value("funds.use_rate").value < 100
        assert table.value("funds.balance").value > 0
        for discipline in world.disciplines:
            assert table.value("regulations.meetings_held", discipline).value >= 8
    assert not Regulation.objects.exclude(title_en__contains="sample").exists()


def test_something_waits_for_everybody_today(world):
    add_accounts(world)
    demo["regulations"](world)
    studio, by_login = world.studio, world.accounts
    assert to_approve(by_login["lead"], studio).exists() and funds_to_open(by_login["finance"], studio).exists()
    assert spends_to_approve(by_login["finance"], studio).count() == 2
    assert meetings_to_hold(by_login["office"], studio).exists()
    due = list(to_review(by_login["office"], studio))
    assert any(one.review_due < timezone.localdate() for one in due) and len(due) >= 3
    assert any(to_read(person, studio).exists() for person in world.people)


def test_a_second_call_adds_nothing_and_a_studio_without_accounts_works(world):
    demo["regulations"](world)
    before = counts(world.studio)
    demo["regulations"](world)
    assert counts(world.studio) == before and min(before) > 10
