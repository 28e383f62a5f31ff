from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from studio.core.periods import Period
from studio.indicators.cache import SECONDS, forget, table
from studio.organisation.models import Honour
from tests.factories import make_studio

YEAR = Period.year(2021)
pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    cache.clear()
    return make_studio()


def add_honour(studio):
    Honour.objects.create(studio=studio, title_en="An honour", level="national", year=2021)


def honours(studio, period=YEAR, **asked):
    return table(studio, period, **asked).value("honours").value


def test_a_warm_table_is_one_look_into_the_cache(studio):
    honours(studio)
    with CaptureQueriesContext(connection) as captured:
        honours(studio)
    assert len(captured) <= 1


def test_a_table_is_kept_per_studio_period_cut_off_and_trend(studio):
    assert honours(studio) == 0
    add_honour(studio)
    assert honours(studio) == 0
    assert honours(make_studio()) == 0
    assert honours(studio, Period.year(2022)) == 1
    assert honours(studio, as_of=YEAR.start) == 1
    assert table(studio, YEAR, months=["honours"]).trend("honours")[-1].value == 1


def test_a_table_is_never_older_than_a_minute(studio, monkeypatch):
    assert honours(studio) == 0
    add_honour(studio)
    later = timezone.now() + timedelta(seconds=SECONDS)
    monkeypatch.setattr("studio.indicators.cache.timezone.now", lambda: later)
    assert honours(studio) == 1


def test_forgetting_computes_afresh(studio):
    assert honours(studio) == 0
    add_honour(studio)
    forget(studio)
    assert honours(studio) == 1


def test_forgetting_also_refuses_a_table_whose_computation_began_before(studio, monkeypatch):
    """A slow request must not put yesterday's numbers back after somebody forgot them."""
    early = timezone.now() - timedelta(seconds=5)
    with monkeypatch.context() as slow:
        slow.setattr("studio.indicators.engine.timezone.now", lambda: early)
        slow.setattr("studio.indicators.cache.timezone.now", lambda: early)
        honours(studio)
    add_honour(studio)
    forget(studio)
    assert honours(studio) == 1


def test_a_kept_table_equals_the_computed_one(studio):
    add_honour(studio)
    fresh = table(studio, YEAR, months=True)
    assert table(studio, YEAR, months=True) == fresh
