from datetime import date, time, timedelta
from decimal import Decimal

from django.utils import timezone

from studio.facilities.ledger import horizon, lock_rooms, recount_all
from studio.facilities.models import Calibration, Closure, Equipment, OpenHours, Room, RoomDay, Use, VisitorBatch
from studio.organisation.registries import functions
from tests.facilities.intervals import day_of, part_of
from tests.indicators.oracle import any_day, in_force, oracle, share, within, world

HALVES = ((0, 12), (12, 24))


@world
def sites(studio, disciplines, random):
    for number in range(4):
        from_date = any_day(random, date(2020, 9, 1), date(2021, 3, 1))
        room = Room.objects.create(
            studio=studio,
            name_en=f"Room {number}",
            use="practice",
            floor_area=Decimal(random.randint(2000, 30000)) / 100,
            from_date=from_date,
            to_date=any_day(random, date(2021, 4, 1), date(2022, 4, 1), empty=0.6),
            counted_until=horizon(),
        )
        some_hours(room, random)
        some_uses(room, disciplines, random)
    closures(studio, random)
    recount_all(lock_rooms(studio))
    for number in range(9):
        equipment(studio, number, random.choice([None, *disciplines]), random)
    for _number in range(40):
        visitors(studio, random.choice([None, *disciplines]), random)


def some_hours(room, random):
    """Two spans a day at most, the first before noon; some end and are replaced in 2021."""
    for weekday in range(1, 7):
        change = any_day(random, date(2021, 2, 1), date(2021, 9, 1))
        for first, last in ((room.from_date, change), (change + timedelta(days=1), None)):
            if last and last < first:
                continue
            for low, high in HALVES:
                opens = random.randint(low, high - 3)
                if random.random() < 0.8:
                    OpenHours.objects.create(
                        studio=room.studio,
                        room=room,
                        weekday=weekday,
                        opens=time(opens, random.randint(0, 59)),
                        closes=time(random.randint(opens + 1, high - 1), random.randint(0, 59)),
                        from_date=first,
                        to_date=last,
                    )


def closures(studio, random):
    rooms = [None, *Room.objects.filter(studio=studio)]
    for _number in range(8):
        first = any_day(random, date(2020, 10, 1), date(2021, 12, 1))
        Closure.objects.create(
            studio=studio,
            title_en="Closed",
            room=random.choice(rooms),
            from_date=first,
            to_date=first + timedelta(days=random.randint(0, 9)),
        )


def some_uses(room, disciplines, random):
    """Many on few days, so that they overlap."""
    last = room.to_date or date(2022, 2, 1)
    days = [any_day(random, room.from_date, last) for _number in range(25)]
    for day in random.choices(days, k=70):
        starts = random.randint(0, 22 * 60)
        ends = min(starts + random.randint(1, 300), 24 * 60 - 1)
        Use.objects.create(
            studio=room.studio,
            room=room,
            day=day,
            starts=time(*divmod(starts, 60)),
            ends=time(*divmod(ends, 60)),
            purpose_en="Something",
            function=random.choice(["", *functions.keys()]),
            discipline=random.choice([None, *disciplines]),
            persons=random.randint(1, 9),
        )


def equipment(studio, number, discipline, random):
    from_date = any_day(random, date(2020, 1, 1), date(2021, 6, 1))
    retired_on = any_day(random, date(2021, 7, 1), date(2022, 2, 1), empty=0.7)
    one = Equipment.objects.create(
        studio=studio,
        number=f"{number}",
        name_en="A thing",
        discipline=discipline,
        value=Decimal(random.randint(0, 9_999_999)) / 100,
        from_date=from_date,
        state="retired" if retired_on else "in_service",
        retired_on=retired_on,
    )
    day, before = from_date, None
    for _number in range(random.randint(1, 6)):
        row = Calibration.objects.create(
            studio=studio, equipment=one, done_on=day, due_on=day + timedelta(days=random.randint(20, 200))
        )
        if before:
            Calibration.objects.filter(pk=before.pk).update(superseded_on=day)
        before, day = row, day + timedelta(days=random.randint(20, 260))


def visitors(studio, discipline, random):
    kind = random.choice(("group", "individual", "online"))
    VisitorBatch.objects.create(
        studio=studio,
        discipline=discipline,
        day=any_day(random, date(2020, 6, 1), date(2022, 3, 1)),
        kind=kind,
        heads=random.randint(1, 900),
        unit_en="A unit" if kind == "group" else "",
    )


def rooms_in_service(records, period, as_of, of):
    return [one for one in records(Room) if in_force(one.from_date, one.to_date, period, as_of)] if of(None) else []


@oracle("facilities.rooms")
def rooms(records, period, as_of, of):
    found = rooms_in_service(records, period, as_of, of)
    return len(found), found


@oracle("facilities.floor_area")
def floor_area(records, period, as_of, of):
    found = rooms_in_service(records, period, as_of, of)
    return sum((one.floor_area for one in found), Decimal(0)), found


def by_room_and_day(uses):
    found = {}
    for use in uses:
        found.setdefault((use.room_id, use.day), []).append(use)
    return found


def measured_days(records, period, as_of, of, place):
    """The sum over all days and rooms, counted afresh; the rows are those of the ledger."""
    if not of(None):
        return 0, []
    hours, shut, uses = records(OpenHours), records(Closure), by_room_and_day(records(Use))
    last = min(period.end, as_of, timezone.localdate())
    days = [period.start + timedelta(days=number) for number in range((last - period.start).days + 1)]
    total = 0
    for room in records(Room):
        own = [one for one in hours if one.room_id == room.pk]
        total += sum(day_of(room, day, own, shut, uses.get((room.pk, day), []))[place] for day in days)
    return total, [row for row in records(RoomDay) if within(row.day, period, last)]


@oracle("facilities.open_hours")
def open_hours(records, period, as_of, of):
    return measured_days(records, period, as_of, of, 0)


@oracle("facilities.used_open_hours")
def used_open_hours(records, period, as_of, of):
    return measured_days(records, period, as_of, of, 2)


@oracle("facilities.utilisation")
def utilisation(records, period, as_of, of):
    opened, rows = open_hours(records, period, as_of, of)
    return share(used_open_hours(records, period, as_of, of)[0], opened), rows


def uses_of(records, period, as_of, of, counts=lambda use: True):
    return [use for use in records(Use) if within(use.day, period, as_of) and of(use.discipline_id) and counts(use)]


@oracle("facilities.uses")
def uses(records, period, as_of, of):
    found = uses_of(records, period, as_of, of)
    return len(found), found


def hours_of(records, found):
    everything = by_room_and_day(records(Use))
    return sum(part_of(use, everything[use.room_id, use.day]) for use in found), found


@oracle("facilities.used_hours")
def used_hours(records, period, as_of, of):
    return hours_of(records, uses_of(records, period, as_of, of))


def hours_for(function):
    def answer(records, period, as_of, of):
        return hours_of(records, uses_of(records, period, as_of, of, lambda use: use.function == function))

    return answer


for _key in functions.keys():  # noqa: SIM118 (a registry)
    oracle(f"facilities.used_hours_{_key}")(hours_for(_key))
oracle("facilities.used_hours_other")(hours_for(""))


def batches(records, period, as_of, of, kind):
    return [
        one
        for one in records(VisitorBatch)
        if within(one.day, period, as_of) and of(one.discipline_id) and one.kind == kind
    ]


@oracle("facilities.group_visits")
def group_visits(records, period, as_of, of):
    found = batches(records, period, as_of, of, "group")
    return len(found), found


def heads_of(kind):
    def answer(records, period, as_of, of):
        found = batches(records, period, as_of, of, kind)
        return sum(one.heads for one in found), found

    return answer


oracle("facilities.group_visitors")(heads_of("group"))
oracle("facilities.individual_visitors")(heads_of("individual"))
oracle("facilities.online_views")(heads_of("online"))


def in_service(records, period, as_of, of):
    return [
        one
        for one in records(Equipment)
        if in_force(one.from_date, one.retired_on, period, as_of) and of(one.discipline_id)
    ]


@oracle("facilities.equipment")
def pieces(records, period, as_of, of):
    found = in_service(records, period, as_of, of)
    return len(found), found


@oracle("facilities.equipment_value")
def value(records, period, as_of, of):
    found = in_service(records, period, as_of, of)
    return sum((one.value for one in found), Decimal(0)), found


@oracle("facilities.calibration_overdue")
def calibration_overdue(records, period, as_of, of):
    """By each piece's last calibration until the day, whatever came later."""
    day = min(period.end, as_of, timezone.localdate())
    found = []
    for one in in_service(records, period, as_of, of):
        done = [row for row in records(Calibration) if row.equipment_id == one.pk and row.done_on <= day]
        if done and max(done, key=lambda row: row.done_on).due_on < day:
            found.append(one)
    return len(found), found
