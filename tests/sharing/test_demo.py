from random import Random

import pytest

from sharing.models import (
    Agreement,
    Alliance,
    AllianceMember,
    ExchangeEvent,
    PartnerUnit,
    ResourceUse,
    SharedResource,
)
from studio.core.periods import Period
from studio.home.registries import demo
from studio.home.world import build_world
from studio.indicators.engine import compute
from tests.factories import make_studio

SIZES = {"rotating": 9, "static": 7, "electrical": 6, "instrument": 5}
MODELS = (PartnerUnit, Alliance, AllianceMember, Agreement, ExchangeEvent, SharedResource, ResourceUse)


def counts(studio):
    return [model.objects.filter(studio=studio).count() for model in MODELS]


@pytest.fixture
def world(db):
    return build_world(make_studio(slug="sample-works"), 2021, SIZES, prefix="t")


def test_two_sample_years_in_every_discipline(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        demo["sharing"](world)
    for year in (2020, 2021):
        table = compute(world.studio, Period.year(year))
        assert 12 <= table.value("sharing.events").value <= 30
        assert table.value("sharing.alliances").value and table.value("sharing.partners").value >= 8
        for discipline in (*world.disciplines, "cross"):
            for key in ("events", "agreements", "resources", "uses"):
                assert table.value(f"sharing.{key}", discipline).value, (year, discipline, key)
    for model in (PartnerUnit, Alliance):
        assert not model.objects.exclude(name_en__contains="sample").exists()
    for model in (Agreement, ExchangeEvent, SharedResource):
        assert not model.objects.exclude(title_en__contains="sample").exists()


def test_every_state_and_kind_of_user_occurs(world):
    demo["sharing"](world)
    assert set(Agreement.objects.values_list("state", flat=True)) == {"draft", "signed", "ended"}
    assert set(ExchangeEvent.objects.values_list("state", flat=True)) == {"planned", "held", "cancelled"}
    assert set(SharedResource.objects.values_list("state", flat=True)) == {"offered", "retired"}
    for user in ("partner", "person", "unit"):
        assert ResourceUse.objects.exclude(**{user: None}).exists()
    assert Agreement.objects.ending().count() == 1 and ExchangeEvent.objects.to_hold().count() == 1


def test_a_second_call_adds_nothing(world):
    demo["sharing"](world)
    before = counts(world.studio)
    demo["sharing"](world)
    assert counts(world.studio) == before


def test_the_same_records_whatever_other_apps_drew(world):
    demo["sharing"](world)
    again = build_world(make_studio(), 2021, SIZES, prefix="u")
    again.rng = Random(5)
    demo["sharing"](again)
    assert counts(again.studio) == counts(world.studio)
