"""What facilities tell reports, and the Django admin."""

from datetime import timedelta
from decimal import Decimal

import pytest

from studio.core.periods import Period
from studio.facilities import chapters
from studio.indicators.engine import compute
from studio.reports.blocks import Table
from studio.reports.context import Context
from tests.facilities.factories import DAY, make_room, make_use, make_visitors, open_room
from tests.factories import make_person

YEAR = Period.year(2021)


def test_the_chapter_tells_each_room(studio):
    busy, idle = make_room(studio, name_en="A busy one"), make_room(studio, name_en="Idle")
    for room in (busy, idle):
        open_room(room, "08:00", "10:00", weekdays=[3], from_date=DAY, to_date=DAY + timedelta(days=7))
    make_use(busy, "08:00", "09:00")
    make_use(busy, "08:30", "09:30")
    table = next(block for block in chapters.build(Context(studio, YEAR)) if isinstance(block, Table))
    rows = {row[0].value.en: row[2:] for row in table.rows}
    assert rows == {
        "A busy one": [Decimal("80.50"), 240, 90, Decimal("37.5")],
        "Idle": [Decimal("80.50"), 240, 0, Decimal(0)],
    }


def test_the_chapter_of_an_empty_studio_is_made(studio):
    table = next(block for block in chapters.build(Context(studio, YEAR)) if isinstance(block, Table))
    assert table.rows == [] and "No room" in str(table.empty)


def test_utilisation_is_never_above_100_percent_and_without_hours_there_is_no_data(studio, room):
    make_use(room, "00:00", "23:59")
    assert compute(studio, YEAR).value("facilities.utilisation").value is None
    open_room(room, "08:00", "10:00", weekdays=[3], from_date=DAY, to_date=DAY)
    make_use(room, "08:00", "10:00")
    assert compute(studio, YEAR).value("facilities.utilisation").value == 100


def test_visitors_are_three_counts(studio):
    for kind, heads in (("group", 20), ("group", 5), ("individual", 3), ("online", 700)):
        make_visitors(studio, kind=kind, heads=heads)
    table = compute(studio, YEAR)
    keys = ("group_visits", "group_visitors", "individual_visitors", "online_views")
    assert [table.value(f"facilities.{key}").value for key in keys] == [2, 25, 3, 700]


@pytest.mark.parametrize("model", ["room", "openhours", "closure", "roomday", "use", "equipment", "visitorbatch"])
def test_the_admin_shows_but_does_not_count(client, studio, room, model):
    open_room(room, weekdays=[3], to_date=DAY)
    make_use(room)
    admin = make_person(is_staff=True)
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(f"/admin/facilities/{model}/").status_code == 200
