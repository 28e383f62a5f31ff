"""Sample years of the site: every run gives the same records (but for the last weeks before today)."""

import random
from datetime import date, time, timedelta
from decimal import Decimal

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from studio.facilities import samples
from studio.facilities.ledger import horizon, lock_rooms, recount_all
from studio.facilities.models import Calibration, Closure, Equipment, OpenHours, Room, Use, VisitorBatch
from studio.home.registries import demo
from studio.organisation.models import Base

SAMPLE = "示例"
FIRST_DAY = date(2020, 1, 1)
WEEKDAYS, SATURDAY = range(1, 6), 6
MORNING, AFTERNOON = (time(8, 30), time(12)), (time(13, 30), time(17, 30))
STARTS = (time(8, 30), time(9), time(9, 30), time(13, 30), time(14), time(14, 30), time(16), time(17))
LENGTHS = (90, 120, 150, 180, 180, 210, 240, 270)
SMALL_STUDIO, FEW_ROOMS, FEW_BASES = 30, 3, 1
WEEKS_NOW = 5
# How often a room is used on a working day, by what it is meant for and by year.
BUSY = {"training": 0.4, "practice": 0.85, "meeting": 0.65, "display": 0.5, "inspection": 0.7, "pilot": 0.65}
YEAR_FACTOR = {2020: 0.75, 2021: 1.1}


class Site:
    """Makes the records of ``world.studio``; a second call finds them and stops."""

    def __init__(self, world):
        self.world, self.studio = world, world.studio
        self.rng = random.Random(f"facilities {world.studio.slug}")  # noqa: S311  (samples, no secrets)
        self.disciplines = {one.key: one for one in world.disciplines}
        self.is_small = len(world.people) < SMALL_STUDIO

    def load(self) -> None:
        if Room.objects.filter(studio=self.studio).exists():
            return
        self.rooms = bulk_create_with_history(self._rooms(), Room)
        bulk_create_with_history(self._hours(), OpenHours)
        bulk_create_with_history(self._closures(), Closure)
        Use.objects.bulk_create(self._uses(), batch_size=500)
        self._equipment()
        bulk_create_with_history(self._visitors(), VisitorBatch)
        recount_all(lock_rooms(self.studio))

    def _rooms(self) -> list[Room]:
        bases = list(Base.objects.filter(studio=self.studio).order_by("order", "pk"))
        rows = samples.ROOMS[:FEW_ROOMS] if self.is_small else samples.ROOMS
        return [
            Room(
                studio=self.studio,
                name=f"{name}（示例）",
                name_en=f"{name_en} (sample)",
                base=bases[base] if base < len(bases) else None,
                use=use,
                floor_area=Decimal(area),
                seats=seats,
                stations=stations,
                keeper=self.rng.choice(self.world.people[:20]),
                from_date=date(2020, 7, 1) if use == "pilot" else FIRST_DAY,
                risk_notice=samples.RISKS.get(use, ("",))[0],
                counted_until=horizon(),
            )
            for name, name_en, base, use, area, seats, stations, _keys in rows
        ]

    def _hours(self) -> list[OpenHours]:
        """Working days in two parts; workshops also on Saturday mornings since 2021."""
        found = []
        for room in self.rooms:
            spans = [(day, *part, room.from_date) for day in WEEKDAYS for part in (MORNING, AFTERNOON)]
            if room.use in ("practice", "pilot"):
                spans.append((SATURDAY, *MORNING, date(2021, 1, 1)))
            found += [
                OpenHours(studio=self.studio, room=room, weekday=day, opens=opens, closes=closes, from_date=first)
                for day, opens, closes, first in spans
            ]
        return found

    def _closures(self) -> list[Closure]:
        whole = [(None, *row) for row in samples.HOLIDAYS]
        for year in range(2022, timezone.localdate().year + 2):
            for title, title_en, first, last in samples.HOLIDAYS[-7:]:
                whole.append((None, title, title_en, f"{year}{first[4:]}", f"{year}{last[4:]}"))
        own = [(self.rooms[number], *row) for number, *row in samples.REPAIRS if number < len(self.rooms)]
        return [
            Closure(
                studio=self.studio,
                room=room,
                title=f"{title}（示例）",
                title_en=f"{title_en} (sample)",
                from_date=samples.day(first),
                to_date=samples.day(last),
            )
            for room, title, title_en, first, last in whole + own
        ]

    def _uses(self) -> list[Use]:
        today = timezone.localdate()
        days = [date(year, 1, 1) + timedelta(days=number) for year in self.world.years for number in range(365)]
        days += [today - timedelta(days=number) for number in range(7 * WEEKS_NOW) if today.year > days[-1].year]
        holidays = [(samples.day(first), samples.day(last)) for _zh, _en, first, last in samples.HOLIDAYS]
        found = []
        for day in days:
            if day.isoweekday() > SATURDAY or any(first <= day <= last for first, last in holidays):
                continue
            for room in self.rooms:
                busy = BUSY[room.use] * YEAR_FACTOR.get(day.year, 1) * (0.15 if day.isoweekday() == SATURDAY else 1)
                while room.in_service_on(day) and self.rng.random() < busy:
                    found.append(self._use(room, day))
                    busy *= 0.6
        return found

    def _use(self, room: Room, day: date) -> Use:
        kinds = samples.USES[room.use]
        sample = self.rng.choices(kinds, [kind.often for kind in kinds])[0]
        starts = self.rng.choice(STARTS)
        last = min(starts.hour * 60 + starts.minute + self.rng.choice(LENGTHS), 21 * 60)
        discipline = self._discipline(room)
        people = self.world.members_of(discipline) if discipline else self.world.people
        return Use(
            studio=self.studio,
            room=room,
            day=day,
            starts=starts,
            ends=time(*divmod(last, 60)),
            purpose=f"{sample.title}（示例）",
            purpose_en=f"{sample.title_en} (sample)",
            function=sample.function,
            discipline=discipline,
            persons=self.rng.randint(2, 14),
            recorded_by=self.rng.choice(people[:6]),
        )

    def _discipline(self, room: Room):
        """Workshops belong to their trades; the other rooms to everybody, now and then to no discipline."""
        keys = samples.trades(room) or tuple(self.disciplines)
        known = [self.disciplines[key] for key in keys if key in self.disciplines]
        return self.rng.choice([*known, None] if len(known) > 2 else known)

    def _equipment(self) -> None:
        rows, checked = [], []
        for key, (prefix, pieces) in samples.EQUIPMENT.items():
            if key not in self.disciplines:
                continue
            for number, (name, name_en, model, value, room, calibrated) in enumerate(pieces, start=1):
                one = Equipment(
                    studio=self.studio,
                    discipline=self.disciplines[key],
                    number=f"{prefix}-{number:03}",
                    name=f"{name}（示例）",
                    name_en=f"{name_en} (sample)",
                    model=model,
                    value=Decimal(value),
                    room=self.rooms[room] if room < len(self.rooms) else self.rooms[-1],
                    from_date=date(self.rng.randint(2017, 2021), self.rng.randint(1, 12), 15),
                )
                rows.append(one)
                checked += [one] if calibrated else []
        calibrations = [row for one in checked for row in self._calibrations(one)]
        bulk_create_with_history(rows, Equipment)
        bulk_create_with_history(calibrations, Calibration)

    def _calibrations(self, equipment: Equipment) -> list[Calibration]:
        """About once a year until now; some late, so that one or another is overdue."""
        found, day = [], equipment.from_date
        while day < timezone.localdate():
            row = Calibration(
                studio=self.studio,
                equipment=equipment,
                done_on=day,
                due_on=day + timedelta(days=365),
                done_by="市计量检定所（示例）",
                certificate=f"JD-{day:%Y}-{self.rng.randint(1000, 9999)}",
            )
            if found:
                found[-1].superseded_on = day
            found.append(row)
            day = row.due_on + timedelta(days=self.rng.choice((-25, -14, -6, -3, 20, 75)))
        equipment.calibrated_on, equipment.calibration_due = found[-1].done_on, found[-1].due_on
        return found

    def _visitors(self) -> list[VisitorBatch]:
        found, share = [], 0.2 if self.is_small else 1
        for year in self.world.years:
            for month in range(2 if year == 2020 else 1, 13):
                for _number in range(round(self.rng.randint(1, 4) * share) or 1):
                    found.append(self._group(self._day(year, month)))
                found.append(self._batch(self._day(year, month), "individual", self.rng.randint(2, 14)))
                views = round(self.rng.randint(240, 760) * share)
                found.append(self._batch(self._day(year, month), "online", views))
        today = timezone.localdate()
        found += [self._group(today - timedelta(days=days)) for days in (4, 16)]
        return found

    def _day(self, year: int, month: int) -> date:
        return date(year, month, self.rng.randint(1, 28))

    def _group(self, day: date) -> VisitorBatch:
        unit, unit_en, level = self.rng.choice(samples.VISITORS)
        batch = self._batch(day, "group", self.rng.randint(8, 46))
        batch.unit, batch.unit_en, batch.level = f"{unit}（示例）", f"{unit_en} (sample)", level
        batch.purpose = self.rng.choice(samples.PURPOSES)
        batch.discipline = self.rng.choice([*self.disciplines.values(), None, None])
        batch.guide = self.rng.choice(self.world.people[:12])
        return batch

    def _batch(self, day: date, kind: str, heads: int) -> VisitorBatch:
        return VisitorBatch(studio=self.studio, day=day, kind=kind, heads=heads, comments=SAMPLE)


def load(world) -> None:
    """Two years of the site and the weeks before today."""
    Site(world).load()


demo.register("facilities", load)
