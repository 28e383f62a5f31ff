"""Makers of sharing records. Keyword arguments override any field."""

import itertools
from datetime import date
from decimal import Decimal

from sharing.models import Agreement, Alliance, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource

DAY = date(2021, 3, 10)
_numbers = itertools.count(1)


def make_partner(studio, **values) -> PartnerUnit:
    return PartnerUnit.objects.create(
        studio=studio, **{"name_en": f"Partner {next(_numbers)}", "kind": "enterprise", **values}
    )


def make_alliance(studio, **values) -> Alliance:
    values = {"name_en": "Coast Alliance", "role": "member", "from_date": date(2019, 1, 1), **values}
    return Alliance.objects.create(studio=studio, **values)


def make_member(alliance, **values) -> AllianceMember:
    values.setdefault("unit", None)
    values["unit"] = values["unit"] or make_partner(alliance.studio)
    return AllianceMember.objects.create(studio=alliance.studio, alliance=alliance, **values)


def make_agreement(studio, state="draft", **values) -> Agreement:
    """An agreement of 2021; signed ones from the first day of their term, ended ones on its last."""
    values = {
        "title_en": "Shared trainers",
        "kind": "training",
        "from_date": date(2021, 1, 1),
        "to_date": date(2021, 12, 31),
        **values,
    }
    if "partner" not in values and "alliance" not in values:
        values["partner"] = make_partner(studio)
    if state in ("signed", "ended"):
        values.setdefault("signed_on", values["from_date"])
    if state == "ended":
        values.setdefault("ended_on", values["to_date"])
    return Agreement.objects.create(studio=studio, state=state, **values)


def make_event(studio, state="planned", partners=(), **values) -> ExchangeEvent:
    """An event planned for 10 March 2021; held ones that day with 6 own people and 9 guests."""
    values = {"title_en": "Exchange on seals", "kind": "exchange", "planned_on": DAY, **values}
    if state == "held":
        values = {"held_on": values["planned_on"], "own_heads": 6, "guest_heads": 9, **values}
    if state == "cancelled":
        values.setdefault("cancelled_on", values["planned_on"])
    event = ExchangeEvent.objects.create(studio=studio, state=state, **values)
    event.partners.set(partners)
    return event


def make_resource(studio, **values) -> SharedResource:
    """A pump rig given since 2020."""
    values = {"title_en": "Pump rig", "kind": "equipment", "offered_on": date(2020, 1, 1), **values}
    if values.get("state") == "retired":
        values.setdefault("retired_on", date(2021, 6, 30))
    return SharedResource.objects.create(studio=studio, **values)


def make_use(resource, **values) -> ResourceUse:
    """Four hours by a partner on 10 March 2021."""
    values = {"used_on": DAY, "hours": Decimal(4), "purpose": "Practice", **values}
    if not {"partner", "person", "unit"} & values.keys():
        values["partner"] = make_partner(resource.studio)
    if values.get("state") == "withdrawn":
        values.setdefault("withdrawn_on", DAY)
    return ResourceUse.objects.create(studio=resource.studio, resource=resource, **values)
