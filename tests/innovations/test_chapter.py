"""The chapter of the briefing: complete in both languages, honest when there is nothing, quiet about other studios."""

from datetime import date

import pytest

from innovations.chapters import build
from innovations.functions import gap
from studio.core.periods import Period
from studio.indicators.engine import compute
from studio.organisation.registries import functions
from studio.reports.blocks import Chart, Heading, Note, Table
from studio.reports.context import Context
from studio.reports.text import both
from tests.factories import make_studio
from tests.innovations.factories import (
    make_claim,
    make_project,
    make_property,
    make_proposal,
    make_result,
    make_transformation,
)

YEAR = Period.year(2021)


@pytest.fixture
def chapter(studio, group, people):
    project = make_project(studio, people["member"], state="concluded", discipline=group.discipline)
    make_project(studio, state="draft")
    make_project(studio, state="stopped", stopped_on=date(2020, 12, 31))
    make_project(studio, state="stopped", stopped_on=date(2022, 2, 1), started_on=date(2021, 2, 1))
    result = make_result(project, title="夹具", title_en="Clamp", transformed_on=date(2021, 8, 1))
    make_transformation(result, unit="一联合", unit_en="Unit one")
    make_transformation(result, unit_en="Later", since=date(2022, 1, 1))
    make_property(studio, result=result)
    make_property(studio, granted_on=date(2020, 5, 1))
    make_claim(project, result=result, state="judged")
    make_claim(make_project(make_studio(), title_en="Canary"))
    return list(build(Context(studio, YEAR, actor=people["manager"])))


def tables(blocks):
    """Tables by the heading they stand under."""
    found, heading = {}, ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = both(block.text).en
        if isinstance(block, Table):
            found.setdefault(heading, []).append(block)
    return found


def plain(cell):
    value = getattr(cell, "value", cell)
    return value.en if hasattr(value, "en") else value


def test_projects_stand_with_the_state_of_the_cut_off_day(chapter):
    counts, listed = tables(chapter)["Projects by state"]
    assert {plain(state): count for state, count in counts.rows} == {
        "Approved": 0,
        "Running": 1,
        "Concluded": 1,
        "Stopped": 0,
    }
    assert len(listed.rows) == 2


def test_results_by_type_and_their_uses_by_the_cut_off(chapter):
    (by_type,) = tables(chapter)["Results by type"]
    assert [row[1:] for row in by_type.rows] == [[1, 1]]
    (uses,) = tables(chapter)["Transformation of innovation results"]
    assert [(plain(row[0]), plain(row[2])) for row in uses.rows] == [("Clamp", "Unit one")]
    notes = [both(block.text).en for block in chapter if isinstance(block, Note)]
    assert any("2021-01-01" in note and "2021-12-31" in note and "1 of 1" in note for note in notes)


def test_property_stands_against_the_year_before(chapter):
    (property_table,) = tables(chapter)["Intellectual property"]
    assert [both(column.label).en for column in property_table.columns[1:]] == ["2020", "2021", "Change"]
    utility = next(row for row in property_table.rows if plain(row[0]).startswith("Utility model patents"))
    assert [plain(cell) for cell in utility[1:]] == [1, 1, 0]


def test_benefit_claimed_and_confirmed_by_discipline(chapter):
    (benefit,) = tables(chapter)["Benefit"]
    assert [plain(row[-1]) for row in benefit.rows] == [100_000, 80_000]
    assert sum(isinstance(block, Chart) for block in chapter) == 4


def test_nothing_of_another_studio_is_told(chapter):
    assert "Canary" not in repr(chapter)


def test_a_year_without_anything_is_told_as_such(studio, group):
    blocks = list(build(Context(studio, Period.year(2019), discipline=group.discipline)))
    assert tables(blocks)["Results by type"][0].rows == []


def test_home_names_the_first_thing_that_is_missing(studio, group, people):
    headline = functions["innovations"].headline

    def missing():
        table = compute(studio, YEAR, headline)
        return gap({key: table.value(key, group.discipline) for key in headline})

    assert missing() == "No proposal submitted"
    project = make_project(studio, discipline=group.discipline)
    make_proposal(studio, state="submitted", discipline=group.discipline)
    assert missing() == "No result accepted"
    result = make_result(project)
    assert missing() == "No result in use yet"
    result.transformed_on = date(2021, 9, 1)
    result.save()
    assert missing() is None
