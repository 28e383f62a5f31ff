from datetime import date, timedelta

import pytest

from disciplines.models import GroupMembership
from studio.kit import paging
from studio.kit.paging import Order, Pager
from tests.factories import join_group, make_person


@pytest.fixture
def rows(studio, group):
    """Seven members: two share a start, two have no end."""
    for n in range(7):
        end = None if n % 3 == 0 else date(2022, 1, 1) + timedelta(days=n // 2)
        if end is None:
            join_group(group, make_person(studio), from_date=date(2021, 1, 1 + n // 2))
        else:
            join_group(group, make_person(studio), from_date=date(2021, 1, 1 + n // 2), to_date=end)
    return GroupMembership.objects.all()


def walk(rows, order, size=2):
    found, after = [], ""
    for _page in range(20):
        pager = Pager(rows, order, after=after, size=size)
        found += pager.keys
        after = pager.following
        if not after:
            return found
    raise AssertionError("no end")


@pytest.mark.parametrize("text", ["from_date", "-from_date", "to_date", "-to_date", "pk", "-pk", "person__sort_key"])
def test_next_by_key_visits_every_row_once_in_order(rows, text):
    order = Order.of(text)
    assert walk(rows, order) == list(order.apply(rows).values_list("pk", flat=True))


def test_rows_without_a_value_come_last(rows):
    for text in ("to_date", "-to_date"):
        ends = list(Order.of(text).apply(rows).values_list("to_date", flat=True))
        assert ends.index(None) == sum(end is not None for end in ends)


def test_numbered_pages_and_count(rows):
    pager = Pager(rows, Order.of("pk"), number="2", size=3)
    assert (pager.count, pager.last, len(pager.keys), pager.more) == (7, 3, 3, True)
    assert pager.numbers == [1, 2, 3]


@pytest.mark.parametrize("number", ["0", "-1", "abc", "99999999999999", "٣", ""])
def test_a_page_number_that_is_none_leads_to_a_page(rows, number):
    assert Pager(rows, Order.of("pk"), number=number, size=3).keys


@pytest.mark.parametrize(
    "mark", ["x", "[]", "[1]", '["x", "y"]', "{}", '["2021-99-99", 1]', "null", "[[1], 2]", "[1e999, 3]"]
)
def test_a_mark_that_was_tampered_with_starts_at_the_first_page(rows, mark):
    assert len(Pager(rows, Order.of("from_date"), after=mark, size=3).keys) == 3


def test_the_count_is_capped(rows, monkeypatch):
    monkeypatch.setattr(paging, "COUNTED", 5)
    pager = Pager(rows, Order.of("pk"), size=2)
    assert pager.capped and pager.last == 3
    assert Pager(rows, Order.of("pk"), number="3", size=2).following
