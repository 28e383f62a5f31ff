"""Uses recorded at once in one room: the ledger counts them all, and each minute once."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connections

from studio.facilities import places
from studio.facilities.models import RoomDay, Use
from tests.facilities.factories import DAY, clock, make_room, make_use, open_room
from tests.factories import make_person, make_studio
from tests.training.test_race import real_database

__all__ = ["real_database"]

# The tables are emptied afterwards; what migrations wrote comes back.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ROUNDS = 3
SPANS = [("09:00", "10:00"), ("09:30", "10:30"), ("09:45", "11:00"), ("08:00", "09:15"), ("10:00", "10:10")]


def at_once(acts):
    """Run all ``acts`` in threads that start together."""
    barrier = Barrier(len(acts), timeout=20)

    def run(act):
        barrier.wait()
        try:
            return act()
        except Exception as problem:  # noqa: BLE001 (told by the test)
            return problem
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_uses_recorded_at_once_count_each_minute_once(real_database):
    studio = make_studio()
    actor = make_person(studio, "office")
    for _round in range(ROUNDS):
        room = make_room(studio)
        open_room(room, "08:00", "10:00")
        answers = at_once([partial(make_use, room, *span, actor) for span in SPANS])
        assert all(isinstance(answer, Use) for answer in answers), answers
        day = RoomDay.objects.get(room=room, day=DAY)
        assert (day.open_minutes, day.used_minutes, day.used_open_minutes) == (120, 180, 120)
        parts = Use.objects.filter(room=room).order_by("starts", "pk").values_list("starts", "counted_minutes")
        assert sum(part for _start, part in parts) == 180
        assert parts[0] == (clock("08:00"), 75)


def test_a_closure_and_uses_at_once_leave_nothing_open(real_database):
    studio = make_studio()
    actor, room = make_person(studio, "office"), make_room(studio)
    open_room(room)
    acts = [partial(make_use, room, *span, actor) for span in SPANS[:3]]
    acts.append(lambda: places.close(actor, studio, title_en="Shut", from_date=DAY, to_date=DAY))
    assert not [answer for answer in at_once(acts) if isinstance(answer, Exception)]
    day = RoomDay.objects.get(room=room, day=DAY)
    assert (day.open_minutes, day.used_minutes, day.used_open_minutes) == (0, 120, 0)
