from random import Random

import pytest

from studio.core.periods import Period
from studio.home.registries import demo
from studio.home.world import build_world
from studio.indicators.engine import compute
from tests.factories import make_studio
from training.models import Attendance, Course, PlanLine, Session

SIZES = {"rotating": 19, "static": 17, "electrical": 16, "instrument": 15}


def counts(studio):
    return [model.objects.filter(studio=studio).count() for model in (PlanLine, Course, Session, Attendance)]


@pytest.fixture
def world(db):
    return build_world(make_studio(slug="sample-works"), 2021, SIZES, prefix="t")


def test_two_sample_years_of_the_right_size(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(150):
        demo["training"](world)
    for year in (2020, 2021):
        table = compute(world.studio, Period.year(year))
        assert 55 <= table.value("training.sessions_held").value <= 85
        assert 1000 <= table.value("training.person_times").value <= 3000
        for discipline in (*world.disciplines, "cross"):
            assert table.value("training.plan_completion", discipline).value >= 40
    assert {"planned", "open", "held", "closed", "cancelled"} == set(Session.objects.values_list("state", flat=True))
    assert not PlanLine.objects.exclude(title_en__contains="sample").exists()


def test_a_second_call_adds_nothing(world):
    demo["training"](world)
    before = counts(world.studio)
    demo["training"](world)
    assert counts(world.studio) == before


def test_the_same_records_each_time(world):
    demo["training"](world)
    slug = world.studio.slug
    type(world.studio).objects.filter(pk=world.studio.pk).update(slug="before")
    again = build_world(make_studio(slug=slug), 2021, SIZES, prefix="u")
    again.rng = Random(5)
    demo["training"](again)
    assert counts(again.studio) == counts(world.studio)
