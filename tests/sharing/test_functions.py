"""What sharing tells home and the report: figures, gaps, tasks and the chapter."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from sharing import chapters
from studio.core.periods import Period
from studio.indicators.engine import compute, rows
from studio.notices.registry import todos
from studio.notices.tasks import tasks_of
from studio.organisation.registries import functions
from studio.reports.blocks import Figures, Note, Table
from studio.reports.context import Context
from tests.factories import make_person
from tests.sharing.factories import (
    DAY,
    make_agreement,
    make_alliance,
    make_event,
    make_partner,
    make_resource,
    make_use,
)

YEAR = Period.year(2021)
TODAY = timezone.localdate()


def value(studio, key, period=YEAR, place=None):
    return compute(studio, period).value(f"sharing.{key}", place).value


def gap(studio, discipline):
    function = functions["sharing"]
    table = compute(studio, YEAR, function.headline)
    return function.gap({key: table.value(key, discipline) for key in function.headline})


def test_gaps_from_nothing_to_a_used_resource(studio, discipline):
    assert gap(studio, discipline) == "No exchange event held"
    make_event(studio, "held", discipline=discipline)
    assert gap(studio, discipline) == "No shared resource on offer"
    resource = make_resource(studio, discipline=discipline)
    assert gap(studio, discipline) == "No shared resource used"
    make_use(resource)
    assert gap(studio, discipline) is None


def test_in_force_is_a_matter_of_days(studio):
    make_agreement(studio, "signed", signed_on=date(2021, 2, 10))
    make_agreement(studio, "ended", ended_on=date(2021, 8, 15))
    make_agreement(studio)
    of_month = {month: value(studio, "agreements", Period.month(2021, month)) for month in range(1, 13)}
    assert of_month == {1: 1, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1}
    assert value(studio, "agreements", Period.year(2022)) == 0
    assert value(studio, "agreements", Period.of("2021-08-01..2021-08-15")) == 2


def test_a_past_year_stays_what_it_was(studio):
    make_agreement(studio, "ended", to_date=date(2022, 6, 30))
    make_resource(studio, state="retired", retired_on=date(2022, 3, 1))
    assert (value(studio, "agreements"), value(studio, "resources")) == (1, 1)


def test_an_alliance_without_a_date_is_not_counted(studio):
    make_alliance(studio, from_date=None)
    assert value(studio, "alliances") == 0
    make_alliance(studio, to_date=date(2021, 12, 31))
    assert value(studio, "alliances") == 1


def test_a_partner_counts_once_however_often_it_was_met(studio, resource):
    busy, guest, idle, past = (make_partner(studio) for _number in range(4))
    make_agreement(studio, "signed", partner=busy)
    make_use(resource, partner=busy)
    make_use(resource, partner=idle, state="withdrawn")
    make_event(studio, "held", partners=[busy, guest])
    make_event(studio, "planned", partners=[idle])
    make_event(studio, "held", partners=[past], planned_on=date(2020, 12, 31))
    assert value(studio, "partners") == 2
    assert set(rows("sharing.partners", studio, YEAR)) == {busy, guest}


def test_cancelled_and_withdrawn_count_nowhere(studio, resource):
    make_event(studio, "cancelled")
    make_use(resource, state="withdrawn")
    assert [value(studio, key) for key in ("events", "uses")] == [0, 0]


def test_hours_without_binary_noise(studio, resource, discipline):
    for _number in range(3):
        make_use(resource, hours=Decimal("0.7"))
    make_use(resource, hours=None, heads=5)
    assert value(studio, "use_hours", place=discipline) == Decimal("2.1")
    assert value(studio, "uses") == 4


def waiting(person, studio):
    return {task.key: task.items for task in tasks_of(person, studio) if task.key.startswith("sharing")}


def test_tasks_of_those_who_edit(studio, discipline, office, leader, member):
    late = make_event(studio, planned_on=TODAY, discipline=discipline)
    make_event(studio, planned_on=TODAY + timedelta(days=1))
    foreign = make_event(studio, planned_on=TODAY - timedelta(days=1))
    soon = make_agreement(studio, "signed", to_date=TODAY + timedelta(days=60), discipline=discipline)
    make_agreement(studio, "signed", to_date=TODAY + timedelta(days=61))
    make_agreement(studio, "signed", to_date=None)
    make_agreement(studio, to_date=TODAY)
    over = make_agreement(studio, "signed")
    assert waiting(office, studio) == {"sharing.hold": [foreign, late], "sharing.ending": [over, soon]}
    assert waiting(leader, studio) == {"sharing.hold": [late], "sharing.ending": [soon]}
    for person in (member, make_person(studio, "manager"), make_person(studio)):
        assert waiting(person, studio) == {}


def test_tasks_take_one_query_each(studio, office, django_assert_num_queries):
    for _number in range(3):
        make_event(studio)
        make_agreement(studio, "signed")
    tasks_of(office, studio)
    with django_assert_num_queries(2):
        for key in ("hold", "ending"):
            [str(item) + item.get_absolute_url() for item in todos[f"sharing.{key}"].query(office, studio)]


def blocks_of(studio, period=YEAR, **more):
    return list(chapters.build(Context(studio, period, **more)))


def table_with(blocks, head):
    """The table whose first column is called ``head``."""
    return next(one for one in blocks if isinstance(one, Table) and str(one.columns[0].label) == head)


@pytest.fixture
def busy_year(studio, resource, discipline):
    partner = make_partner(studio, name="海湾", name_en="Haiwan")
    make_alliance(studio)
    make_alliance(studio, name_en="Old Alliance", from_date=None)
    make_agreement(studio, "signed", partner=partner, discipline=discipline)
    make_event(studio, "held", partners=[partner], discipline=discipline)
    make_event(studio, "held", kind="online", own_heads=1, guest_heads=0)
    make_use(resource, partner=partner)
    make_use(resource, used_on=date(2022, 1, 1))


def test_the_chapter_tells_the_year(studio, busy_year):
    blocks = blocks_of(studio)
    assert isinstance(blocks[0], Figures)
    by_type = table_with(blocks, "Type")
    assert [[str(row[0]), *row[1:]] for row in by_type.rows] == [
        ["Exchange meeting", 1, 6, 9],
        ["Online exchange", 1, 1, 0],
    ]
    assert [cell.value for cell in by_type.total[1:]] == [2, 7, 9]
    agreement = table_with(blocks, "Agreement").rows[0]
    assert (agreement[1].zh, agreement[1].en) == ("海湾", "Haiwan")
    assert [row[0] for row in table_with(blocks, "Date").rows] == [DAY, DAY]
    assert table_with(blocks, "Shared resource").rows[0][-2:] == [1, Decimal(4)]


def test_the_chapter_lists_alliances_without_a_date_apart(studio, busy_year):
    blocks = blocks_of(studio)
    dated, undated = (one for one in blocks if isinstance(one, Table) and str(one.columns[0].label) == "Alliance")
    assert str(dated.rows[0][0].value) == "Coast Alliance" and len(dated.rows) == 1
    assert (str(undated.title), str(undated.rows[0][0].value)) == ("No date recorded", "Old Alliance")
    assert any(isinstance(block, Note) and "not counted" in str(block.text) for block in blocks)


def test_the_chapter_of_one_discipline(studio, busy_year, discipline):
    blocks = blocks_of(studio, discipline=discipline)
    assert [str(row[0]) for row in table_with(blocks, "Type").rows] == ["Exchange meeting"]
    assert table_with(blocks, "Type").total[1].value == 1


def test_the_chapter_of_an_empty_year_says_so(studio):
    tables = [block for block in blocks_of(studio) if isinstance(block, Table)][1:]
    assert all(not table.rows and str(table.empty) for table in tables)


def test_a_long_list_is_cut_and_says_so(studio, busy_year, monkeypatch):
    monkeypatch.setattr(chapters, "MOST_LISTED", 1)
    blocks = blocks_of(studio)
    assert len(table_with(blocks, "Date").rows) == 1
    notes = [str(block.text) for block in blocks if isinstance(block, Note)]
    assert any("first 1 events" in note for note in notes)
