"""What training tells home: figures, gaps, tasks, notices' words and the chapter."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from studio.core.periods import Period
from studio.indicators.engine import compute
from studio.notices.registry import todos
from studio.notices.tasks import tasks_of
from studio.organisation.registries import functions
from studio.reports.blocks import Figures, Table
from studio.reports.context import Context
from tests.factories import make_person
from tests.training.factories import attend, make_course, make_plan_line, make_session
from training import chapters

YEAR = Period.year(2021)
TODAY = timezone.localdate()


def gap(studio, discipline, period=YEAR):
    function = functions["training"]
    table = compute(studio, period, function.headline)
    return function.gap({key: table.value(key, discipline) for key in function.headline})


def test_gaps_from_nothing_to_a_fulfilled_plan(studio, discipline):
    assert gap(studio, discipline) == "No session held"
    line = make_plan_line(studio, discipline=discipline, planned_sessions=2)
    course = make_course(studio, discipline=discipline, plan_line=line)
    make_session(course, state="closed")
    assert gap(studio, discipline) == "No approved plan"
    type(line).objects.update(state="approved", approved_on=date(2021, 1, 15))
    assert gap(studio, discipline) == "Behind the plan: 50.0 %"
    make_session(course, state="closed")
    assert gap(studio, discipline) is None


def test_a_plan_is_measured_by_the_time_that_passed(studio, discipline):
    line = make_plan_line(
        studio, discipline=discipline, planned_sessions=4, state="approved", approved_on=date(2021, 1, 2)
    )
    course = make_course(studio, discipline=discipline, plan_line=line)
    make_session(course, state="closed")
    assert gap(studio, discipline, Period.quarter(2021, 1)) is None
    assert gap(studio, discipline, Period.half(2021, 1)) == "Behind the plan: 25.0 %"


def test_a_past_year_stays_what_it_was(studio, discipline):
    line = make_plan_line(studio, state="withdrawn", withdrawn_on=date(2022, 2, 1), planned_sessions=4)
    make_session(make_course(studio, plan_line=line), state="closed")
    table = compute(studio, YEAR)
    values = [table.value(f"training.{key}").value for key in ("plan_lines", "sessions_planned", "plan_completion")]
    assert values == [1, 4, 25]


def test_a_cancelled_session_counts_nowhere(studio, course):
    make_session(course, state="cancelled")
    table = compute(studio, YEAR)
    assert table.value("training.sessions_held").value == 0
    assert table.value("training.pass_rate").value is None


def test_tasks_of_those_who_run_sessions(studio, course, office, leader):
    late = make_session(course, state="open", planned_on=TODAY)
    make_session(course, state="open", planned_on=TODAY + timedelta(days=1))
    held = make_session(course, state="held")
    attend(held)
    foreign = make_session(make_course(studio), state="open", planned_on=TODAY)
    assert waiting(office, studio) == {"training.hold": [late, foreign], "training.record": [held]}
    assert waiting(leader, studio) == {"training.hold": [late], "training.record": [held]}
    assert waiting(late.trainer, studio) == {"training.hold": [late]}
    assert waiting(make_person(studio, "member"), studio) == {}


def test_the_next_sessions_of_a_participant(studio, course):
    person = make_person(studio)
    soon = make_session(course, state="open", planned_on=TODAY + timedelta(days=3))
    attend(soon, person)
    attend(make_session(course, state="cancelled", planned_on=TODAY + timedelta(days=4)), person)
    attend(make_session(course, state="open", planned_on=TODAY - timedelta(days=4)), person)
    assert waiting(person, studio) == {"training.next": [soon]}


def waiting(person, studio):
    return {task.key: task.items for task in tasks_of(person, studio) if task.key.startswith("training")}


def test_tasks_take_as_many_queries_for_many(studio, course, office, django_assert_num_queries):
    tasks_of(office, studio)
    make_session(course, state="open", planned_on=TODAY)
    with django_assert_num_queries(3):
        for key in ("hold", "record", "next"):
            [str(item) for item in todos[f"training.{key}"].query(office, studio)]


@pytest.fixture
def busy_year(studio, discipline):
    line = make_plan_line(studio, discipline=discipline, state="approved")
    course = make_course(studio, discipline=discipline, plan_line=line, title="激光对中")
    for month in (2, 5):
        session = make_session(course, state="closed", planned_on=date(2021, month, 3))
        attend(session, status="present", score=80, passed=True)


def test_the_chapter_tells_the_year(studio, busy_year):
    blocks = list(chapters.build(Context(studio, YEAR)))
    assert isinstance(blocks[0], Figures)
    listed = [block for block in blocks if isinstance(block, Table)][-1]
    assert [row[0] for row in listed.rows] == [date(2021, 2, 3), date(2021, 5, 3)]
    assert (listed.rows[0][1].zh, listed.rows[0][1].en) == ("激光对中", "Laser alignment")
    assert [row[-1] for row in listed.rows] == [1, 1]


def test_the_chapter_of_an_empty_year_says_so(studio):
    blocks = list(chapters.build(Context(studio, YEAR)))
    listed = [block for block in blocks if isinstance(block, Table)][-1]
    assert listed.rows == [] and "No session was held" in str(listed.empty)


def test_a_long_list_is_cut_and_says_so(studio, busy_year, monkeypatch):
    monkeypatch.setattr(chapters, "MOST_LISTED", 1)
    *_others, table, note = chapters.build(Context(studio, YEAR))
    assert len(table.rows) == 1 and "first 1 sessions" in note.text.en


def test_sessions_are_named_in_the_readers_language(studio):
    session = make_session(make_course(studio, title="激光对中", title_en="Laser alignment"))
    with translation.override("zh-hans"):
        assert str(session) == "激光对中 · 2021-03-10"
    with translation.override("en"):
        assert str(session) == "Laser alignment · 2021-03-10"
