"""Who of the sample members could take which step of the ladder, as the sample years go by."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from disciplines.models import GroupMembership, LevelRecord, Occupation, SkillLevel

YEARS_BETWEEN = 2  # between two levels; the standards ask for two to five
HIGHEST = 6  # senior technician; the two above are appointed


@dataclass
class Rung:
    """The highest level that a person holds in an occupation."""

    step: int
    reached_on: date


class Ladder:
    """The levels of the members of one studio, in memory."""

    def __init__(self, world):
        self.world = world
        self.levels = {level.step: level for level in SkillLevel.objects.all()}
        self.occupations = {one.pk: one for one in Occupation.objects.select_related("discipline")}
        self.rungs: dict[tuple[int, int], Rung] = {}
        for row in LevelRecord.objects.filter(studio=world.studio).select_related("level").order_by("level__step"):
            self.rungs[row.person_id, row.occupation_id] = Rung(row.level.step, row.reached_on)
        places = GroupMembership.objects.filter(studio=world.studio)
        self.joined = dict(places.values_list("person", "from_date"))

    def next_steps(self, discipline, day: date) -> list[tuple[Occupation, int, list]]:
        """Occupation, step and members who could take it on ``day``; the step most of them wait for comes first."""
        found = defaultdict(list)
        for person in self.world.members_of(discipline):
            for (pk, occupation), rung in self.rungs.items():
                long_enough = rung.reached_on.year <= day.year - YEARS_BETWEEN and self.joined[person.pk] <= day
                if pk == person.pk and rung.step < HIGHEST and long_enough:
                    found[occupation, rung.step + 1].append(person)
        rows = [(self.occupations[occupation], step, people) for (occupation, step), people in found.items()]
        return sorted(rows, key=lambda row: (-len(row[2]), row[0].pk, row[1]))

    def rung(self, person) -> tuple[Occupation, Rung]:
        """The person's occupation with the level held in it."""
        return next((self.occupations[job], rung) for (pk, job), rung in self.rungs.items() if pk == person.pk)

    def climb(self, person, occupation, step: int, day: date) -> None:
        self.rungs[person.pk, occupation.pk] = Rung(step, day)
