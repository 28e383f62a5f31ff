"""Two sample years of competitions in every discipline, and something open today so that lists and tasks live."""

import random
from datetime import date, timedelta
from decimal import Decimal

from competitions.choices import Award, CompetitionLevel, CompetitionState, EventState, ResultBasis
from competitions.models import Competition, Correction, Entrant, Entry, Event, JudgeAssignment, Mark, Result
from competitions.samples import EVENTS, GUEST, PLACES, TEAMS, YEARS, SampleCompetition
from competitions.samples_today import add_open
from disciplines.models import Occupation
from studio.home.registries import demo
from studio.organisation.samples import write_samples

# Parents before children.
IN_ORDER = (Competition, Event, JudgeAssignment, Entry, Entrant, Mark, Correction, Result)
# Who wins what, in the order of the ranks.
PRIZES = (Award.FIRST, Award.SECOND, Award.SECOND, Award.THIRD, Award.THIRD, Award.EXCELLENCE)
EXPERT = (CompetitionLevel.PROVINCIAL, CompetitionLevel.TRADE, CompetitionLevel.NATIONAL)


class Maker:
    """Builds the records of ``world.studio`` in memory."""

    def __init__(self, world):
        self.world, self.studio = world, world.studio
        self.rng = random.Random(f"competitions {world.studio.slug}")  # noqa: S311  (samples, no secrets)
        self.disciplines = {one.key: one for one in world.disciplines}
        self.made: dict[type, list] = {model: [] for model in IN_ORDER}

    def add(self, model, **values):
        """A record to be written later."""
        record = model(studio=self.studio, **values)
        self.made[model].append(record)
        return record

    def competition(self, sample: SampleCompetition, first: date, state: str) -> Competition:
        """A competition with the days of the sample from ``first`` on."""
        only = self.disciplines[sample.disciplines[0]] if len(sample.disciplines) == 1 else None
        last = first + timedelta(days=sample.days - 1)
        company = self.studio.company
        took_place = state in (CompetitionState.HELD, CompetitionState.CLOSED)
        return self.add(
            Competition,
            title=f"{first.year}年{sample.title[0]}（示例）",
            title_en=f"{sample.title[1]} {first.year} (sample)",
            kind=sample.kind,
            level=sample.level,
            organiser=sample.organiser or f"{company.name} / {company.name_en}",
            place=self.rng.choice(PLACES),
            from_date=first,
            to_date=last,
            discipline=only,
            state=state,
            held_on=last if took_place else None,
            closed_on=last + timedelta(days=20) if state == CompetitionState.CLOSED else None,
        )

    def event(self, competition, discipline, pick: int, planned_on: date, state: str, **values) -> Event:
        """The ``pick``-th event of the discipline in this state; what marks and publication date is set."""
        title, title_en, team = EVENTS[discipline.key][pick]
        occupations = Occupation.objects.filter(discipline=discipline)
        sealed = state in (EventState.LOCKED, EventState.PUBLISHED)
        return self.add(
            Event,
            competition=competition,
            title=title,
            title_en=title_en,
            discipline=discipline,
            occupation=occupations.first(),
            form="team" if team else "individual",
            planned_on=planned_on,
            place=competition.place,
            state=state,
            held_on=planned_on if sealed or state == EventState.HELD else None,
            locked_on=planned_on if sealed else None,
            published_on=planned_on + timedelta(days=4) if state == EventState.PUBLISHED else None,
            **values,
        )

    def judge(self, event: Event):
        """The demonstration's judge, or the leader of another group, who is of another unit."""
        others = [one for key, one in self.world.leaders.items() if key != event.discipline.pk]
        judge = self.world.accounts.get("judge") or others[0]
        self.add(JudgeAssignment, event=event, person=judge)
        return judge

    def entries(self, event: Event, heads: int, people=None) -> list[Entry]:
        """So many people of the group, or teams of two; one team has a mate from elsewhere."""
        group = list(people or self.world.members_of(event.discipline))
        chosen = self.rng.sample(group, min(len(group), heads if event.form == "individual" else 2 * min(heads, 4)))
        if event.form == "individual":
            return [self.entry(event, [person]) for person in chosen]
        pairs = [chosen[at : at + 2] for at in range(0, len(chosen) - 1, 2)]
        made = []
        for number, (team, pair) in enumerate(zip(TEAMS, pairs, strict=False)):
            entry = self.entry(event, pair, team_name=f"{event.discipline.name}{team}")
            if number == 0:
                self.add(Entrant, entry=entry, event=event, guest=GUEST)
            made.append(entry)
        return made

    def entry(self, event: Event, people, **values) -> Entry:
        """One entry with its people."""
        entry = self.add(Entry, event=event, **values)
        for person in people:
            self.add(Entrant, entry=entry, event=event, person=person)
        return entry

    def marks(self, entries: list[Entry], judge, *, ranked=True) -> list[Mark]:
        """A score each, highest first."""
        scores = sorted((self._score() for _entry in entries), reverse=True)
        made = []
        for entry, score in zip(entries, scores, strict=True):
            place = 1 + sum(1 for other in scores if other > score)
            made.append(self.add(Mark, entry=entry, score=score, rank=place if ranked else None, marked_by=judge))
        return made

    def _score(self) -> Decimal:
        return Decimal(min(9900, max(4800, round(self.rng.gauss(7900, 800))))) / 100

    def years(self) -> None:
        """What the sample years hold."""
        for number, year in enumerate(self.world.years):
            for sample in YEARS.get(number, ()):
                self._past(sample, self._day(year, sample.months))

    def _day(self, year: int, months: tuple[int, int]) -> date:
        day = date(year, self.rng.randint(*months), self.rng.randint(3, 25))
        return day - timedelta(days=day.weekday() % 5)

    def _past(self, sample: SampleCompetition, first: date) -> None:
        competition = self.competition(sample, first, CompetitionState.CLOSED)
        for key in sample.disciplines:
            discipline = self.disciplines.get(key)
            if discipline is None:
                continue
            for number, pick in enumerate(sample.picks):
                day = min(first + timedelta(days=number), competition.to_date)
                state = EventState.PUBLISHED if competition.is_ours else EventState.HELD
                event = self.event(competition, discipline, pick, day, state)
                if competition.is_ours:
                    self._ours(event, sample)
                else:
                    self._elsewhere(event, sample)

    def _ours(self, event: Event, sample: SampleCompetition) -> None:
        """Marks by a judge of another unit, ranks, awards."""
        judge = self.judge(event)
        entries = self.entries(event, sample.heads)
        if event.form == "individual" and self.rng.random() < 0.5:
            entries.pop().absent = True
        for mark, award in zip(
            self.marks(entries, judge), PRIZES[: sample.prizes if event.form == "individual" else 2], strict=False
        ):
            mark.award = award
            values = {"basis": ResultBasis.MARKS, "award": award, "awarded_on": event.published_on}
            self.add(Result, entry=mark.entry, **values)

    def _elsewhere(self, event: Event, sample: SampleCompetition) -> None:
        """Results as the organiser told them; now and then one wins less than hoped for."""
        won = sample.prizes - (1 if self.rng.random() < 0.35 else 0)
        for number, entry in enumerate(self.entries(event, sample.heads)):
            rank = 1 + number * 4 + self.rng.randint(0, 5)
            award = PRIZES[min(rank // 2, 4)] if number < won else ""
            expert = sample.level if award and rank <= 3 and sample.level in EXPERT else ""
            self.add(
                Result,
                entry=entry,
                rank=rank,
                score=self._score(),
                award=award,
                awarded_on=event.held_on + timedelta(days=7) if award else None,
                expert_level=expert,
            )


def load(world) -> None:
    """Add the samples to ``world.studio``, unless it has competitions already."""
    if Competition.objects.filter(studio=world.studio).exists():
        return
    maker = Maker(world)
    maker.years()
    add_open(maker)
    write_samples(maker.made)


demo.register("competitions", load)
