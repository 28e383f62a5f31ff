"""The figures of innovation over a few records whose numbers can be seen with bare eyes."""

from datetime import date
from decimal import Decimal

import pytest

from studio.core.periods import Period
from studio.indicators.engine import compute, rows
from tests.factories import make_discipline, make_studio
from tests.innovations.factories import make_claim, make_project, make_proposal, make_result

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)


@pytest.fixture
def studio():
    return make_studio()


def value(studio, key, as_of=None, discipline=None):
    return compute(studio, YEAR, [f"innovations.{key}"], as_of=as_of).value(f"innovations.{key}", discipline).value


def test_proposals_count_whatever_was_decided(studio):
    for state in ("draft", "submitted", "adopted", "rejected", "archived"):
        make_proposal(studio, state=state)
    assert value(studio, "proposals") == 4


def test_transformation_rate_is_a_part_of_the_results_accepted_in_the_window(studio):
    project = make_project(studio)
    make_result(project, accepted_on=date(2021, 12, 31), transformed_on=date(2022, 1, 1))
    make_result(project, transformed_on=date(2021, 12, 31))
    make_result(project)
    make_result(project, submitted_on=date(2020, 1, 1), accepted_on=date(2020, 2, 1), transformed_on=date(2021, 5, 1))
    assert value(studio, "results_accepted") == 3
    assert value(studio, "results_transformed") == 1
    assert value(studio, "transformation_rate") == Decimal("33.333333")
    assert value(studio, "transformation_rate", as_of=date(2022, 1, 1)) == Decimal("66.666667")
    assert rows("innovations.transformation_rate", studio, YEAR).count() == 3


def test_transformation_rate_without_results_is_no_data(studio):
    assert value(studio, "transformation_rate") is None


def test_benefit_belongs_to_the_year_in_which_its_effect_starts(studio):
    discipline = make_discipline()
    project = make_project(studio, discipline=discipline)
    make_claim(project, effect_from=date(2021, 12, 31), effect_to=date(2022, 12, 30), submitted_on=date(2022, 3, 1))
    make_claim(project, state="judged", confirmed=Decimal("0.10"))
    make_claim(project, state="judged", confirmed=Decimal("0.20"))
    make_claim(project, state="draft")
    make_claim(project, effect_from=date(2020, 12, 31), effect_to=date(2021, 12, 30))
    assert value(studio, "benefit_claimed", discipline=discipline) == Decimal("300000.00")
    assert value(studio, "benefit_confirmed") == Decimal("0.30")
