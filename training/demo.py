"""Sample years of training: every run gives the same records (but for the few that stand around today)."""

import random
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from studio.audit.log import record as audit
from studio.facilities.ledger import lock_rooms, recount_all
from studio.facilities.models import Room, Use
from studio.facilities.samples import suits
from studio.facilities.settings import USUAL_CLASS_HOUR
from studio.facilities.uses import end_after, following
from studio.home.registries import demo
from training.choices import AttendanceStatus, PlanState, SessionState
from training.models import Attendance, Course, PlanLine, Session
from training.rooms import use_of
from training.sample_courses import CANCELLED_BECAUSE, PLACES, PLAN, SampleCourse

SAMPLE = "示例"
# Fewer sessions around the Spring Festival and in the turnaround season.
MONTHS = (1, 3, 4, 5, 6, 7, 8, 9, 11, 12, 2, 10)
MONTH_WEIGHTS = (3, 8, 9, 9, 9, 8, 8, 9, 8, 6, 2, 4)
RUNS = {2020: 2, 2021: 2}
PASS_MARK = 60
TAUGHT_IN = ("training", "practice")
LATEST = time(18)  # samples in rooms end by then
# Days from today, state, whether attendance is still to be recorded.
AROUND_TODAY = (
    (-9, SessionState.HELD),
    (-2, SessionState.OPEN),
    (3, SessionState.OPEN),
    (6, SessionState.OPEN),
    (10, SessionState.OPEN),
    (17, SessionState.PLANNED),
    (24, SessionState.PLANNED),
    (38, SessionState.PLANNED),
)


@dataclass
class Taught:
    """A course record with what the samples say of it."""

    record: Course
    sample: SampleCourse


class Years:
    """Makes the records of ``world.studio``; a second call finds them and stops."""

    def __init__(self, world):
        self.world, self.studio = world, world.studio
        self.rng = random.Random(f"training {world.studio.slug}")  # noqa: S311  (samples, no secrets)
        self.disciplines = {one.key: one for one in world.disciplines}
        self.rooms = list(Room.objects.filter(studio=world.studio).order_by("pk"))
        self.sessions: list[tuple[Session, Taught]] = []

    def load(self) -> None:
        if PlanLine.objects.filter(studio=self.studio).exists():
            return
        for year in self.world.years:
            for taught in self._courses(year):
                self._run(taught, year)
        self._around_today()
        made = bulk_create_with_history([session for session, _taught in self.sessions], Session)
        self._attendances(made)
        self._uses(made)
        self._reasons(made)

    def _courses(self, year: int) -> list[Taught]:
        lines, taught = [], []
        for key, plan in PLAN.items():
            discipline = self.disciplines.get(key)
            if key and discipline is None:
                continue
            for title, title_en, samples in plan:
                line = self._plan_line(year, discipline, title, title_en, samples)
                lines.append(line)
                taught += [Taught(self._course(line, sample), sample) for sample in samples]
        bulk_create_with_history(lines, PlanLine)
        bulk_create_with_history([one.record for one in taught], Course)
        return taught

    def _plan_line(self, year, discipline, title, title_en, samples) -> PlanLine:
        sessions = RUNS.get(year, 2) * len(samples) + self.rng.choice((0, 0, 1))
        heads = 18 if discipline else 45
        return PlanLine(
            studio=self.studio,
            year=year,
            discipline=discipline,
            title=f"{title}（示例）",
            title_en=f"{title_en} (sample)",
            planned_sessions=sessions,
            planned_hours=Decimal(sum(sample.hours for sample in samples) * 2),
            planned_heads=sessions * heads,
            note=SAMPLE,
            state=PlanState.APPROVED,
            approved_on=date(year, 1, self.rng.randint(11, 24)),
        )

    def _course(self, line: PlanLine, sample: SampleCourse) -> Course:
        return Course(
            studio=self.studio,
            discipline=line.discipline,
            plan_line=line,
            title=sample.title,
            title_en=sample.title_en,
            hours=Decimal(sample.hours),
            aim=SAMPLE,
        )

    def _run(self, taught: Taught, year: int) -> None:
        """Two sessions a year, now and then one or three; a few are cancelled."""
        usual = RUNS.get(year, 2)
        runs = self.rng.choices((usual - 1, usual, usual + 1), (2 if year == 2020 else 1, 6, 1))[0]
        for _number in range(runs):
            day = self._day(year)
            state = SessionState.CANCELLED if self.rng.random() < 0.04 else SessionState.CLOSED
            self.sessions.append((self._session(taught, day, state), taught))

    def _day(self, year: int) -> date:
        month = self.rng.choices(MONTHS, MONTH_WEIGHTS)[0]
        return _weekday(date(year, month, self.rng.randint(1, 28)))

    def _around_today(self) -> None:
        """Something to enrol in, to hold and to record, mostly with the demonstration's trainer."""
        trainer = self.world.accounts.get("trainer")
        courses = [taught for _session, taught in self.sessions]
        for (days, state), taught in zip(AROUND_TODAY, self.rng.sample(courses, len(AROUND_TODAY)), strict=True):
            again = Course(
                studio=self.studio,
                discipline=taught.record.discipline,
                title=taught.record.title,
                title_en=taught.record.title_en,
                hours=taught.record.hours,
                aim=SAMPLE,
            )
            again.save()
            day = _weekday(timezone.localdate() + timedelta(days=days))
            session = self._session(Taught(again, taught.sample), day, state)
            session.trainer = trainer or session.trainer
            self.sessions.append((session, Taught(again, taught.sample)))

    def _session(self, taught: Taught, day: date, state: str) -> Session:
        course = taught.record
        took_place = state in (SessionState.HELD, SessionState.CLOSED)
        return Session(
            studio=self.studio,
            course=course,
            trainer=self._trainer(course.discipline),
            **self._place(course, self.rng.choice(PLACES), self.rng.choice((time(8, 30), time(14, 0)))),
            planned_on=day,
            class_hours=course.hours,
            capacity=40 if course.discipline else 80,
            state=state,
            held_on=day if took_place else None,
            closed_on=day + timedelta(days=self.rng.randint(1, 9)) if state == SessionState.CLOSED else None,
            cancelled_on=day - timedelta(days=2) if state == SessionState.CANCELLED else None,
        )

    def _place(self, course: Course, elsewhere: str, starts: time) -> dict:
        """A room of the studio where the hours fit into the day, else a place elsewhere."""
        rooms = [room for room in self.rooms if room.use in TAUGHT_IN and suits(room, course.discipline)]
        ends = end_after(starts, course.hours, USUAL_CLASS_HOUR)
        if not rooms or ends is None or ends > LATEST:
            starts = time(8, 30)
            ends = end_after(starts, course.hours, USUAL_CLASS_HOUR)
        if not rooms or ends is None or ends > LATEST:
            return {"place": f"{elsewhere}（示例）", "start_time": starts}
        return {"room": rooms[self._number(course) % len(rooms)], "start_time": starts}

    def _number(self, course: Course) -> int:
        """The same course meets in the same room."""
        return zlib.crc32(course.title_en.encode())

    def _trainer(self, discipline):
        """The account, or one of the two most senior members of the group."""
        account = self.world.accounts.get("trainer")
        group = self.world.members_of(discipline) if discipline else self.world.people
        return account if account and self.rng.random() < 0.2 else self.rng.choice(group[:2])

    def _attendances(self, sessions: list[Session]) -> None:
        rows = []
        for session, (_unsaved, taught) in zip(sessions, self.sessions, strict=True):
            for person in self._heads(session, taught):
                rows.append(self._attendance(session, person, taught))
        Attendance.objects.bulk_create(rows, batch_size=500)

    def _heads(self, session: Session, taught: Taught) -> list:
        """Most of the group and some from elsewhere; cross-discipline sessions draw from everybody."""
        discipline = taught.record.discipline
        group = self.world.members_of(discipline) if discipline else self.world.people
        others = [person for person in self.world.people if person not in group] if discipline else []
        few = session.state in (SessionState.PLANNED, SessionState.OPEN, SessionState.CANCELLED)
        share = self.rng.uniform(0.2, 0.5) if few else self.rng.uniform(0.65, 0.95)
        chosen = self.rng.sample(group, round(len(group) * share))
        chosen += self.rng.sample(others, min(len(others), self.rng.randint(0 if few else 4, 12)))
        if session.state == SessionState.PLANNED:
            return []
        return [person for person in chosen if person.pk != session.trainer_id][: session.capacity]

    def _attendance(self, session: Session, person, taught: Taught) -> Attendance:
        row = Attendance(studio=self.studio, session=session, person=person)
        if session.state != SessionState.CLOSED:
            return row
        row.status = self.rng.choices(
            (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED), (93, 3, 4)
        )[0]
        if row.status == AttendanceStatus.PRESENT and taught.sample.tested:
            row.score = Decimal(max(38, min(100, round(self.rng.gauss(78, 12)))))
            row.passed = row.score >= PASS_MARK
        return row

    def _uses(self, sessions: list[Session]) -> None:
        """What `occupy` does for one session, for all at once."""
        heads = Counter(
            row.session_id
            for row in Attendance.objects.filter(studio=self.studio)
            if row.status in (AttendanceStatus.PRESENT, AttendanceStatus.ENROLLED)
        )
        held = [session for session in sessions if session.held_on and session.room_id]
        Use.objects.bulk_create(
            following(
                session,
                ends=end_after(session.start_time, session.class_hours, USUAL_CLASS_HOUR),
                persons=1 + heads[session.pk],
                **use_of(session),
            )
            for session in held
        )
        recount_all(lock_rooms(self.studio))

    def _reasons(self, sessions: list[Session]) -> None:
        office = self.world.accounts.get("office")
        for session in sessions:
            if session.state == SessionState.CANCELLED:
                audit(office, "move.cancel", session, reason=self.rng.choice(CANCELLED_BECAUSE))


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def load(world) -> None:
    """Two years of plans, courses, sessions and attendance, and some sessions around today."""
    Years(world).load()


demo.register("training", load)
