"""The table a scheme marks: an item for each function and aspect, its figures, and room for the marks."""

from datetime import date

import pytest

from studio.core.periods import Period
from studio.organisation.registries import aspects_in_order, functions_in_order
from studio.reports.blocks import Heading, Table
from studio.reports.context import Context
from studio.reports.self_assessment import self_assessment
from studio.reports.text import both
from tests.factories import make_discipline, make_studio
from tests.training.factories import make_course, make_session

pytestmark = pytest.mark.django_db


def made(**values):
    studio = make_studio()
    course = make_course(studio)
    for day in (date(2020, 3, 10), date(2021, 3, 10)):
        make_session(course, planned_on=day, state="held")
    blocks = list(self_assessment(Context(studio, Period.year(2021), **values)))
    return [both(one.text).en for one in blocks if isinstance(one, Heading)], [
        one for one in blocks if isinstance(one, Table)
    ]


def test_functions_then_aspects():
    headings, tables = made()
    assert headings == ["Functions", "Assessed aspects"]
    items = [[both(row[0]).en for row in table.rows if isinstance(row[0], str) or str(row[0])] for table in tables]
    labels = [[both(one.label).en for one in every()] for every in (functions_in_order, aspects_in_order)]
    assert [[name for name in found if name in names] for found, names in zip(items, labels, strict=True)] == labels


def test_figures_of_both_years_stand_beside_empty_cells():
    table = made()[1][0]
    assert [both(column.label).en for column in table.columns] == [
        "Item",
        "Figure",
        "2020",
        "2021",
        "Full marks",
        "Own mark",
        "Remarks",
    ]
    held = next(row for row in table.rows if both(getattr(row[1], "value", row[1])).en.startswith("Sessions held"))
    assert [held[2].value, held[3].value] == [1, 1]
    assert all(row[-3:] == ["", "", ""] for row in table.rows)
    assert [column.kind for column in table.columns[-3:]] == ["blank"] * 3
    assert both(table.total[0]).en == "Sum"


def test_one_discipline_is_not_marked_for_rooms_and_regulations():
    headings, tables = made(discipline=make_discipline())
    assert headings == ["Functions"]
    assert len(tables) == 1
