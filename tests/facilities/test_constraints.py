from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from studio.facilities.models import Calibration, Closure, OpenHours, Room, RoomDay, Use
from tests.facilities.factories import DAY, SERVED, make_equipment, make_room, make_use, make_visitors


def refused(act, *args, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        act(*args, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"name_en": ""},
        {"use": "garage"},
        {"floor_area": 0},
        {"to_date": SERVED - timedelta(days=1)},
        {"from_date": date(1900, 1, 1)},
    ],
    ids=str,
)
def test_a_room_that_cannot_be(studio, values):
    refused(make_room, studio, **values)


@pytest.mark.parametrize(
    "values",
    [{"weekday": 0}, {"weekday": 8}, {"closes": time(8)}, {"closes": time(7)}, {"to_date": date(2020, 1, 1)}],
    ids=str,
)
def test_open_hours_that_cannot_be(room, values):
    row = {"weekday": 1, "opens": time(8), "closes": time(9), "from_date": SERVED, **values}
    refused(OpenHours.objects.create, studio=room.studio, room=room, **row)


@pytest.mark.parametrize("values", [{"title_en": ""}, {"to_date": DAY - timedelta(days=1)}], ids=str)
def test_a_closure_that_cannot_be(studio, values):
    refused(Closure.objects.create, studio=studio, **{"title_en": "Shut", "from_date": DAY, "to_date": DAY, **values})


@pytest.mark.parametrize(
    "minutes",
    [(1441, 0, 0), (60, 1441, 0), (60, 90, 61), (90, 60, 61), (0, 0, 0), (-1, 5, 0)],
    ids=str,
)
def test_a_day_that_cannot_be(room, minutes):
    names = ("open_minutes", "used_minutes", "used_open_minutes")
    refused(RoomDay.objects.create, studio=room.studio, room=room, day=DAY, **dict(zip(names, minutes, strict=True)))


def test_a_room_has_each_day_once(room):
    row = {"studio": room.studio, "room": room, "day": DAY, "open_minutes": 1, "used_minutes": 0}
    RoomDay.objects.create(**row, used_open_minutes=0)
    refused(RoomDay.objects.create, **row, used_open_minutes=0)


@pytest.mark.parametrize(
    "values",
    [
        {"ends": time(9)},
        {"ends": time(8)},
        {"purpose_en": ""},
        {"persons": 0},
        {"source_type": "training.session"},
        {"source_id": 3},
    ],
    ids=str,
)
def test_a_use_that_cannot_be(room, values):
    use = make_use(room)
    refused(Use._base_manager.filter(pk=use.pk).update, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"number": ""},
        {"name_en": ""},
        {"value": -1},
        {"state": "lost"},
        {"state": "retired"},
        {"retired_on": DAY},
        {"state": "retired", "retired_on": SERVED - timedelta(days=1)},
        {"calibrated_on": DAY},
        {"calibrated_on": DAY, "calibration_due": DAY},
    ],
    ids=str,
)
def test_equipment_that_cannot_be(studio, values):
    refused(make_equipment, studio, **values)


def test_a_number_stands_once_in_a_studio(studio):
    make_equipment(studio, number="RT-1")
    refused(make_equipment, studio, number="RT-1")


@pytest.mark.parametrize("values", [{"due_on": DAY}, {"superseded_on": DAY}], ids=str)
def test_a_calibration_that_cannot_be(studio, values):
    row = {"done_on": DAY, "due_on": DAY + timedelta(days=9), **values}
    refused(Calibration.objects.create, studio=studio, equipment=make_equipment(studio), **row)


@pytest.mark.parametrize("values", [{"kind": "ghosts"}, {"heads": 0}, {"unit_en": ""}, {"level": "moon"}], ids=str)
def test_visitors_that_cannot_be(studio, values):
    refused(make_visitors, studio, **values)


def test_individuals_and_views_come_from_nowhere(studio):
    for kind in ("individual", "online"):
        assert make_visitors(studio, kind=kind, unit_en="").pk


def test_bad_values_are_named_by_field(studio):
    room = Room(studio=studio, name_en="x" * 201, use="garage", floor_area=Decimal(-1))
    with pytest.raises(ValidationError) as problem:
        room.full_clean()
    assert set(problem.value.message_dict) >= {"name_en", "use", "floor_area", "from_date"}


def test_records_carry_history_and_discipline(studio, room, discipline):
    equipment = make_equipment(studio, discipline=discipline)
    use = make_use(room, discipline=discipline)
    assert equipment.effective_discipline_id == use.effective_discipline_id == discipline.pk
    for record in (equipment, use, room, make_visitors(studio)):
        assert record.history.count() == 1
