"""Rooms, open hours and closures: what is refused, and what the database refuses by itself."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from studio.audit.errors import Refused
from studio.facilities import jobs, places
from studio.facilities.ledger import horizon
from studio.facilities.models import OpenHours, Room, RoomDay
from tests.facilities.factories import DAY, SERVED, clock, make_room, make_use, open_room

WEEK = timedelta(days=7)


def test_hours_for_several_days_at_once(room):
    open_room(room, weekdays=[5, 1])
    assert sorted(OpenHours.objects.values_list("weekday", flat=True)) == [1, 5]


@pytest.mark.parametrize(
    ("opens", "closes", "weekday", "values", "overlaps"),
    [
        ("09:00", "10:00", 3, {}, True),
        ("07:00", "08:01", 3, {}, True),
        ("15:59", "23:00", 3, {"from_date": DAY}, True),
        ("07:00", "08:00", 3, {}, False),
        ("16:00", "18:00", 3, {}, False),
        ("09:00", "10:00", 4, {}, False),
        ("09:00", "10:00", 3, {"from_date": DAY + WEEK}, False),
        ("09:00", "10:00", 3, {"from_date": DAY, "to_date": DAY}, True),
    ],
)
def test_hours_of_a_room_never_overlap(room, opens, closes, weekday, values, overlaps):
    open_room(room, "08:00", "16:00", weekdays=[3], to_date=DAY)
    row = {"studio": room.studio, "room": room, "weekday": weekday, "opens": clock(opens), "closes": clock(closes)}
    row |= {"from_date": SERVED, **values}
    if not overlaps:
        assert open_room(room, opens, closes, weekdays=[weekday], **values)
        return
    with pytest.raises(Refused, match="overlap Wednesday 08:00–16:00"):
        open_room(room, opens, closes, weekdays=[weekday], **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        OpenHours.objects.create(**row)
    elsewhere = OpenHours.objects.create(**{**row, "weekday": 7})
    with pytest.raises(IntegrityError), transaction.atomic():
        OpenHours.objects.filter(pk=elsewhere.pk).update(weekday=3)


def test_changed_hours_do_not_overlap_either(room, office):
    open_room(room, "08:00", "12:00", weekdays=[3])
    second = open_room(room, "13:00", "17:00", weekdays=[3])
    same = {"room": room, "weekday": 3, "from_date": SERVED, "to_date": None, "closes": clock("17:00")}
    with pytest.raises(Refused):
        places.change_hours(second, office, opens=clock("11:00"), **same)
    second.refresh_from_db()
    places.change_hours(second, office, opens=clock("12:00"), **same)
    assert RoomDay.objects.get(room=room, day=DAY).open_minutes == 9 * 60


def test_hours_that_move_to_another_room_are_counted_there(studio, room, office):
    other, hours = make_room(studio), open_room(room, weekdays=[3])
    values = {"weekday": 3, "opens": clock("08:00"), "closes": clock("09:00"), "from_date": SERVED, "to_date": None}
    places.change_hours(hours, office, room=other, **values)
    assert not RoomDay.objects.filter(room=room).exists()
    assert RoomDay.objects.get(room=other, day=DAY).open_minutes == 60


def test_a_closure_that_moves_opens_the_days_it_leaves(studio, room, office):
    other = make_room(studio)
    for one in (room, other):
        open_room(one)
    closure = places.close(office, studio, title_en="Holiday", from_date=DAY, to_date=DAY)
    assert not RoomDay.objects.filter(day=DAY).exists()
    places.change_closure(closure, office, room=other, from_date=DAY + WEEK, to_date=DAY + WEEK)
    assert RoomDay.objects.filter(day=DAY).count() == 2
    assert RoomDay.objects.get(day=DAY + WEEK).room == room


def test_a_room_stays_in_service_on_days_it_was_used(room, office):
    make_use(room)
    for values in ({"to_date": DAY - timedelta(days=1)}, {"from_date": DAY + timedelta(days=1)}):
        with pytest.raises(Refused, match="Keep that day in service"):
            places.change_room(Room.objects.get(), office, **values)
    assert places.change_room(Room.objects.get(), office, to_date=DAY).to_date == DAY


def test_a_room_out_of_service_is_not_open(room, office):
    open_room(room)
    places.change_room(Room.objects.get(), office, to_date=DAY)
    assert RoomDay.objects.order_by("-day").first().day == DAY


def test_the_turn_of_the_year_extends_the_ledger(room):
    open_room(room, to_date=None)
    turned = date(horizon().year - 1, 12, 31)
    RoomDay.objects.filter(day__gt=turned).delete()
    Room.objects.update(counted_until=turned)
    jobs.extend_ledgers()
    assert RoomDay.objects.filter(day__gt=turned).count() == (horizon() - turned).days
    assert Room.objects.get().counted_until == horizon()
    before = RoomDay.objects.count()
    jobs.extend_ledgers()
    assert RoomDay.objects.count() == before
