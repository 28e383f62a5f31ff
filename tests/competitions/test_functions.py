"""What competitions tell home: figures, gaps, tasks, names in lists and the chapter."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from competitions import chapters
from competitions.models import Entry, Event, Result
from studio.core.periods import Period
from studio.indicators.engine import compute
from studio.notices.tasks import tasks_of
from studio.organisation.registries import functions
from studio.reports.blocks import Chart, Figures, Note, Table
from studio.reports.context import Context
from tests.competitions.factories import DAY, enter, make_competition, make_event, make_judge, mark
from tests.factories import make_person

YEAR = Period.year(2021)
TODAY = timezone.localdate()


def gap(studio, discipline):
    function = functions["competitions"]
    table = compute(studio, YEAR, function.headline)
    return function.gap({key: table.value(key, discipline) for key in function.headline})


def test_gaps_from_nothing_to_an_award(studio, discipline):
    assert gap(studio, discipline) == "No competition attended or organised"
    competition = make_competition(studio, "attended", "held", discipline=discipline)
    assert gap(studio, discipline) == "Nobody competed"
    entry = enter(make_event(competition, "held"))
    assert gap(studio, discipline) == "No award won"
    Result.objects.create(studio=studio, entry=entry, award="third", awarded_on=DAY)
    assert gap(studio, discipline) is None


def test_an_event_of_a_competition_for_all_counts_for_its_discipline(studio, discipline):
    enter(make_event(make_competition(studio, "attended", "held"), "held", discipline=discipline))
    assert gap(studio, discipline) == "No award won"


def test_who_competed_is_counted(studio, ours, held):
    person = make_person(studio)
    enter(held, person, make_person(studio), team="Pumps", guests=["Somebody else"])
    enter(held, absent=True)
    enter(make_event(ours, "held"), person)
    enter(make_event(ours, "open"), person)
    table = compute(studio, YEAR)
    assert table.value("competitions.entrants").value == 3
    assert table.value("competitions.people").value == 2


def test_an_award_counts_when_it_is_given(studio, elsewhere):
    entry = enter(make_event(elsewhere, "held"))
    Result.objects.create(studio=studio, entry=entry, award="first", awarded_on=date(2022, 1, 10))
    assert compute(studio, YEAR).value("competitions.awards").value == 0
    table = compute(studio, Period.year(2022))
    assert [table.value(f"competitions.awards{part}").value for part in ("", "_provincial", "_first", "_city")] == [
        1,
        1,
        1,
        0,
    ]


def waiting(person, studio):
    return {task.key: task.items for task in tasks_of(person, studio) if task.key.startswith("competitions")}


def test_tasks_along_the_way(studio, ours, held, judge, office):
    other = make_judge(held)
    entry = enter(held)
    assert waiting(judge, studio) == waiting(other, studio) == {"competitions.mark": [held]}
    assert "competitions.lock" not in waiting(office, studio)
    given = mark(entry, 80, judge)
    assert waiting(judge, studio) == {} and waiting(office, studio)["competitions.lock"] == [held]
    Event.objects.filter(pk=held.pk).update(state="locked", locked_on=DAY)
    assert waiting(office, studio)["competitions.publish"] == [held]
    assert given.rank is None


def test_results_to_record_and_competitions_to_mark_as_held(studio, elsewhere, office, leader):
    away = make_event(elsewhere, "held")
    entry = enter(away)
    for person in (office, leader):
        assert waiting(person, studio) == {
            "competitions.record": [away],
            "competitions.overdue": [elsewhere],
        }
    Result.objects.create(studio=studio, entry=entry, rank=5)
    make_competition(studio)  # of no group
    assert waiting(leader, studio) == {"competitions.overdue": [elsewhere]}
    assert waiting(make_person(studio, "manager"), studio) == {}


def test_my_next_events(studio, ours):
    member = make_person(studio, "member")
    type(ours).objects.filter(pk=ours.pk).update(to_date=TODAY + timedelta(days=9))
    ours.refresh_from_db()
    soon = make_event(ours, "open", planned_on=TODAY + timedelta(days=3))
    enter(soon, member)
    enter(make_event(ours, "held"), member)
    assert waiting(member, studio) == {"competitions.next": [soon]}


def test_entries_are_named_in_the_readers_language(studio, held):
    enter(held, make_person(studio, name="王五", name_en="Wang Wu"), team="机泵队", guests=["李四"])
    enter(held, make_person(studio, name="", name_en="Zhao Liu"))
    with translation.override("zh-hans"):
        team, single = Entry.objects.with_who().order_by("pk").values_list("who", flat=True)
        assert team.startswith("机泵队") and "王五" in team and "李四" in team and single == "Zhao Liu"
    with translation.override("en"):
        assert "Wang Wu" in Entry.objects.with_who().order_by("pk").first().who


@pytest.fixture
def busy_year(studio, discipline):
    competition = make_competition(
        studio, "attended", "closed", discipline=discipline, title="省赛", title_en="Province", level="provincial"
    )
    event = make_event(competition, "held", title="机泵检修")
    for award, expert in (("first", "provincial"), ("third", "")):
        entry = enter(event, make_person(studio, name="王五", name_en="Wang Wu"))
        Result.objects.create(studio=studio, entry=entry, award=award, awarded_on=DAY, expert_level=expert)
    return competition


def test_the_chapter_tells_the_year(studio, busy_year):
    blocks = list(chapters.build(Context(studio, YEAR)))
    assert isinstance(blocks[0], Figures)
    tables = [block for block in blocks if isinstance(block, Table)]
    (competition,) = tables[1].rows
    assert (competition[1].value.zh, competition[-2:]) == ("省赛", [1, 2])
    levels = {row[0].en: row[1].value for row in tables[2].rows}
    assert levels["Provincial"] == 2 and levels["City"] == 0
    names = tables[-1].rows
    assert (names[0][1].value.zh, names[0][5].en, names[0][6].en) == ("王五", "First prize", "Provincial")
    assert [block.title for block in blocks if isinstance(block, Chart)]


def test_the_chapter_of_an_empty_year_says_so(studio):
    blocks = list(chapters.build(Context(studio, YEAR)))
    listed = [block for block in blocks if isinstance(block, Table)]
    assert "No award was given" in str(listed[-1].empty) and listed[-1].rows == []


def test_a_long_list_is_cut_and_says_so(studio, busy_year, monkeypatch):
    monkeypatch.setattr(chapters, "MOST_LISTED", 1)
    *_others, table, note = chapters.build(Context(studio, YEAR))
    assert len(table.rows) == 1 and isinstance(note, Note)
