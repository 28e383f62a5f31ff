from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sharing.models import Agreement, PartnerUnit, SharedResource
from studio.organisation.models import Unit
from tests.factories import make_person, make_studio
from tests.sharing.factories import (
    DAY,
    make_agreement,
    make_alliance,
    make_event,
    make_member,
    make_partner,
    make_resource,
    make_use,
)


def refused(make, *args, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*args, **values)


@pytest.mark.parametrize("values", [{"name_en": ""}, {"kind": "club"}], ids=str)
def test_a_partner_that_cannot_be(studio, values):
    refused(make_partner, studio, **values)


@pytest.mark.parametrize("field", ["name", "name_en"])
def test_a_partner_is_recorded_once_in_a_studio(studio, field):
    make_partner(studio, **{field: "海湾"})
    refused(make_partner, studio, **{field: "海湾"})
    assert make_partner(make_studio(), **{field: "海湾"}).pk
    with pytest.raises(ValidationError, match="recorded already"):
        PartnerUnit(studio=studio, kind="studio", **{field: "海湾"}).full_clean()


@pytest.mark.parametrize(
    "values",
    [{"name_en": ""}, {"role": "guest"}, {"level": "galactic"}, {"to_date": date(2018, 12, 31)}],
    ids=str,
)
def test_an_alliance_that_cannot_be(studio, values):
    refused(make_alliance, studio, **values)


def test_an_alliance_needs_neither_start_nor_level(studio):
    assert make_alliance(studio, from_date=None, level="").pk
    assert make_alliance(studio, from_date=None, to_date=date(2020, 1, 1)).pk


def test_a_unit_belongs_to_an_alliance_once_at_a_time(studio):
    alliance = make_alliance(studio)
    left = make_member(alliance, to_date=date(2020, 5, 1))
    make_member(alliance, unit=left.unit, from_date=date(2021, 1, 1))
    refused(make_member, alliance, unit=left.unit)
    refused(make_member, alliance, role="guest")
    refused(make_member, alliance, from_date=DAY, to_date=date(2021, 3, 9))


@pytest.mark.parametrize(
    "values",
    [
        {"title_en": ""},
        {"kind": "gift"},
        {"partner": None},
        {"to_date": date(2020, 12, 31)},
        {"state": "lost"},
        {"signed_on": DAY},
        {"state": "signed", "signed_on": None},
        {"state": "signed", "signed_on": date(2022, 1, 1)},
        {"state": "signed", "ended_on": DAY},
        {"state": "ended", "ended_on": None},
        {"state": "ended", "ended_on": date(2022, 1, 1)},
        {"state": "ended", "signed_on": DAY, "ended_on": date(2021, 3, 9)},
    ],
    ids=str,
)
def test_an_agreement_that_cannot_be(studio, values):
    refused(make_agreement, studio, **values)


def test_an_agreement_is_made_with_somebody(studio):
    assert make_agreement(studio, partner=None, alliance=make_alliance(studio)).pk
    with pytest.raises(ValidationError, match="Name the partner unit or the alliance"):
        Agreement(studio=studio, title_en="A", kind="training", from_date=DAY).full_clean()


@pytest.mark.parametrize(
    "values",
    [
        {"title_en": ""},
        {"kind": "party"},
        {"state": "lost"},
        {"held_on": DAY},
        {"own_heads": 3, "guest_heads": 3},
        {"state": "held", "held_on": None},
        {"state": "held", "own_heads": None},
        {"state": "held", "guest_heads": None},
        {"state": "held", "own_heads": 0, "guest_heads": 0},
        {"state": "held", "own_heads": 100_001},
        {"state": "cancelled", "cancelled_on": None},
    ],
    ids=str,
)
def test_an_event_that_cannot_be(studio, values):
    refused(make_event, studio, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"title_en": ""},
        {"kind": "money"},
        {"direction": "lent"},
        {"direction": "taken"},
        {"state": "lost"},
        {"retired_on": DAY},
        {"state": "retired", "retired_on": None},
        {"state": "retired", "retired_on": date(2019, 12, 31)},
    ],
    ids=str,
)
def test_a_resource_that_cannot_be(studio, values):
    refused(make_resource, studio, **values)


def test_only_what_is_taken_names_its_partner(studio):
    partner = make_partner(studio)
    refused(make_resource, studio, partner=partner)
    assert make_resource(studio, direction="taken", partner=partner).pk
    with pytest.raises(ValidationError, match="Name the partner unit for what is taken"):
        SharedResource(studio=studio, title_en="A", kind="course", direction="taken", offered_on=DAY).full_clean()


@pytest.mark.parametrize(
    "values",
    [
        {"partner": None},
        {"hours": None},
        {"hours": 0},
        {"hours": 2001},
        {"heads": 0},
        {"purpose": ""},
        {"state": "lost"},
        {"withdrawn_on": DAY},
        {"state": "withdrawn", "withdrawn_on": None},
    ],
    ids=str,
)
def test_a_use_that_cannot_be(resource, values):
    refused(make_use, resource, **values)


def test_a_use_is_by_exactly_one(studio, resource):
    users = {
        "partner": make_partner(studio),
        "person": make_person(studio),
        "unit": Unit.objects.create(company=studio.company, name_en="Workshop"),
    }
    for name, user in users.items():
        assert make_use(resource, **{name: user}).user == user
        refused(make_use, resource, **{one: users[one] for one in users if one != name})
    refused(make_use, resource, **users)


def test_what_is_referred_to_stays(studio, resource):
    use = make_use(resource)
    alliance = make_member(make_alliance(studio)).alliance
    for record in (resource, use.partner, alliance):
        refused(record.delete)


def test_records_carry_history_and_discipline(studio, resource, discipline):
    use = make_use(resource)
    assert use.effective_discipline_id == resource.effective_discipline_id == discipline.pk
    event = make_event(studio, partners=[use.partner])
    for record in (use, resource, use.partner, make_alliance(studio), make_agreement(studio), event):
        assert record.history.exists()
    assert [one.partnerunit for one in event.history.first().partners.all()] == [use.partner]
