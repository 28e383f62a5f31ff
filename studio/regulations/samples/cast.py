"""Who does what in the samples, and how rows are written."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from simple_history.utils import bulk_create_with_history

from studio.organisation.choices import Role
from studio.organisation.models import Membership

BATCH = 200


@dataclass
class Cast:
    """A studio's people by their part; a studio without accounts lets its members act."""

    world: object

    def __post_init__(self):
        self.studio, self.people = self.world.studio, self.world.people
        self.rng = random.Random(f"regulations {self.studio.slug}")  # noqa: S311  (samples, no secrets)
        self.office, self.lead, self.finance = (
            self.world.accounts.get(login) or self.people[number]
            for number, login in enumerate(("office", "lead", "finance"), start=1)
        )
        self.rewarded = [one for one in self.people if one not in (self.office, self.lead, self.finance)]
        rows = Membership.objects.filter(studio=self.studio, role=Role.MEMBER).values_list("person", "from_date")
        self.joined: dict[int, date] = dict(rows)

    def account(self, login: str):
        """The account, or the office where there is none."""
        return self.world.accounts.get(login) or self.office

    def members_on(self, day: date) -> list:
        """Members of the groups who had joined by ``day``."""
        return [person for person in self.people if self.joined.get(person.pk, day) <= day]


def write(model, records: list) -> list:
    """Write the records with their history; they come back with their keys."""
    return bulk_create_with_history(records, model, batch_size=BATCH, default_change_reason="sample")


def years_later(day: date, years: int = 3) -> date:
    """The same day so many years on; no sample begins on 29 February."""
    return day.replace(year=day.year + years)


def workday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - 4, 0))
