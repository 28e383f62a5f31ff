"""What appraisals tell home: figures, gaps, tasks and the chapter."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from appraisals import chapters
from appraisals.models import Batch
from studio.core.periods import Period
from studio.indicators.engine import compute, rows
from studio.notices.registry import todos
from studio.notices.tasks import tasks_of
from studio.organisation.registries import functions
from studio.reports.blocks import Figures, Table
from studio.reports.context import Context
from tests.appraisals.factories import assign, make_batch, make_candidate, make_level, make_score
from tests.factories import join_group, make_group, make_person

YEAR, TODAY = Period.year(2021), timezone.localdate()


@pytest.fixture
def group(studio, discipline):
    return make_group(studio, discipline)


@pytest.fixture
def riser(studio, group, occupation):
    """A member of the group who was an intermediate worker."""
    person = make_person(studio, "member", name="陈志明", name_en="Chen Zhiming")
    join_group(group, person)
    make_level(person, studio, occupation, 3, date(2017, 3, 1))
    return person


@pytest.fixture
def decided(studio, occupation, riser):
    """A batch of 2021 with one who passed, one who did not and one who was absent."""
    batch = make_batch(studio, occupation, state="decided", decided_on=date(2021, 6, 1), title="高级工认定")
    make_candidate(batch, riser, outcome="passed")
    make_candidate(batch, outcome="failed")
    make_candidate(batch, outcome="absent")
    return batch


def value(studio, key, period=YEAR, **kwargs):
    return compute(studio, period, **kwargs).value(f"appraisals.{key}").value


def test_a_year_in_figures(studio, decided):
    keys = ("batches", "candidates", "decisions", "passed", "pass_rate", "promoted")
    assert [value(studio, key) for key in keys] == [1, 2, 2, 1, 50, 1]
    assert value(studio, "pass_rate", Period.year(2020)) is None


def promoted(studio):
    return {level.person for level in rows("appraisals.promoted", studio, YEAR)}


def test_who_is_promoted_and_who_is_not(studio, group, occupation, riser):
    day = date(2021, 6, 1)
    first_level = make_person(studio)
    join_group(group, first_level)
    lower = make_person(studio)
    join_group(group, lower)
    make_level(lower, studio, occupation, 5, date(2018, 1, 1))
    outside = make_person(studio)
    make_level(outside, studio, occupation, 3, date(2018, 1, 1))
    gone = make_person(studio)
    join_group(group, gone, to_date=date(2021, 5, 31))
    make_level(gone, studio, occupation, 3, date(2018, 1, 1))
    for person in (riser, first_level, lower, outside, gone):
        make_level(person, studio, occupation, 4, day)
    assert promoted(studio) == {riser}


def test_two_steps_in_a_year_are_one_person(studio, riser, occupation):
    make_level(riser, studio, occupation, 4, date(2021, 2, 1))
    make_level(riser, studio, occupation, 5, date(2021, 11, 1), basis="competition")
    assert value(studio, "promoted") == 1
    assert rows("appraisals.promoted", studio, YEAR).count() == 2


def test_a_level_withdrawn_later_counted_then(studio, riser, occupation):
    make_level(riser, studio, occupation, 4, date(2021, 6, 1), withdrawn_on=date(2022, 2, 1), withdrawn_reason="Wrong")
    assert value(studio, "promoted") == 1
    assert value(studio, "promoted", Period(date(2021, 1, 1), date(2022, 12, 31))) == 0


def gap(studio, discipline):
    function = functions["appraisals"]
    table = compute(studio, YEAR, function.headline)
    return function.gap({key: table.value(key, discipline) for key in function.headline})


def test_gaps(studio, discipline, occupation, riser):
    assert gap(studio, discipline) == "No batch examined"
    make_batch(studio, occupation, state="examined")
    assert gap(studio, discipline) == "Nobody promoted"
    make_level(riser, studio, occupation, 4, date(2021, 6, 1))
    assert gap(studio, discipline) is None


# --- Tasks ----------------------------------------------------------------------------------------


def waiting(person, studio):
    return {task.key: task.items for task in tasks_of(person, studio) if task.key.startswith("appraisals")}


def test_applications_wait_for_lead_and_office(studio, open_batch, office, lead, leader):
    other, own = make_candidate(open_batch, state="applied"), make_candidate(open_batch, office, state="applied")
    assert waiting(office, studio) == {"appraisals.applications": [other]}
    assert waiting(lead, studio) == {"appraisals.applications": [other, own]}
    for person in (leader, make_person(studio, "trainer"), make_person(studio, "manager")):
        assert waiting(person, studio) == {}


def test_the_exam_day_has_come(studio, open_batch, office):
    Batch.objects.update(closes_on=TODAY, exam_on=TODAY)
    assert waiting(office, studio) == {"appraisals.examine": [open_batch]}


def test_scores_wait_for_whoever_enters_them_then_the_decision(studio, examined, office, lead):
    candidate = make_candidate(examined)
    assert waiting(office, studio) == {"appraisals.scores": [examined]}
    assert waiting(lead, studio) == {}
    appraiser = assign(examined).person
    assert waiting(office, studio) == {}
    assert waiting(appraiser, studio) == {"appraisals.scores": [examined]}
    make_score(candidate, 70, 70)
    assert waiting(appraiser, studio) == {}
    assert waiting(office, studio) == waiting(lead, studio) == {"appraisals.decide": [examined]}
    make_score(make_candidate(examined, lead), 70, 70)
    assert waiting(lead, studio) == {}


def test_a_technician_waits_for_the_review(studio, office):
    batch = make_batch(studio, step=5, state="examined")
    score = make_score(make_candidate(batch), 70, 70)
    assert waiting(office, studio) == {"appraisals.scores": [batch]}
    score.review_absent = True
    score.save()
    assert waiting(office, studio) == {"appraisals.decide": [batch]}


def test_my_next_appraisals(studio, open_batch, member):
    mine = make_candidate(open_batch, member)
    make_candidate(make_batch(studio, state="examined"), member)
    assert waiting(member, studio) == {"appraisals.next": [mine]}


def test_tasks_take_as_many_queries_for_many(studio, examined, office, django_assert_num_queries):
    for _number in range(3):
        make_candidate(make_batch(studio, state="examined"))
        make_candidate(make_batch(studio, state="open", exam_on=TODAY, closes_on=TODAY), state="applied")
    tasks_of(office, studio)
    with django_assert_num_queries(5):
        for key in ("applications", "examine", "scores", "decide", "next"):
            [str(item) for item in todos[f"appraisals.{key}"].query(office, studio)]


# --- Chapter --------------------------------------------------------------------------------------


def tables(studio, **kwargs):
    return [block for block in chapters.build(Context(studio, YEAR, **kwargs)) if isinstance(block, Table)]


def test_the_chapter_tells_the_year(studio, decided):
    assert isinstance(next(iter(chapters.build(Context(studio, YEAR)))), Figures)
    _by_discipline, batches, passed, people = tables(studio)
    ((day, title, _job, level, accepted, number, _state),) = batches.rows
    assert (day, title.value.zh, level.zh, accepted, number) == (date(2021, 5, 12), "高级工认定", "高级工", 3, 1)
    assert [row[2:] for row in passed.rows] == [[2, 1]] and len(passed.total) == 4
    ((reached, person, _job, before, after, basis),) = people.rows
    assert (reached, person.zh, before.zh, after.en, basis.zh) == (
        date(2021, 6, 1),
        "陈志明",
        "中级工",
        "Senior worker",
        "技能鉴定",
    )


def test_the_chapter_of_an_empty_year_says_so(studio):
    _by_discipline, *others = tables(studio)
    assert [table.rows for table in others] == [[], [], []]
    assert "No batch was examined" in str(others[0].empty) and "No member" in str(others[2].empty)


def test_names_are_for_whoever_sees_people(studio, decided):
    assert tables(studio, actor=make_person(studio, "lead"))[3].rows
    assert not tables(studio, actor=make_person(studio, "assessor"))[3].rows


def test_a_long_list_is_cut_and_says_so(studio, decided, occupation, monkeypatch):
    monkeypatch.setattr(chapters, "MOST_LISTED", 1)
    make_batch(studio, occupation, state="examined")
    texts = [str(getattr(block, "text", "")) for block in chapters.build(Context(studio, YEAR))]
    assert any("The first 1 are listed" in text for text in texts)


def test_days_ahead_do_not_count_yet(studio, decided):
    early = Context(studio, YEAR, as_of=date(2021, 5, 20))
    *_others, passed, people = [block for block in chapters.build(early) if isinstance(block, Table)]
    assert passed.rows == people.rows == []
    assert value(studio, "passed", as_of=decided.decided_on - timedelta(days=1)) == 0
