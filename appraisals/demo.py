"""Sample years of appraisals: every run gives the same records (but for the few that stand around today)."""

import random
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from appraisals.choices import BatchState, CandidateState, Outcome, Route
from appraisals.decisions import USUAL_PASS_MARK
from appraisals.models import Appraiser, Batch, Candidate, Score
from appraisals.sample_ladder import Ladder
from disciplines.choices import LevelBasis
from disciplines.models import LevelRecord
from studio.audit.log import record as audit
from studio.home.registries import demo
from studio.organisation.choices import Role
from studio.organisation.models import Membership

PLACES = ("实训基地一号工位区", "技能鉴定站考场", "检修车间培训室")
MONTHS = (5, 10)
CANCELLED_BECAUSE = "装置抢修，考场停用（示例）"
DECLINED_BECAUSE = "申报材料不全：缺少工作年限证明（示例）"
NOTE = "示例"


class Years:
    """Makes the records of ``world.studio``; a second call finds them and stops."""

    def __init__(self, world):
        self.world, self.studio = world, world.studio
        self.rng = random.Random(f"appraisals {world.studio.slug}")  # noqa: S311  (samples, no secrets)
        self.ladder = Ladder(world)
        self.batches: list[Batch] = []
        self.candidates: list[Candidate] = []
        self.scores: list[Score] = []
        self.levels: list[LevelRecord] = []
        self.appraisers: list[Appraiser] = []

    def load(self) -> None:
        if Batch.objects.filter(studio=self.studio).exists():
            return
        self.appraiser = self._appraiser()
        for year in self.world.years:
            for discipline in self.world.disciplines:
                for number, month in enumerate(MONTHS):
                    self._appraise(discipline, date(year, month, self.rng.randint(8, 24)), must_pass=number == 0)
        self._cancelled()
        self._around_today()
        self._save()

    def _appraiser(self):
        """The account, or somebody who is made an appraiser for the sample."""
        if account := self.world.accounts.get("appraiser"):
            return account
        person = self.world.people[-1]
        first = date(self.world.years[0], 1, 1)
        Membership.objects.create(studio=self.studio, person=person, role=Role.APPRAISER, from_date=first)
        return person

    def _decider(self, people):
        """Lead or office, or where the sample has none the leader of another group."""
        accounts = [self.world.accounts[role] for role in ("lead", "office") if role in self.world.accounts]
        free = [one for one in accounts or self.world.leaders.values() if one not in people]
        return self.rng.choice(free)

    # --- Past batches ---------------------------------------------------------------------------

    def _appraise(self, discipline, day: date, *, must_pass: bool) -> None:
        steps = self.ladder.next_steps(discipline, _weekday(day))
        if not steps:
            return
        occupation, step, people = steps[0]
        batch = self._batch(occupation, step, _weekday(day), BatchState.DECIDED)
        batch.examined_on = batch.exam_on
        batch.decided_on = _weekday(batch.exam_on + timedelta(days=self.rng.randint(14, 24)))
        batch.decided_by = self._decider(people)
        if self.rng.random() < 0.5 and self.appraiser not in people:
            self.appraisers.append(Appraiser(studio=self.studio, batch=batch, person=self.appraiser))
        for number, person in enumerate(people):
            candidate = self._candidate(batch, person, CandidateState.ACCEPTED)
            if number and self.rng.random() < 0.08:
                _decline(candidate)
            else:
                self._score(candidate, must_pass=must_pass and number == 0)
                self._decide(candidate)

    def _batch(self, occupation, step: int, exam_on: date, state: str) -> Batch:
        level = self.ladder.levels[step]
        batch = Batch(
            studio=self.studio,
            discipline=occupation.discipline,
            title=f"{exam_on.year}年{occupation.name}{level.name}认定（示例）",
            title_en=f"{exam_on.year} {level.name_en} appraisal: {occupation.name_en} (sample)",
            occupation=occupation,
            level=level,
            closes_on=exam_on - timedelta(days=21),
            exam_on=exam_on,
            place=f"{self.rng.choice(PLACES)}（示例）",
            note=NOTE,
            state=state,
        )
        self.batches.append(batch)
        return batch

    def _candidate(self, batch: Batch, person, state: str) -> Candidate:
        leader = self.world.leaders[person.group_discipline]
        nominated = person.pk != leader.pk and self.rng.random() < 0.4
        candidate = Candidate(
            studio=self.studio,
            batch=batch,
            person=person,
            route=Route.NOMINATION if nominated else Route.APPLICATION,
            nominated_by=leader if nominated else None,
            applied_on=batch.closes_on - timedelta(days=self.rng.randint(1, 15)),
            state=state,
        )
        if state == CandidateState.ACCEPTED:
            candidate.answered_on = batch.closes_on + timedelta(days=2)
            candidate.admission_number = f"{batch.exam_on:%Y%m}{len(self.candidates) + 1:03}"
        self.candidates.append(candidate)
        return candidate

    def _score(self, candidate: Candidate, *, must_pass=False) -> Score:
        score = Score(studio=self.studio, candidate=candidate)
        away = not must_pass and self.rng.random() < 0.05
        for test in candidate.batch.tests:
            value = Decimal(max(38, min(97, round(self.rng.gauss(75, 10) * 2) / 2)))
            value = max(value, USUAL_PASS_MARK + 4) if must_pass else value
            setattr(score, test, None if away else value)
            setattr(score, f"{test}_absent", away)
        self.scores.append(score)
        return score

    def _decide(self, candidate: Candidate) -> None:
        batch, score = candidate.batch, self.scores[-1]
        candidate.outcome = score.decide(dict.fromkeys(batch.tests, USUAL_PASS_MARK))
        if candidate.outcome != Outcome.PASSED:
            return
        number = f"SAMPLE-{batch.decided_on.year}-{len(self.levels) + 1:04}"
        candidate.level_record = LevelRecord(
            studio=self.studio,
            person=candidate.person,
            occupation=batch.occupation,
            level=batch.level,
            reached_on=batch.decided_on,
            basis=LevelBasis.APPRAISAL,
            source=batch.title,
            certificate_number=number if self.rng.random() < 0.9 else "",
        )
        self.levels.append(candidate.level_record)
        self.ladder.climb(candidate.person, batch.occupation, batch.level.step, batch.decided_on)

    def _cancelled(self) -> None:
        occupation, step, _people = self._step(self.world.disciplines[-1], date(self.world.years[0], 12, 3))
        batch = self._batch(occupation, step, date(self.world.years[0], 12, 3), BatchState.CANCELLED)
        batch.cancelled_on = batch.exam_on - timedelta(days=5)

    # --- Around today ---------------------------------------------------------------------------

    def _around_today(self) -> None:
        """One batch to apply for, one to score, one to decide, and a draft."""
        today = timezone.localdate()
        first, *others = self.world.disciplines
        self._open(first, today)
        self._to_score(others[0], today)
        self._to_decide(others[1], today)
        occupation, step, _people = self._step(others[-1], today)
        self._batch(occupation, step, today + timedelta(days=70), BatchState.DRAFT)

    def _open(self, discipline, today: date) -> None:
        """For the account ``member``; others have applied already."""
        member = self.world.accounts.get("member") or self.world.members_of(discipline)[2]
        occupation, rung = self.ladder.rung(member)
        batch = self._batch(occupation, rung.step + 1, today + timedelta(days=33), BatchState.OPEN)
        same = [one for one in self.world.members_of(discipline) if one.pk != member.pk]
        alike = [one for one in same if self.ladder.rungs.get((one.pk, occupation.pk)) and self._below(one, batch)]
        for number, person in enumerate(alike[:4]):
            state = CandidateState.ACCEPTED if number == 0 else CandidateState.APPLIED
            candidate = self._candidate(batch, person, state)
            candidate.applied_on = today - timedelta(days=number + 1)
            candidate.answered_on = today if number == 0 else None

    def _below(self, person, batch: Batch) -> bool:
        return self.ladder.rungs[person.pk, batch.occupation.pk].step < batch.level.step

    def _to_score(self, discipline, today: date) -> None:
        """With the appraiser assigned, and the first candidates scored."""
        batch, people = self._examined(discipline, _weekday(today - timedelta(days=4)))
        self.appraisers.append(Appraiser(studio=self.studio, batch=batch, person=self.appraiser))
        for number, person in enumerate(people):
            candidate = self._candidate(batch, person, CandidateState.ACCEPTED)
            if number < len(people) - 2:
                self._score(candidate)

    def _to_decide(self, discipline, today: date) -> None:
        batch, people = self._examined(discipline, _weekday(today - timedelta(days=12)))
        for person in people:
            self._score(self._candidate(batch, person, CandidateState.ACCEPTED))

    def _examined(self, discipline, day: date):
        occupation, step, people = self._step(discipline, day)
        batch = self._batch(occupation, step, day, BatchState.EXAMINED)
        batch.examined_on = day
        return batch, [one for one in people if one.pk != self.appraiser.pk][:6]

    def _step(self, discipline, day: date):
        """The step most members of the discipline wait for; the first one of its first occupation when nobody does."""
        steps = self.ladder.next_steps(discipline, day)
        return steps[0] if steps else (discipline.occupations.first(), 2, [])

    # --- Saving -----------------------------------------------------------------------------------

    def _save(self) -> None:
        bulk_create_with_history(self.batches, Batch)
        LevelRecord.objects.bulk_create(self.levels)
        for rows, model in (
            (self.appraisers, Appraiser),
            (self.candidates, Candidate),
            (self.scores, Score),
        ):
            for row in rows:
                _refresh_keys(row)
            bulk_create_with_history(rows, model)
        office = self.world.accounts.get("office")
        for batch in self.batches:
            if batch.state == BatchState.CANCELLED:
                audit(office, "move.cancel", batch, reason=CANCELLED_BECAUSE)


def _refresh_keys(row) -> None:
    """Set the keys of parents that were saved after the row was made."""
    for field in row._meta.concrete_fields:
        if field.is_relation and field.is_cached(row) and (parent := getattr(row, field.name)):
            setattr(row, field.attname, parent.pk)


def _decline(candidate: Candidate) -> None:
    candidate.state, candidate.answer_reason = CandidateState.DECLINED, DECLINED_BECAUSE
    candidate.admission_number = ""


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def load(world) -> None:
    """Two years of batches with candidates, scores and decisions, and some batches around today."""
    Years(world).load()


demo.register("appraisals", load)
