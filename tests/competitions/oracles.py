from datetime import date, timedelta
from decimal import Decimal

from competitions.choices import SEALED, TOOK_PLACE, Award, CompetitionLevel
from competitions.models import Competition, Entrant, Entry, Event, Result
from tests.factories import make_person
from tests.indicators.oracle import any_day, oracle, within, world


@world
def contests(studio, disciplines, random):
    people = [make_person(studio) for _number in range(9)]
    for number in range(40):
        competition = contest(studio, number, random.choice([None, *disciplines]), random)
        for _event in range(random.randint(1, 2)):
            event = one_event(competition, disciplines, random)
            chosen = random.sample(people, random.randint(0, 4))
            while chosen:
                team, chosen = chosen[:2], chosen[2:]
                enter(event, team if random.random() < 0.4 else team[:1], random)


def contest(studio, number, discipline, random):
    state = random.choice(("planned", "held", "held", "closed", "closed", "cancelled"))
    day = any_day(random, date(2020, 6, 1), date(2022, 3, 1))
    return Competition.objects.create(
        studio=studio,
        title_en=f"Contest {number}",
        discipline=discipline,
        kind=random.choice(("organised", "attended")),
        level=random.choice(CompetitionLevel.values),
        organiser="Union",
        from_date=day - timedelta(days=2),
        to_date=day,
        state=state,
        held_on=day if state in ("held", "closed") else None,
        closed_on=day + timedelta(days=5) if state == "closed" else None,
        cancelled_on=day if state == "cancelled" else None,
    )


def one_event(competition, disciplines, random):
    state = random.choice(("planned", "open", "held", "held", "held", "locked", "published", "published", "cancelled"))
    day = competition.to_date
    return Event.objects.create(
        studio=competition.studio,
        competition=competition,
        title_en="An event",
        discipline=random.choice([None, *disciplines]),
        planned_on=day - timedelta(days=1),
        state=state,
        held_on=day if state in TOOK_PLACE else None,
        locked_on=day if state in SEALED else None,
        published_on=day if state == "published" else None,
        cancelled_on=day if state == "cancelled" else None,
    )


def enter(event, team, random):
    shared = {"studio": event.studio, "event": event}
    entry = Entry.objects.create(absent=random.random() < 0.15, **shared)
    for person in team:
        Entrant.objects.create(entry=entry, person=person, **shared)
    if random.random() < 0.3:
        Entrant.objects.create(entry=entry, guest="Somebody else", **shared)
    if event.held_on and random.random() < 0.8:
        award = random.choice(("", *Award.values))
        Result.objects.create(
            studio=event.studio,
            entry=entry,
            score=Decimal("81.25"),
            award=award,
            awarded_on=event.held_on + timedelta(days=random.randint(0, 60)) if award else None,
        )


def competitions_of(kind):
    def answer(records, period, as_of, of):
        found = [
            one
            for one in records(Competition)
            if one.kind == kind and within(one.held_on, period, as_of) and of(one.discipline_id)
        ]
        return len(found), found

    return answer


oracle("competitions.organised")(competitions_of("organised"))
oracle("competitions.attended")(competitions_of("attended"))


@oracle("competitions.events")
def events(records, period, as_of, of):
    found = [one for one in records(Event) if within(one.held_on, period, as_of) and of(one.discipline_id)]
    return len(found), found


@oracle("competitions.entrants")
def entrants(records, period, as_of, of):
    held = {one.pk for one in events(records, period, as_of, of)[1]}
    there = {one.pk for one in records(Entry) if not one.absent}
    found = [one for one in records(Entrant) if one.person_id and one.event_id in held and one.entry_id in there]
    return len(found), found


@oracle("competitions.people")
def people(records, period, as_of, of):
    found = entrants(records, period, as_of, of)[1]
    return len({one.person_id for one in found}), found


def awards_where(counts):
    def answer(records, period, as_of, of):
        event_of = {one.pk: one.event for one in records(Entry)}
        found = [
            one
            for one in records(Result)
            if one.award
            and within(one.awarded_on, period, as_of)
            and of(event_of[one.entry_id].discipline_id)
            and counts(one, event_of[one.entry_id].competition)
        ]
        return len(found), found

    return answer


oracle("competitions.awards")(awards_where(lambda result, competition: True))
for level in ("national", "provincial", "trade", "city", "company", "studio"):
    oracle(f"competitions.awards_{level}")(
        awards_where(lambda result, competition, level=level: competition.level == level)
    )
for award in ("first", "second", "third", "excellence"):
    oracle(f"competitions.awards_{award}")(awards_where(lambda result, competition, award=award: result.award == award))
