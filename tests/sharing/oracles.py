from datetime import date, timedelta
from decimal import Decimal

from sharing.models import Agreement, Alliance, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from tests.factories import make_person
from tests.indicators.oracle import any_day, in_force, oracle, within, world

EARLY, LATE = date(2020, 1, 1), date(2022, 3, 1)


@world
def sharings(studio, disciplines, random):
    partners = [
        PartnerUnit.objects.create(studio=studio, name_en=f"Partner {number}", kind="enterprise") for number in range(9)
    ]
    places = [None, *disciplines]
    alliances = [an_alliance(studio, random) for _number in range(6)]
    for _number in range(14):
        an_agreement(studio, random.choice(places), random.choice(partners), random.choice(alliances), random)
    for _number in range(16):
        an_event(studio, random.choice(places), partners, random)
    person = make_person(studio)
    for _number in range(8):
        resource = a_resource(studio, random.choice(places), random)
        for _use in range(random.randint(0, 5)):
            a_use(studio, resource, random.choice([person, *partners[:6]]), random)


def an_alliance(studio, random):
    start = any_day(random, EARLY, LATE, empty=0.3)
    end = any_day(random, start or EARLY, LATE, empty=0.5)
    return Alliance.objects.create(studio=studio, name_en="An alliance", role="member", from_date=start, to_date=end)


def an_agreement(studio, discipline, partner, alliance, random):
    start = any_day(random, EARLY, LATE)
    end = any_day(random, start, start + timedelta(days=400), empty=0.3)
    signed_on = any_day(random, start - timedelta(days=60), end or LATE, empty=0.15)
    ended_on = signed_on and any_day(random, signed_on, end or signed_on + timedelta(days=200), empty=0.6)
    return Agreement.objects.create(
        studio=studio,
        title_en="An agreement",
        kind="training",
        discipline=discipline,
        partner=partner if random.random() < 0.8 else None,
        alliance=alliance,
        from_date=start,
        to_date=end,
        signed_on=signed_on,
        ended_on=ended_on,
        state="ended" if ended_on else "signed" if signed_on else "draft",
    )


def an_event(studio, discipline, partners, random):
    held_on = any_day(random, EARLY, LATE, empty=0.2)
    event = ExchangeEvent.objects.create(
        studio=studio,
        title_en="An event",
        kind=random.choice(("exchange", "study", "online")),
        discipline=discipline,
        planned_on=(held_on or date(2021, 5, 1)) - timedelta(days=random.randint(0, 40)),
        state="held" if held_on else "planned",
        held_on=held_on,
        own_heads=random.randint(1, 20) if held_on else None,
        guest_heads=random.randint(0, 20) if held_on else None,
    )
    event.partners.set(random.sample(partners, random.randint(0, 2)))


def a_resource(studio, discipline, random):
    offered_on = any_day(random, EARLY, LATE)
    retired_on = any_day(random, offered_on, LATE, empty=0.6)
    return SharedResource.objects.create(
        studio=studio,
        title_en="A resource",
        kind="course",
        discipline=discipline,
        offered_on=offered_on,
        retired_on=retired_on,
        state="retired" if retired_on else "offered",
    )


def a_use(studio, resource, user, random):
    withdrawn = random.random() < 0.2
    ResourceUse.objects.create(
        studio=studio,
        resource=resource,
        partner=user if isinstance(user, PartnerUnit) else None,
        person=None if isinstance(user, PartnerUnit) else user,
        used_on=any_day(random, EARLY, LATE),
        hours=Decimal(random.randint(1, 40)) / 2 + Decimal("0.1") if random.random() < 0.7 else None,
        heads=random.randint(1, 30),
        purpose="Practice",
        state="withdrawn" if withdrawn else "recorded",
        withdrawn_on=date(2021, 7, 1) if withdrawn else None,
    )


def held(records, period, as_of, of):
    return [one for one in records(ExchangeEvent) if within(one.held_on, period, as_of) and of(one.discipline_id)]


@oracle("sharing.events")
def events(records, period, as_of, of):
    found = held(records, period, as_of, of)
    return len(found), found


@oracle("sharing.own_heads")
def own_heads(records, period, as_of, of):
    found = held(records, period, as_of, of)
    return sum(one.own_heads for one in found), found


@oracle("sharing.guest_heads")
def guest_heads(records, period, as_of, of):
    found = held(records, period, as_of, of)
    return sum(one.guest_heads for one in found), found


def running(records, period, as_of):
    """Signed, begun, neither over nor ended on the last day that counts."""
    day = min(period.end, as_of)
    return [
        one
        for one in records(Agreement)
        if one.signed_on
        and max(one.signed_on, one.from_date) <= day
        and day <= min(end for end in (one.to_date, one.ended_on, date.max) if end)
    ]


@oracle("sharing.agreements")
def agreements(records, period, as_of, of):
    found = [one for one in running(records, period, as_of) if of(one.discipline_id)]
    return len(found), found


@oracle("sharing.alliances")
def alliances(records, period, as_of, of):
    found = [one for one in records(Alliance) if in_force(one.from_date, one.to_date, period, as_of) and of(None)]
    return len(found), found


@oracle("sharing.partners")
def partners(records, period, as_of, of):
    met = {one.partner_id for one in running(records, period, as_of)}
    met |= {one.partner_id for one in used(records, period, as_of, lambda _discipline: True)}
    for event in held(records, period, as_of, lambda _discipline: True):
        met |= partners_at(event)
    found = [one for one in records(PartnerUnit) if one.pk in met and of(None)]
    return len(found), found


def partners_at(event):
    """The partner units of an event, read once."""
    if not hasattr(event, "met"):
        event.met = {partner.pk for partner in event.partners.all()}
    return event.met


@oracle("sharing.resources")
def resources(records, period, as_of, of):
    found = [
        one
        for one in records(SharedResource)
        if in_force(one.offered_on, one.retired_on, period, as_of) and of(one.discipline_id)
    ]
    return len(found), found


def used(records, period, as_of, of):
    return [
        one
        for one in records(ResourceUse)
        if one.state == "recorded" and within(one.used_on, period, as_of) and of(one.resource.discipline_id)
    ]


@oracle("sharing.uses")
def uses(records, period, as_of, of):
    found = used(records, period, as_of, of)
    return len(found), found


@oracle("sharing.use_hours")
def use_hours(records, period, as_of, of):
    found = used(records, period, as_of, of)
    hours = [one.hours for one in found if one.hours is not None]
    return sum(hours, Decimal(0)), found
