"""Two sample years of one discipline, or of what belongs to all of them."""

from datetime import date
from decimal import Decimal

from sharing.models import Agreement, ExchangeEvent, ResourceUse, SharedResource
from sharing.samples import titles

# How many of the sample events a year saw; 2020 was a quiet one.
SHARE_HELD = {2020: 0.65}
HEADS_ONLY, HOURS_ONLY = ("questions", "method"), ("equipment",)


def add_years(writer, discipline) -> None:
    """Agreements, then events, resources and uses of every sample year; ``discipline`` None is cross-discipline."""
    key = discipline.key if discipline else ""
    for agreement in titles.AGREEMENTS[key]:
        add_agreement(writer, discipline, agreement)
    resources = [add_resource(writer, discipline, sample) for sample in titles.RESOURCES[key]]
    for year in writer.world.years:
        for sample in titles.EVENTS[key]:
            if writer.rng.random() < SHARE_HELD.get(year, 0.9):
                add_event(writer, discipline, sample, writer.day(year))
        for resource in resources:
            for _number in range(writer.rng.randint(3, 8)):
                add_use(writer, resource, writer.day(year))


def add_agreement(writer, discipline, sample: titles.SampleAgreement) -> Agreement:
    """Signed shortly before its term; ended early or on its last day."""
    ended_on = sample.ended or sample.to_date
    agreement = writer.add(
        Agreement,
        **titles.labelled(sample.title, sample.title_en),
        **writer.party(sample.party),
        discipline=discipline,
        kind=sample.kind,
        aims=titles.AIMS,
        from_date=sample.from_date,
        to_date=sample.to_date,
        signed_on=sample.from_date,
        ended_on=ended_on,
        state="ended" if ended_on else "signed",
    )
    if sample.ended:
        writer.reasons.append((agreement, "move.end", titles.ENDED_BECAUSE))
    return agreement


def add_event(writer, discipline, sample: titles.SampleEvent, day: date, state: str = "") -> ExchangeEvent:
    """An event that was held, now and then cancelled."""
    rng = writer.rng
    state = state or ("cancelled" if rng.random() < 0.05 else "held")
    party = writer.party(sample.party)
    partner = party.pop("partner", None)
    held = state == "held"
    event = writer.add(
        ExchangeEvent,
        **titles.labelled(sample.title, sample.title_en),
        **party,
        discipline=discipline,
        kind=sample.kind,
        planned_on=day,
        place=rng.choice(titles.PLACES),
        agenda=titles.AGENDA,
        output=titles.OUTPUT if held else "",
        state=state,
        held_on=day if held else None,
        own_heads=rng.randint(4, 24) if held else None,
        guest_heads=rng.randint(2, 30) if held else None,
        cancelled_on=day if state == "cancelled" else None,
    )
    if partner:
        writer.guests.append((event, partner))
    if state == "cancelled":
        writer.reasons.append((event, "move.cancel", rng.choice(titles.CANCELLED_BECAUSE)))
    return event


def add_resource(writer, discipline, sample: titles.SampleResource) -> SharedResource:
    """A resource with the keeper of its discipline."""
    return writer.add(
        SharedResource,
        **titles.labelled(sample.title, sample.title_en),
        discipline=discipline,
        kind=sample.kind,
        direction="taken" if sample.partner else "given",
        partner=writer.partners.get(sample.partner),
        offered_on=sample.offered_on,
        keeper=writer.keeper(discipline),
        terms=titles.TERMS,
        state="retired" if sample.retired_on else "offered",
        retired_on=sample.retired_on,
    )


def add_use(writer, resource: SharedResource, day: date, person=None) -> None:
    """A use by a partner, a member or a unit, while the resource was on offer."""
    rng = writer.rng
    if day < resource.offered_on or (resource.retired_on and day > resource.retired_on):
        return
    hours = Decimal(rng.randint(2, 16)) / 2 if resource.kind not in HEADS_ONLY else None
    heads = rng.randint(2, 25) if resource.kind not in HOURS_ONLY else None
    who = {"person": person} if person else _user(writer, resource)
    writer.add(
        ResourceUse,
        resource=resource,
        used_on=day,
        hours=hours,
        heads=heads,
        purpose=rng.choice(titles.PURPOSES),
        **who,
    )


def _user(writer, resource) -> dict:
    """Mostly others for what is given, own people and units for what is taken."""
    rng, world = writer.rng, writer.world
    if resource.direction == "given" and rng.random() < 0.6:
        return {"partner": rng.choice(list(writer.partners.values()))}
    if rng.random() < 0.5:
        return {"unit": rng.choice(writer.units)}
    members = world.members_of(resource.discipline) if resource.discipline else world.people
    return {"person": rng.choice(members)}
