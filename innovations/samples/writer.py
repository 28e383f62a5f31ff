"""Builds sample records in memory and writes each model at once."""

from datetime import date, timedelta

from innovations.models import (
    BenefitClaim,
    BenefitVerdict,
    InnovationKind,
    IntellectualProperty,
    Project,
    ProjectMember,
    Proposal,
    Result,
    Transformation,
)
from innovations.samples import titles
from studio.organisation.samples import write_samples

# Parents before children.
IN_ORDER = (
    Proposal,
    Project,
    ProjectMember,
    Result,
    IntellectualProperty,
    Transformation,
    BenefitClaim,
    BenefitVerdict,
)


class Writer:
    """Collects the records of one studio."""

    def __init__(self, world):
        self.world, self.rng, self.studio = world, world.rng, world.studio
        self.kinds = list(InnovationKind.objects.all())
        self.finance = world.accounts.get("finance")
        self.made: dict[type, list] = {model: [] for model in IN_ORDER}

    def add(self, model, **values):
        """A record to be written later."""
        record = model(studio=self.studio, **values)
        self.made[model].append(record)
        return record

    def save(self) -> None:
        """Write parents before children; verdicts keep no history, being written once."""
        write_samples(self.made)

    def decider(self, discipline, *authors):
        """The group's leader, or the next one when it is their own."""
        leaders = [self.world.leaders[discipline.pk], *self.world.leaders.values()]
        return next(person for person in leaders if person not in authors)

    def texts(self) -> dict:
        """Kind, problem and idea of a proposal."""
        return {
            "kind": self.rng.choice(self.kinds[:7]),
            "problem": self.rng.choice(titles.PROBLEMS),
            "idea": self.rng.choice(titles.IDEAS),
        }

    def claim(self, project, result, effect_from: date, gross, cost, **values) -> BenefitClaim:
        """A claim for the twelve months from ``effect_from``."""
        return self.add(
            BenefitClaim,
            project=project,
            result=result,
            claimant=project.leader,
            method=self.rng.choice(("labour", "material", "energy", "maintenance", "output")),
            calculation=titles.CALCULATION,
            effect_from=effect_from,
            effect_to=effect_from.replace(year=effect_from.year + 1) - timedelta(days=1),
            gross=gross,
            cost=cost,
            net=gross - cost,
            **values,
        )


def next_month(day: date) -> date:
    """The first day of the month after ``day``."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
