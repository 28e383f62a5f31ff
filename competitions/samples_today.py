"""Competitions around today: something to enter, to mark, to lock, to publish, to record and to mark as held."""

from datetime import timedelta

from django.utils import timezone

from competitions.choices import CompetitionLevel, CompetitionState, EventState
from competitions.models import Correction
from competitions.samples import (
    ALL,
    CITY_CONTEST,
    CITY_UNION,
    COMPANY_CONTEST,
    CORRECTED_BECAUSE,
    ELSEWHERE,
    OURS,
    SampleCompetition,
)

PLANNED = CompetitionState.PLANNED


def add_open(maker) -> None:
    """The same for every run but for the days, which stand around today."""
    today = timezone.localdate()
    _ours(maker, today)
    _elsewhere(maker, today)


def _ours(maker, today) -> None:
    """A company competition under way: one event is locked, one is being marked, the others are open for entry."""
    sample = SampleCompetition(COMPANY_CONTEST, OURS, CompetitionLevel.COMPANY, "", (1, 1), ALL, (0,), 8, 6, 22)
    competition = maker.competition(sample, today - timedelta(days=7), PLANNED)
    rotating, static, electrical, instrument = (maker.disciplines[key] for key in ALL)
    _locked(maker, competition, instrument, today - timedelta(days=7))
    _being_marked(maker, competition, electrical, today - timedelta(days=2))
    # The account `member` stands third in its group and is left free to enter.
    free = maker.world.members_of(rotating)[3:9]
    until = {"enter_until": today + timedelta(days=6)}
    opened = maker.event(competition, rotating, 0, today + timedelta(days=8), EventState.OPEN, **until)
    maker.judge(opened)
    maker.entries(opened, 3, free)
    teams = maker.event(competition, static, 5, today + timedelta(days=10), EventState.OPEN)
    maker.entries(teams, 2)
    maker.event(competition, electrical, 4, today + timedelta(days=12), EventState.PLANNED)


def _locked(maker, competition, discipline, day) -> None:
    """Marks are locked and ranked, awards are still to be given; a correction waits for a second person."""
    event = maker.event(competition, discipline, 3, day, EventState.LOCKED)
    judge = maker.judge(event)
    marks = maker.marks(maker.entries(event, 7), judge)
    last = marks[-1]
    maker.add(
        Correction,
        entry=last.entry,
        old_score=last.score,
        new_score=last.score + 1,
        reason=CORRECTED_BECAUSE,
        proposed_by=judge,
        proposed_on=day + timedelta(days=1),
    )


def _being_marked(maker, competition, discipline, day) -> None:
    """Held, and half of the marks are there."""
    event = maker.event(competition, discipline, 3, day, EventState.HELD)
    judge = maker.judge(event)
    entries = maker.entries(event, 6)
    maker.marks(entries[:3], judge, ranked=False)


def _elsewhere(maker, today) -> None:
    """One whose results the office still records, and one that nobody marked as held yet."""
    sample = SampleCompetition(CITY_CONTEST, ELSEWHERE, CompetitionLevel.CITY, CITY_UNION, (1, 1), ALL, (1,), 2, 0)
    competition = maker.competition(sample, today - timedelta(days=5), PLANNED)
    for key in ("rotating", "static"):
        event = maker.event(competition, maker.disciplines[key], 4, competition.from_date, EventState.HELD)
        maker.entries(event, 2)
