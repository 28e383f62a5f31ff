"""Whatever hours, closures and uses there are: the ledger says what arithmetic of intervals says."""

from contextlib import suppress
from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.facilities import minutes, places, uses
from studio.facilities.ledger import horizon, lock_rooms, recount_all
from studio.facilities.models import Closure, OpenHours, Room, RoomDay, Use
from tests.facilities.factories import DAY, clock, make_room, make_use, open_room
from tests.facilities.intervals import common, day_of, length, part_of
from tests.factories import make_person, make_studio

NINE_TO_NOON = {"opens": "09:00", "closes": "12:00"}
MINUTE = st.integers(0, 24 * 60 - 2)
SPAN = st.tuples(MINUTE, st.integers(1, 600)).map(lambda pair: (pair[0], min(sum(pair), 24 * 60 - 1)))


def moment(minute):
    return time(*divmod(minute, 60))


def row_of(room, day=DAY):
    found = RoomDay.objects.filter(room=room, day=day).first()
    return found and (found.open_minutes, found.used_minutes, found.used_open_minutes)


@given(st.lists(SPAN, max_size=6), st.lists(SPAN, max_size=6))
def test_sets_of_minutes_measure_like_intervals(ones, others):
    left, right = (minutes.union(minutes.span(moment(a), moment(b)) for a, b in spans) for spans in (ones, others))
    assert left.bit_count() == length(ones)
    assert (left | right).bit_count() == length([*ones, *others])
    assert (left & right).bit_count() == length(common(ones, others))


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("use"), st.integers(0, 1), st.integers(-3, 3), SPAN),
        st.tuples(st.just("change"), st.integers(0, 9), st.integers(-3, 3), SPAN),
        st.tuples(st.just("delete"), st.integers(0, 9)),
        st.tuples(st.just("close"), st.sampled_from([None, 0, 1]), st.integers(-3, 3), st.integers(0, 2)),
        st.tuples(st.just("reopen"), st.integers(0, 9)),
        st.tuples(st.just("hours"), st.integers(0, 9), SPAN),
        st.tuples(st.just("serve"), st.integers(0, 1), st.integers(4, 9)),
    ),
    min_size=3,
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_any_sequence_of_changes_leaves_the_ledger_right(db, changes):
    studio = make_studio()
    actor = make_person(studio, "office")
    served = {"from_date": DAY - timedelta(days=5), "to_date": DAY + timedelta(days=12)}
    rooms = [make_room(studio, **served), make_room(studio, **served)]
    for room in rooms:
        open_room(room, "08:00", "12:00")
        open_room(room, "13:00", "17:00", weekdays=range(1, 6))
    for change in changes:
        apply(change, studio, actor, rooms)
    hours, shut = list(OpenHours.objects.filter(studio=studio)), list(Closure.objects.filter(studio=studio))
    recorded = list(Use.objects.filter(studio=studio))
    for room in Room.objects.filter(studio=studio):
        for number in range(-6, 14):
            day = DAY + timedelta(days=number)
            expected = day_of(room, day, hours, shut, recorded)
            assert (row_of(room, day) or (0, 0, 0)) == expected, (room, day)
    assert [use.counted_minutes for use in recorded] == [part_of(use, recorded) for use in recorded]


def apply(change, studio, actor, rooms):
    """One change by its action; one that is refused changes nothing."""
    kind, *rest = change
    with suppress(uses.Refused):
        globals()[f"do_{kind}"](studio, actor, rooms, *rest)


def pick(rows, number):
    rows = list(rows)
    return rows[number % len(rows)] if rows else None


def do_use(studio, actor, rooms, room, shift, span):
    make_use(
        rooms[room], f"{moment(span[0]):%H:%M}", f"{moment(span[1]):%H:%M}", actor, day=DAY + timedelta(days=shift)
    )


def do_change(studio, actor, rooms, number, shift, span):
    use = pick(Use.objects.filter(studio=studio), number)
    if use:
        values = {"room": rooms[number % 2], "day": DAY + timedelta(days=shift)}
        uses.change_use(use, actor, starts=moment(span[0]), ends=moment(span[1]), **values)


def do_delete(studio, actor, rooms, number):
    use = pick(Use.objects.filter(studio=studio), number)
    if use:
        uses.delete_use(use, actor)


def do_close(studio, actor, rooms, room, shift, days):
    first = DAY + timedelta(days=shift)
    where = None if room is None else rooms[room]
    places.close(actor, studio, room=where, title_en="Shut", from_date=first, to_date=first + timedelta(days=days))


def do_reopen(studio, actor, rooms, number):
    closure = pick(Closure.objects.filter(studio=studio), number)
    if closure:
        places.delete_closure(closure, actor)


def do_hours(studio, actor, rooms, number, span):
    hours = pick(OpenHours.objects.filter(studio=studio), number)
    values = {"weekday": hours.weekday, "room": hours.room, "from_date": hours.from_date, "to_date": None}
    places.change_hours(hours, actor, opens=moment(span[0]), closes=moment(span[1]), **values)


def do_serve(studio, actor, rooms, room, days):
    fresh = Room.objects.get(pk=rooms[room].pk)
    places.change_room(fresh, actor, to_date=DAY + timedelta(days=days))


def test_overlapping_uses_count_once_and_for_the_earlier(room):
    open_room(room, **NINE_TO_NOON)
    first, second = make_use(room, "09:00", "10:00"), make_use(room, "09:30", "11:00")
    inside = make_use(room, "09:45", "10:15")
    parts = [Use.objects.get(pk=use.pk).counted_minutes for use in (first, second, inside)]
    assert parts == [60, 60, 0]
    assert row_of(room) == (180, 120, 120)


def test_an_earlier_use_recorded_later_takes_its_part_back(room):
    late = make_use(room, "09:30", "11:00")
    assert late.counted_minutes == 90
    assert make_use(room, "09:00", "10:00").counted_minutes == 60
    late.refresh_from_db()
    assert late.counted_minutes == 60


def test_use_outside_open_hours_is_used_but_not_open(room):
    open_room(room, **NINE_TO_NOON)
    make_use(room, "11:30", "14:00")
    assert row_of(room) == (180, 150, 30)


def test_use_while_closed_has_nothing_open(studio, room, office):
    open_room(room, **NINE_TO_NOON)
    make_use(room)
    closure = places.close(office, studio, title_en="Holiday", from_date=DAY, to_date=DAY)
    assert row_of(room) == (0, 60, 0)
    places.delete_closure(closure, office)
    assert row_of(room) == (180, 60, 60)


def test_a_day_with_nothing_has_no_row(room, office):
    use = make_use(room)
    assert row_of(room) == (0, 60, 0)
    uses.delete_use(use, office)
    assert row_of(room) is None


def test_a_use_that_moves_is_counted_where_it_went(studio, room, office):
    other, use = make_room(studio), make_use(room)
    next_day = DAY + timedelta(days=1)
    uses.change_use(use, office, room=other, day=next_day, starts=clock("10:00"), ends=clock("10:30"))
    assert row_of(room) is None
    assert row_of(other, next_day) == (0, 30, 0)


def test_hours_hold_from_their_first_to_their_last_day(room, office):
    until = DAY + timedelta(days=7)
    open_room(room, **NINE_TO_NOON, weekdays=[DAY.isoweekday()], from_date=DAY, to_date=until)
    days = [DAY + timedelta(days=7 * number) for number in range(-1, 3)]
    assert [row_of(room, day) for day in days] == [None, (180, 0, 0), (180, 0, 0), None]


def test_the_ledger_reaches_to_the_end_of_next_year(room):
    open_room(room, **NINE_TO_NOON, to_date=None, weekdays=[horizon().isoweekday()])
    last = RoomDay.objects.filter(room=room).order_by("-day").first()
    assert last.day == horizon() == date(horizon().year, 12, 31)


def test_rows_keep_their_number_when_they_are_counted_anew(room):
    open_room(room, **NINE_TO_NOON)
    before = RoomDay.objects.get(room=room, day=DAY).pk
    make_use(room)
    recount_all(lock_rooms(room.studio))
    after = RoomDay.objects.get(room=room, day=DAY)
    assert (after.pk, after.used_minutes) == (before, 60)


def test_counting_a_year_anew_takes_few_queries(room, django_assert_max_num_queries):
    open_room(room, **NINE_TO_NOON)
    rooms = lock_rooms(room.studio)
    with django_assert_max_num_queries(8):
        recount_all(rooms)
