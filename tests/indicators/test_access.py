import pytest

from studio.core.periods import Period
from studio.indicators.access import show
from studio.indicators.engine import compute
from studio.organisation.access import Area, areas
from tests.factories import make_person, make_studio
from tests.indicators.factories import LEVELS, declared, make_figure, make_ratio

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.indicators.urls")]

TOTALS = make_figure("test.totals", area="test_totals")
MIXED = make_ratio("test.totals", "test.levels", "test.mixed", area="people")
OVER_TOTALS = make_ratio("test.levels", "test.totals", "test.over_totals", area="people")


@pytest.fixture
def studio(monkeypatch):
    table = Area("test_totals", "Totals", lead="V", member="T", trainer="V:own")
    monkeypatch.setitem(areas._items, "test_totals", table)
    with declared(LEVELS, TOTALS, MIXED, OVER_TOTALS):
        yield make_studio()


def shown(studio, role, key):
    value = compute(studio, Period.year(2021), [key]).value(key)
    found = show(make_person(studio, role), studio, value)
    return found and ("linked" if found.url else "bare")


@pytest.mark.parametrize(
    ("role", "expected"),
    [("lead", "linked"), ("member", "bare"), ("trainer", "bare"), ("finance", None), (None, None)],
)
def test_linked_bare_or_absent_by_role(studio, role, expected):
    assert shown(studio, role, "test.totals") == expected


def test_a_ratio_is_linked_only_to_rows_the_person_may_see(studio):
    assert shown(studio, "member", "test.mixed") == "linked"
    assert shown(studio, "member", "test.over_totals") == "bare"
    assert shown(studio, "lead", "test.over_totals") == "linked"


def test_showing_many_values_asks_for_the_rights_once(studio, django_assert_max_num_queries):
    value = compute(studio, Period.year(2021), ["test.levels"]).value("test.levels")
    person = make_person(studio, "lead")
    show(person, studio, value)
    with django_assert_max_num_queries(0):
        for _number in range(20):
            show(person, studio, value)
