from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from disciplines.models import GroupMembership
from studio.core.periods import Period
from studio.indicators.engine import compute, rows
from tests.factories import join_group, make_discipline, make_group, make_person, make_studio
from tests.indicators.factories import ALL_OF_THEM, KEYS, LEVELS, declared, make_figure, make_level

YEAR = Period.year(2021)


@pytest.fixture
def studio(db):
    with declared(*ALL_OF_THEM):
        yield make_studio()


def value(studio, key, period=YEAR, discipline=None, **asked):
    return compute(studio, period, [key], **asked).value(key, discipline).value


def test_both_ends_of_the_period_count(studio):
    for day in (date(2020, 12, 31), date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1)):
        make_level(studio, reached_on=day)
    assert value(studio, "test.levels") == 2


def test_other_studios_do_not_count(studio):
    make_level(make_studio())
    assert value(studio, "test.levels") == 0


def test_records_dated_after_the_cut_off_do_not_count(studio):
    make_level(studio, reached_on=date(2021, 6, 30))
    make_level(studio, reached_on=date(2021, 7, 1))
    assert value(studio, "test.levels", as_of=date(2021, 6, 30)) == 1
    assert rows("test.levels", studio, YEAR, as_of=date(2021, 6, 30)).count() == 1


def test_a_later_cut_off_adds_no_record_after_the_period(studio):
    make_level(studio, reached_on=date(2022, 1, 5))
    assert value(studio, "test.levels", as_of=date(2022, 6, 30)) == 0


def test_a_record_without_discipline_counts_as_cross(studio):
    discipline = make_discipline()
    make_level(studio, discipline=discipline)
    make_level(studio)
    table = compute(studio, YEAR, ["test.levels"])
    found = [table.value("test.levels", place).value for place in ("all", None, "cross", discipline, discipline.pk)]
    assert found == [2, 2, 1, 1, 1]
    assert rows("test.levels", studio, YEAR, "cross").get().occupation.discipline is None


def test_a_figure_without_discipline_counts_as_cross(studio):
    discipline = make_discipline()
    make_level(studio, discipline=discipline)
    with declared(make_figure("test.plain", discipline=None)):
        table = compute(studio, YEAR, ["test.plain"])
        found = [table.value("test.plain", place).value for place in ("all", "cross", discipline)]
        assert found == [1, 1, 0]
        assert not rows("test.plain", studio, YEAR, discipline).exists()


def test_the_same_person_in_two_disciplines_and_months_counts_once(studio):
    person = make_person(studio)
    one, two = make_discipline(), make_discipline()
    make_level(studio, reached_on=date(2021, 2, 1), discipline=one, person=person)
    make_level(studio, reached_on=date(2021, 3, 1), discipline=two, person=person)
    make_level(studio, reached_on=date(2021, 3, 2), discipline=None, person=person)
    table = compute(studio, YEAR, ["test.people"], months=True)
    assert [table.value("test.people", place).value for place in ("all", one, two, "cross")] == [1, 1, 1, 1]
    assert [point.value for point in table.trend("test.people")] == [0, 1, 1, *[0] * 9]


def test_sums_are_exact(studio):
    for _number in range(10):
        make_level(studio, step=1)
    make_level(studio, step=2)
    assert value(studio, "test.steps") == 12
    found = value(studio, "test.tenths")
    assert found == Decimal("1.2")
    assert isinstance(found, Decimal)
    assert sum(row.contribution for row in rows("test.tenths", studio, YEAR)) == Decimal("1.2")


def test_nothing_recorded_is_no_data_where_the_figure_says_so_and_0_otherwise(studio):
    assert value(studio, "test.tenths") is None
    assert value(studio, "test.steps") == 0
    assert value(studio, "test.levels") == 0


def test_a_ratio_carries_its_parts(studio):
    for step in (5, 1, 2):
        make_level(studio, step=step)
    found = compute(studio, YEAR, ["test.share"]).value("test.share")
    assert (found.value, found.numerator, found.denominator) == (Decimal("33.333333"), 1, 3)
    assert rows("test.share", studio, YEAR).count() == 3


def test_a_ratio_of_nothing_is_no_data(studio):
    found = compute(studio, YEAR, ["test.share"], previous=True).value("test.share")
    assert (found.value, found.numerator, found.denominator, found.change) == (None, 0, 0, None)


def test_a_ratio_of_a_year_is_not_the_mean_of_its_months(studio):
    make_level(studio, step=5, reached_on=date(2021, 1, 1))
    for step in (1, 1, 5):
        make_level(studio, step=step, reached_on=date(2021, 2, 1))
    table = compute(studio, YEAR, ["test.share"], months=True)
    assert table.value("test.share").value == Decimal("50.00")
    assert [point.value for point in table.trend("test.share")][:3] == [Decimal("100.00"), Decimal("33.333333"), None]


def test_the_change_against_the_period_before(studio):
    make_level(studio, reached_on=date(2021, 4, 1))
    for day in (1, 2, 3):
        make_level(studio, reached_on=date(2021, 3, day))
    found = compute(studio, Period.quarter(2021, 2), ["test.levels"], previous=True).value("test.levels")
    assert (found.value, found.previous, found.change) == (1, 3, -2)


def test_the_period_before_is_cut_off_at_the_same_distance(studio):
    make_level(studio, reached_on=date(2020, 3, 1))
    make_level(studio, reached_on=date(2020, 9, 1))
    table = compute(studio, YEAR, ["test.levels"], as_of=date(2021, 6, 30), previous=True)
    assert table.value("test.levels").previous == 1


def test_the_first_year_there_is_has_no_year_before(studio):
    found = compute(studio, Period.year(1949), ["test.levels"], previous=True).value("test.levels")
    assert (found.value, found.previous) == (0, None)


def test_a_stock_is_taken_on_the_last_day(studio):
    group = make_group(studio)
    join_group(group, make_person(studio), from_date=date(2021, 12, 31))
    join_group(group, make_person(studio), from_date=date(2020, 1, 1), to_date=date(2021, 12, 30))
    join_group(group, make_person(studio), from_date=date(2020, 1, 1), to_date=date(2021, 12, 31))
    assert value(studio, "members") == 2
    assert value(studio, "members", as_of=date(2021, 12, 30)) == 2
    assert value(studio, "members", Period.year(2022)) == 1
    assert value(studio, "members", as_of=date(2022, 5, 1)) == 2


def test_a_where_may_depend_on_the_cut_off(studio):
    """Reached in the window, and the person in a group by the cut-off: a subset whatever the window."""
    person = make_person(studio)
    make_level(studio, person=person)
    join_group(make_group(studio), person, from_date=date(2022, 2, 1))

    def grouped(period, as_of):
        return Q(person__in=GroupMembership.objects.filter(from_date__lte=as_of).values("person"))

    with declared(make_figure("test.grouped", where=grouped)):
        assert value(studio, "test.grouped") == 0
        assert value(studio, "test.grouped", as_of=date(2022, 2, 1)) == 1
        table = compute(studio, YEAR, ["test.grouped"], as_of=date(2022, 2, 1), months=True)
        assert [point.value for point in table.trend("test.grouped")] == [0, 0, 0, 0, 1, *[0] * 7]


def test_an_expected_figure_sees_the_period(studio):
    make_level(studio, reached_on=date(2021, 5, 5))

    def of_its_year(period, as_of):
        return Q(reached_on__year__gte=period.start.year, reached_on__year__lte=period.end.year)

    with declared(make_figure("test.expected", kind="expected", date="", where=of_its_year)):
        assert value(studio, "test.expected", Period.quarter(2021, 4)) == 1
        assert value(studio, "test.expected", Period.year(2020)) == 0


def test_long_periods_have_years_as_points_each_cut_to_the_period(studio):
    make_level(studio, reached_on=date(2015, 3, 1))
    make_level(studio, reached_on=date(2021, 3, 1))
    period = Period(date(2015, 2, 1), date(2021, 6, 30))
    trend = compute(studio, period, ["test.levels", "members"], months=True).trend("test.levels")
    assert [point.value for point in trend] == [1, 0, 0, 0, 0, 0, 1]
    assert trend[0].period == Period(date(2015, 2, 1), date(2015, 12, 31))
    assert trend[-1].period.end == date(2021, 6, 30)


def test_the_trend_of_a_very_long_period_shows_its_last_years(studio):
    make_level(studio, reached_on=date(1990, 1, 1))
    make_level(studio, reached_on=date(2021, 1, 1))
    table = compute(studio, Period(date(1949, 1, 1), date(2030, 12, 31)), ["test.levels", "members"], months=True)
    points = table.trend("test.levels")
    assert (len(points), points[0].period) == (36, Period.year(1995))
    assert (table.value("test.levels").value, [point.value for point in points].count(1)) == (2, 1)


def test_more_selects_than_the_database_takes_at_once_give_the_same_table(studio, monkeypatch):
    join_group(make_group(studio), make_person(studio), from_date=date(2021, 5, 5))
    make_level(studio)
    whole = compute(studio, YEAR, previous=True, months=True)
    monkeypatch.setattr("studio.indicators.counting.MOST_SELECTS", 3)
    assert compute(studio, YEAR, previous=True, months=True).cells == whole.cells


def test_what_was_not_asked_for_is_an_error(studio):
    table = compute(studio, YEAR, ["test.levels"])
    for ask in (table.value, table.trend):
        with pytest.raises(KeyError, match="not asked for"):
            ask("test.people")


def queries(studio, **asked):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        compute(studio, **asked)
    return len(captured)


def test_one_query_per_model_whatever_there_is(studio):
    """Figures of one model, disciplines, months and the year before all come in the same query."""
    assert queries(studio, period=YEAR, keys=KEYS, previous=True, months=True) == 1
    for _number in range(5):
        discipline = make_discipline()
        for _record in range(10):
            make_level(studio, discipline=discipline)
    assert queries(studio, period=YEAR, keys=KEYS, previous=True, months=True) == 1
    assert queries(studio, period=Period(date(2017, 1, 1), date(2021, 12, 31)), keys=KEYS, months=True) == 1
    assert queries(studio, period=YEAR, keys=[LEVELS.key, "members", "honours"], previous=True, months=True) == 3
