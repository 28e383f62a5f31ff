"""The period before beside this one: shown where something happened then, "no data" where it is not known."""

from datetime import date

import pytest

from disciplines.models import Discipline
from innovations import chapters as innovations_chapters
from studio.core.periods import Period
from studio.reports.context import Context
from studio.reports.figures import change_table, discipline_chart, discipline_table, periods
from studio.reports.text import both
from tests.factories import make_discipline, make_studio
from tests.innovations.factories import make_property
from tests.training.factories import attend, make_course, make_session

pytestmark = pytest.mark.django_db

HELD, RATE = "training.sessions_held", "training.pass_rate"


@pytest.fixture
def studio():
    return make_studio()


def hold(studio, *days, **values):
    course = make_course(studio, **values)
    return [make_session(course, planned_on=day, state="held") for day in days]


def heads(table):
    return [both(column.label).en for column in table.columns]


def said(cell):
    return getattr(cell, "value", cell)


def test_a_first_year_stands_alone(studio):
    hold(studio, date(2021, 3, 10))
    context = Context(studio, Period.year(2021))
    assert context.before is None
    assert context.figure(HELD).before is None
    assert context.figure(HELD).change is None
    assert "Change" not in heads(discipline_table(context, [HELD]))
    assert heads(change_table(context, [HELD])) == ["Figure", "2021"]
    assert [series.discipline for series in periods(context, [context.figure(HELD)])] == ["now"]


def test_what_merely_stands_is_no_year_before(studio):
    make_discipline()  # A record of no year: members, rooms and titles in force tell nothing of last year's work.
    assert Context(studio, Period.year(2021)).before is None


def test_both_years_and_their_change_stand_beside_each_other(studio):
    hold(studio, date(2020, 3, 10), date(2020, 4, 10), date(2021, 3, 10))
    context = Context(studio, Period.year(2021))
    table = change_table(context, [HELD])
    assert heads(table) == ["Figure", "2020", "2021", "Change"]
    assert [said(cell) for cell in table.rows[0][1:]] == [2, 1, -1]
    assert "from=2020-01-01&to=2020-12-31" in table.rows[0][1].url, "last year's number opens last year's rows"
    assert "reported=2" in table.rows[0][1].url
    assert heads(discipline_table(context, [HELD]))[-3:] == ["All", "2020", "Change"]


def test_a_rate_without_records_is_no_data_and_has_no_change(studio):
    hold(studio, date(2020, 3, 10))
    attend(hold(studio, date(2021, 3, 10))[0], status="present", passed=True)
    found = Context(studio, Period.year(2021)).figure(RATE)
    assert both(found.before.value).en == "no data"
    assert found.change is None
    assert periods(Context(studio, Period.year(2021)), [found])[0].values == [None], "a gap in the chart, not 0"


def test_bars_of_then_stand_before_those_of_now(studio):
    rotating, electrical = Discipline.objects.order_by("order", "pk")[:2]
    hold(studio, date(2020, 3, 10), discipline=rotating)
    hold(studio, date(2021, 3, 10), date(2021, 4, 10), discipline=electrical)
    before, now = discipline_chart(Context(studio, Period.year(2021)), HELD).series
    assert (before.label, before.discipline, now.label, now.discipline) == ("2020", "before", "2021", "now")
    assert (before.values[:2], now.values[:2]) == ([1, 0], [0, 2])


def test_property_of_a_first_year_has_one_series(studio):
    make_property(studio)
    _heading, table, chart = innovations_chapters.properties(Context(studio, Period.year(2021)))
    assert heads(table) == ["Figure", "2021"]
    assert len(chart.series) == 1
