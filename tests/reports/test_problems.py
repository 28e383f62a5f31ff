"""Problems are named by the figures: only where something is missing, each number with its rows."""

from datetime import date

import pytest

from disciplines.models import Discipline, Occupation
from studio.core.periods import Period
from studio.reports.blocks import Heading, Table
from studio.reports.context import Context
from studio.reports.problems import problems
from studio.reports.text import both
from tests.assessments.factories import make_action, make_request, make_visit
from tests.factories import make_discipline, make_studio
from tests.training.factories import make_course, make_plan_line, make_session

pytestmark = pytest.mark.django_db


def tables(studio, discipline=None):
    """The rows of each table by its heading."""
    blocks = list(problems(Context(studio, Period.year(2021), discipline=discipline)))
    headings = [both(one.text).en for one in blocks if isinstance(one, Heading)]
    return dict(zip(headings, [one.rows for one in blocks if isinstance(one, Table)], strict=True))


def training_gaps(rows):
    return {both(row[1]).en: both(row[2].value).en for row in rows if both(row[0]).en == "Employee training"}


def test_a_gap_is_named_for_the_discipline_that_has_it():
    studio = make_studio()
    idle, busy = make_discipline(name_en="Idle"), make_discipline(name_en="Busy")
    line = make_plan_line(studio, discipline=busy, state="approved", planned_sessions=1)
    make_session(make_course(studio, discipline=busy, plan_line=line), state="held")
    rows = tables(studio)["By discipline"]
    assert training_gaps(rows)["Idle"] == "No session held"
    assert "Busy" not in training_gaps(rows)
    cell = next(row[2] for row in rows if both(row[1]).en == "Idle")
    assert f"discipline={idle.key}" in cell.url
    assert "figure=training.sessions_held" in cell.url


def test_a_report_on_one_discipline_names_only_its_gaps():
    studio = make_studio()
    idle, other = make_discipline(name_en="Idle"), make_discipline(name_en="Other")
    make_action(make_request(make_visit(studio)))
    found = tables(studio, discipline=idle)
    assert list(found) == ["By discipline"]
    assert {both(row[1]).en for row in found["By discipline"]} == {"Idle"}
    assert other.pk


def test_concerns_stand_only_while_something_is_wrong():
    studio = make_studio()
    request = make_request(make_visit(studio))
    make_action(request, due_on=date(2021, 9, 1))

    def named():
        return {both(row[0]).en.split(" (")[0] for row in tables(studio).get("Studio as a whole", [])}

    assert {"Requests open", "Improvement actions overdue"} <= named()
    request.actions.update(state="done", done_on=date(2021, 8, 1))
    request.closed_on = date(2021, 8, 2)
    request.save()
    assert not {"Requests open", "Improvement actions overdue"} & named()


def test_nothing_wrong_says_nothing():
    """Without disciplines and records there is neither a gap nor a concern, and so no heading over nothing."""
    Occupation.objects.all().delete()
    Discipline.objects.all().delete()
    assert tables(make_studio()) == {}
