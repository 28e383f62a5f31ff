"""The chapter of the briefing."""

from datetime import date

import pytest

from studio.assessments.chapters import build
from studio.core.periods import Period
from studio.reports.blocks import Figures, Heading, Table
from studio.reports.context import Context
from studio.reports.text import both
from tests.assessments.factories import make_action, make_comment, make_request, make_visit
from tests.factories import make_studio

pytestmark = pytest.mark.django_db


def texts(value):
    return both(value).en


def test_visits_of_the_period_then_undated_ones_then_actions():
    studio = make_studio()
    visit = make_visit(studio, assessed_by_en="City team")
    make_visit(studio, assessed_by_en="Old team", held_on=date(2019, 5, 20))
    undated = make_visit(studio, assessed_by_en="National team", held_on=None, month=10, day=28)
    make_comment(visit, given_by_en="Liang")
    make_comment(undated, given_by_en="Li Shufeng")
    make_action(make_request(visit), title_en="Keep a register")
    make_action(make_request(visit, raised_on=date(2022, 1, 5)), title_en="Later")
    make_action(make_request(visit, raised_on=date(2019, 1, 5), closed_on=date(2020, 1, 5)), title_en="Earlier")
    blocks = list(build(Context(studio, Period.year(2021))))
    assert blocks[0] == Figures(["assessments.visits", "assessments.requests_open", "assessments.requests_closed"])
    headings = [texts(block.text) for block in blocks if isinstance(block, Heading)]
    assert headings == [
        "Against the period before",
        "National assessment, 2021-05-20",
        "No date recorded",
        "National assessment, 10-28 (year not recorded)",
        "Improvement actions",
    ]
    actions = [block for block in blocks if isinstance(block, Table)][-1]
    assert [texts(row[1].value) for row in actions.rows] == ["Keep a register"]
    assert actions.rows[0][1].url.endswith(
        f"/s/{studio.slug}/assessments/actions/{actions.rows[0][1].url.split('/')[-2]}/"
    )


def test_the_state_is_that_of_the_cut_off_day():
    studio = make_studio()
    request = make_request(make_visit(studio))
    action = make_action(request, state="done", done_on=date(2022, 2, 1))
    assert action.state_on(date(2021, 12, 31)).label == "Under way"
    assert action.state_on(date(2022, 2, 1)).label == "Done, to be verified"
