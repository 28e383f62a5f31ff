"""One past year of one discipline."""

from datetime import date, timedelta
from decimal import Decimal

from innovations.models import (
    BenefitVerdict,
    IntellectualProperty,
    Project,
    ProjectMember,
    Proposal,
    Result,
    Transformation,
)
from innovations.samples import titles
from innovations.samples.writer import next_month

PROPOSALS, PROJECTS = 33, 3
# Rare kinds: in the first and in the later years, the disciplines (by their order) that have one.
RARE = {"invention": ((1,), (1, 2, 3)), "design": ((2,), (4,)), "software": ((4,), (3, 4))}
FORMS = ("own_use", "own_use", "own_use", "spread", "standard", "course")
STOP_REASON = "试验效果未达预期。（示例）"


class Year:
    """The ``number``-th sample year of ``discipline``; its records go to ``writer``."""

    def __init__(self, writer, discipline, number: int):
        self.writer, self.discipline, self.number = writer, discipline, number
        self.rng, self.add_record = writer.rng, writer.add
        self.year = writer.world.years[number]
        self.is_last = number == len(writer.world.years) - 1
        self.members = writer.world.members_of(discipline)

    def add(self) -> None:
        """Proposals, projects, and what came of them."""
        for title in self._proposal_titles():
            state = self.rng.choices(["adopted", "rejected", "archived"], [55, 25, 20])[0]
            # One in thirty is about the whole plant.
            of = None if self.rng.random() < 1 / 30 else self.discipline
            self._proposal(title, state, self._day(1, 12), of)
        planned = titles.PROJECTS[self.discipline.key][self.number * PROJECTS :][:PROJECTS]
        for index, title in enumerate(planned):
            self._project(title, self._ending(index))
        self._properties()

    def _day(self, first: int, last: int) -> date:
        return date(self.year, self.rng.randint(first, last), self.rng.randint(1, 28))

    def _proposal_titles(self) -> list[titles.Two]:
        """Every second pair of subject and aspect, so that no title comes in both years."""
        pairs = [(subject, aspect) for aspect in titles.ASPECTS for subject in titles.SUBJECTS[self.discipline.key]]
        pairs = pairs[self.number :: 2][:PROPOSALS]
        return [(f"{subject[0]}{aspect[0]}", f"{aspect[1]} {subject[1]}") for subject, aspect in pairs]

    def _proposal(self, title, state: str, submitted_on: date, of) -> Proposal:
        author = self.rng.choice(self.members)
        return self.add_record(
            Proposal,
            **titles.labelled(title),
            **self.writer.texts(),
            discipline=of,
            author=author,
            state=state,
            submitted_on=submitted_on,
            decided_on=submitted_on + timedelta(days=self.rng.randint(5, 30)),
            decided_by=self.writer.decider(self.discipline, author),
            decision_reason=self.rng.choice(titles.DECISIONS[state]),
        )

    def _ending(self, index: int) -> str:
        """The last project of the last year is still running or was stopped; the others are concluded."""
        if not self.is_last or index < PROJECTS - 1:
            return "concluded"
        return "stopped" if self.discipline.order % 4 == 0 else "running"

    def _project(self, title, state: str) -> None:
        proposal = self._proposal(title, "adopted", self._day(1, 2), self.discipline)
        started_on = proposal.decided_on + timedelta(days=self.rng.randint(5, 20))
        project = self.add_record(
            Project,
            **titles.labelled(title),
            proposal=proposal,
            discipline=self.discipline,
            kind=self.rng.choice(self.writer.kinds[6:]),
            aim=proposal.idea,
            leader=proposal.author,
            state=state,
            approved_on=proposal.decided_on,
            approved_by=proposal.decided_by,
            started_on=started_on,
            concluded_on=started_on + timedelta(days=self.rng.randint(70, 200)) if state == "concluded" else None,
            stopped_on=started_on + timedelta(days=90) if state == "stopped" else None,
            stop_reason=STOP_REASON if state == "stopped" else "",
        )
        others = [one for one in self.members if one not in (project.leader, project.approved_by)]
        for person, share in zip(self.rng.sample(others, 2), (Decimal(30), Decimal(20)), strict=True):
            self.add_record(ProjectMember, project=project, person=person, share=share)
        if state == "concluded":
            for words in (("装置", "device"), ("操作法", "method"))[: self.rng.randint(1, 2)]:
                self._result(project, words)

    def _result(self, project: Project, words: titles.Two) -> None:
        submitted_on = project.concluded_on + timedelta(days=self.rng.randint(3, 15))
        accepted_on = submitted_on + timedelta(days=self.rng.randint(5, 25))
        used = self.rng.random() < 0.6
        since = accepted_on + timedelta(days=self.rng.randint(5, 60)) if used else None
        result = self.add_record(
            Result,
            **titles.titled_after(project, words),
            project=project,
            description=project.aim,
            state="accepted",
            submitted_on=submitted_on,
            accepted_on=accepted_on,
            accepted_by=self.writer.decider(self.discipline, project.leader),
            transformed_on=since,
        )
        if used:
            self._uses(result, since)
            self._benefit(project, result, next_month(since))

    def _uses(self, result: Result, since: date) -> None:
        for later in range(self.rng.choice((1, 1, 2))):
            unit, unit_en = self.rng.choice(titles.PLACES)
            self.add_record(
                Transformation,
                result=result,
                unit=unit,
                unit_en=unit_en,
                since=since + timedelta(days=30 * later),
                form=self.rng.choice(FORMS),
            )

    def _benefit(self, project: Project, result: Result, effect_from: date) -> None:
        gross = Decimal(self.rng.randrange(250_000, 2_400_000, 1_000))
        cost = Decimal(self.rng.randrange(10_000, 90_000, 500))
        submitted_on = effect_from + timedelta(days=60)
        finance = self.writer.finance
        if finance is None:
            self.writer.claim(project, result, effect_from, gross, cost, state="submitted", submitted_on=submitted_on)
            return
        parts = [self.rng.choice((100, 100, 95, 90, 80, 0))] + ([75] if self.rng.random() < 0.15 else [])
        sums = [((gross - cost) * part / 100).quantize(Decimal("0.01")) for part in parts]
        judged_on = submitted_on + timedelta(days=self.rng.randint(7, 40))
        judged = {"state": "judged", "submitted_on": submitted_on, "confirmed": sums[-1], "judged_on": judged_on}
        claim = self.writer.claim(project, result, effect_from, gross, cost, **judged)
        for number, confirmed in enumerate(sums, start=1):
            self.add_record(
                BenefitVerdict,
                claim=claim,
                number=number,
                claimant=claim.claimant,
                net=claim.net,
                confirmed=confirmed,
                reason=self.rng.choice(titles.VERDICTS),
                by=finance,
                judged_on=judged_on,
            )

    def _properties(self) -> None:
        """More of the usual kinds each year, and now and then a rare one."""
        later = min(self.number, 1)
        counts = {kind: 1 for kind, years in RARE.items() if self.discipline.order in years[later]}
        counts |= {"utility": self.rng.randint(4, 6) + 3 * later, "paper": self.rng.randint(1, 2) + later}
        results = [one for one in self.writer.made[Result] if one.project.discipline == self.discipline]
        for kind, count in counts.items():
            for number in range(count):
                self._property(self.rng.choice(results), kind, number)

    def _property(self, result: Result, kind: str, number: int) -> None:
        word, word_en = titles.PROPERTY_WORDS[kind]
        company, day = self.writer.studio.company, self._day(2, 12)
        granted = kind != "paper"
        self.add_record(
            IntellectualProperty,
            **titles.titled_after(result, (f"{word}{number + 1}", f"{word_en} {number + 1}")),
            kind=kind,
            number=f"SAMPLE-{kind[:3].upper()}-{self.discipline.order}{self.year % 100}{number:02}",
            owners=company.name or company.name_en,
            discipline=self.discipline,
            result=result,
            filed_on=day - timedelta(days=self.rng.randint(200, 500)) if granted else None,
            granted_on=day if granted else None,
            published_on=None if granted else day,
        )
