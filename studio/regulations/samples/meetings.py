"""Sample meetings of two years and around today, and the rules that ask for them."""

from datetime import date, timedelta

from django.utils import timezone

from studio.audit.log import record as audit
from studio.regulations.models import Meeting, MeetingRule
from studio.regulations.samples import texts
from studio.regulations.samples.cast import workday, write

FIRST = date(2020, 1, 1)
# Not held: early 2020, and one month of each year.
MISSED = {"monthly": ((2020, 2), (2020, 7), (2021, 8)), "quarterly": ((2020, 3),), "yearly": ()}
CANCELLED = (2021, 8)
GROUP_MISSED = 0.12


class Meetings:
    """Makes them for ``cast.studio``."""

    def __init__(self, cast):
        self.cast, self.rng, self.studio = cast, cast.rng, cast.studio
        self.present: list[tuple[Meeting, list]] = []

    def add(self) -> None:
        for kind, per, discipline in self._asked():
            MeetingRule(studio=self.studio, kind=kind, per=per, discipline=discipline, from_date=FIRST).save()
        for year in self.cast.world.years:
            for month in range(1, 13):
                self._month(year, month)
        self._around_today()
        meetings = write(Meeting, [meeting for meeting, _people in self.present])
        self._name_present(meetings)
        for meeting in meetings:
            if meeting.state == "cancelled":
                audit(self.cast.lead, "move.cancel", meeting, reason=texts.CANCELLED_BECAUSE)

    def _asked(self):
        yield from (("monthly", "month", None), ("quarterly", "quarter", None), ("yearly", "year", None))
        yield from (("group", "month", discipline) for discipline in self.cast.world.disciplines)

    def _month(self, year: int, month: int) -> None:
        everybody = self.cast.members_on(date(year, month, 28))
        kinds = ["monthly"] + ["quarterly"] * (month % 3 == 0) + ["yearly"] * (month == 12)
        for number, kind in enumerate(kinds):
            day = workday(date(year, month, 26 + number))
            if (year, month) not in MISSED[kind]:
                self._held(kind, day, None, everybody)
            elif (year, month) == CANCELLED:
                self._plan(kind, day, None, state="cancelled", cancelled_on=day - timedelta(days=1))
        for discipline in self.cast.world.disciplines:
            if self.rng.random() >= GROUP_MISSED:
                day = workday(date(year, month, self.rng.randint(5, 20)))
                self._held("group", day, discipline, self.cast.world.members_of(discipline))

    def _around_today(self) -> None:
        """A member meeting ahead, a group meeting to be recorded, and one held last week."""
        today, (first, second) = timezone.localdate(), self.cast.world.disciplines[:2]
        self._plan("monthly", today + timedelta(days=6), None)
        self._plan("group", today - timedelta(days=2), first)
        self._held("group", today - timedelta(days=8), second, self.cast.world.members_of(second))
        self._held("monthly", today - timedelta(days=31), None, self.cast.people)

    def _held(self, kind: str, day: date, discipline, invited: list) -> None:
        guests = self.rng.choice((0, 0, 0, 2, 3))
        decisions = self.rng.choice(texts.DECISIONS)
        meeting = self._plan(kind, day, discipline, state="held", held_on=day, guests=guests, decisions=decisions)
        share = self.rng.uniform(0.75, 0.96)
        self.present[-1] = (meeting, self.rng.sample(invited, round(len(invited) * share)))

    def _plan(self, kind: str, day: date, discipline, **values) -> Meeting:
        name, name_en = (discipline.name, discipline.name_en) if discipline else ("", "")
        titles = {
            "monthly": (f"{day.year}年{day.month}月全体成员例会", f"Member meeting, {day:%B %Y}"),
            "quarterly": (
                f"{day.year}年第{(day.month + 2) // 3}季度总结会",
                f"Summary of quarter {(day.month + 2) // 3}, {day.year}",
            ),
            "yearly": (f"{day.year}年年终总结评审会", f"Year-end review {day.year}"),
            "group": (f"{name}专业组{day.year}年{day.month}月会议", f"{name_en} group meeting, {day:%B %Y}"),
        }
        meeting = Meeting(
            studio=self.studio,
            kind=kind,
            discipline=discipline,
            planned_on=day,
            place=self.rng.choice(texts.PLACES),
            agenda="工作小结、下阶段安排、安全提示（示例）",
            **texts.labelled(titles[kind]),
            **values,
        )
        self.present.append((meeting, []))
        return meeting

    def _name_present(self, meetings: list[Meeting]) -> None:
        through = Meeting.present.through
        rows = [
            through(meeting_id=meeting.pk, person_id=person.pk)
            for meeting, (_unsaved, people) in zip(meetings, self.present, strict=True)
            for person in people
        ]
        through.objects.bulk_create(rows, batch_size=500)
