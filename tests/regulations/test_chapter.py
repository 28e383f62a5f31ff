"""The chapter of the briefing: as things stood on the last day, in both languages, money for whoever may see it."""

from datetime import date

import pytest

from studio.core.periods import Period
from studio.regulations.chapters import build, quarters
from studio.reports.blocks import Figures, Heading, Table
from studio.reports.context import Context
from studio.reports.text import both
from tests.factories import make_studio
from tests.regulations.factories import (
    add_review,
    confirm,
    make_duty,
    make_fund,
    make_meeting,
    make_regulation,
    make_required,
    make_rule,
    make_spend,
    make_version,
)

YEAR = Period.year(2021)


@pytest.fixture
def filled(studio, people, discipline):
    regulation = make_regulation(studio, title="例会制度", title_en="Meetings", code="ZD-01")
    old = make_version(
        regulation, number="1", state="replaced", replaced_on=date(2022, 5, 1), review_due=date(2021, 9, 1)
    )
    add_review(old, date(2022, 1, 10), date(2025, 1, 1))
    make_version(regulation, number="2", effective_on=date(2022, 5, 1), review_due=date(2025, 5, 1))
    confirm(old, people["member"])
    confirm(old, people["leader"], date(2022, 1, 2))
    make_required(studio)
    make_required(studio, "emergency")
    make_duty(studio, people["member"], to_date=date(2021, 12, 31))
    make_duty(studio, title_en="Former", to_date=date(2021, 12, 30))
    make_rule(studio, from_date=date(2021, 1, 1))
    make_meeting(studio, [people["member"]], state="held", guests=2, title_en="March")
    make_meeting(studio, state="held", planned_on=date(2022, 1, 5))
    fund = make_fund(studio, title_en="Grant")
    make_spend(fund, "20000.00", state="approved")
    make_spend(fund, "5000.00", state="approved", spent_on=date(2022, 1, 4))
    make_spend(fund, "7.00")
    make_spend(make_fund(studio, title_en="Own", discipline=discipline), "1000.00", state="approved")
    canary = make_studio()
    make_version(make_regulation(canary, title_en="Canary"))
    make_meeting(canary, state="held", title_en="Canary")
    return studio


def chapter(studio, actor=None, period=YEAR):
    return list(build(Context(studio, period, actor=actor)))


def tables(blocks):
    found, heading = {}, ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = both(block.text).en
        if isinstance(block, Table):
            found.setdefault(heading, []).append([[plain(cell) for cell in row] for row in block.rows])
    return found


def plain(cell):
    value = getattr(cell, "value", cell)
    return value.en if hasattr(value, "en") else value


def test_regulations_stand_as_on_the_last_day(filled):
    found = tables(chapter(filled))
    ((code, title, number, effective, due, _owner, read),) = found["Regulations in force"][0]
    assert (code, title, number, effective) == ("ZD-01", "Meetings", "1", date(2021, 3, 1))
    assert (due, read) == (date(2021, 9, 1), 1)
    assert [(row[0], row[2]) for row in found["Required and not complete"][0]] == [
        ("Meetings", "Review overdue"),
        ("Emergency plan", "None in force"),
    ]


def test_duties_and_meetings(filled, people):
    found = tables(chapter(filled))
    assert [row[1] for row in found["Duties"][0]] == [people["member"].name_en]
    by_quarter, _by_discipline, listed = found["Meetings held and expected"]
    assert [row[:3] for row in by_quarter] == [[f"2021-Q{number}", int(number == 1), 3] for number in (1, 2, 3, 4)]
    assert [(row[1], row[4]) for row in listed] == [("March", 3)]


def test_money_for_whoever_sees_it(filled, people):
    for actor in (None, people["manager"], people["finance"]):
        funds, categories = tables(chapter(filled, actor))["Funds"]
        assert [(row[0], row[3], row[4], row[5]) for row in funds] == [
            ("Grant", 100000, 20000, 80000),
            ("Own", 100000, 1000, 99000),
        ]
        assert [(row[0], row[1]) for row in categories] == [("Project research", 21000)]
    assert [row[0] for row in tables(chapter(filled, people["leader"]))["Funds"][0]] == ["Own"]
    assert tables(chapter(filled, people["assessor"]))["Funds"][0] == []
    assert "Funds" not in tables(chapter(filled, people["member"]))


def test_figures_of_money_are_left_out_for_whoever_may_not_see_them(filled, people):
    keys = [key for block in chapter(filled, people["member"]) if isinstance(block, Figures) for key in block.keys]
    assert keys and not [key for key in keys if key.startswith("funds.")]


def test_nothing_of_another_studio_is_told(filled):
    assert "Canary" not in repr(chapter(filled))


def test_a_year_without_anything_is_told_as_such(studio, people, discipline):
    blocks = list(build(Context(studio, Period.year(2019), discipline=discipline)))
    assert tables(blocks)["Regulations in force"] == [[]] and tables(blocks)["Funds"] == [[], []]


def test_quarters_are_cut_to_the_period():
    parts = quarters(Period(date(2020, 11, 15), date(2021, 2, 1)))
    assert [(name, part.start, part.end) for name, part in parts] == [
        ("2020-Q4", date(2020, 11, 15), date(2020, 12, 31)),
        ("2021-Q1", date(2021, 1, 1), date(2021, 2, 1)),
    ]
