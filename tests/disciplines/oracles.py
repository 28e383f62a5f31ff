from datetime import date, timedelta

from disciplines.models import GroupMembership
from tests.factories import join_group, make_group, make_person
from tests.indicators.oracle import any_day, in_force, oracle, world


@world
def groups(studio, disciplines, random):
    people = [make_person(studio) for _number in range(12)]
    made = [make_group(studio, discipline) for discipline in disciplines]
    for person in people:
        day = any_day(random, date(2018, 1, 1), date(2021, 6, 1))
        for _move in range(random.randint(0, 3)):  # one group after the other, at times with a pause
            end = day + timedelta(days=random.randint(0, 400))
            last = random.random() < 0.4
            join_group(random.choice(made), person, from_date=day, to_date=None if last else end)
            if last:
                break
            day = end + timedelta(days=random.choice((1, 1, 60)))


@oracle("members")
def members(records, period, as_of, of):
    found = [
        place
        for place in records(GroupMembership)
        if in_force(place.from_date, place.to_date, period, as_of) and of(place.group.discipline_id)
    ]
    return len({place.person_id for place in found}), found
