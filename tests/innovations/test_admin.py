"""In the Django admin an administrator looks and mends texts; states, days and money stay as the moves left them."""

from decimal import Decimal

import pytest
from django.contrib import admin
from django.urls import reverse

from innovations.models import BenefitClaim, InnovationKind, Proposal
from tests.innovations.factories import (
    add_member,
    any_kind,
    make_claim,
    make_project,
    make_property,
    make_proposal,
    make_result,
    make_transformation,
)


@pytest.fixture
def records(studio, people):
    project = make_project(studio)
    result = make_result(project)
    return [
        make_proposal(studio),
        project,
        add_member(project),
        result,
        make_property(studio),
        make_transformation(result),
        make_claim(project, state="draft"),
        any_kind(),
    ]


def address(record, page="change"):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[record.pk] if page == "change" else [])


def test_the_administrator_opens_every_list_and_record(sign_in, people, records):
    client = sign_in(people["admin"])
    for record in records:
        assert client.get(address(record, "changelist")).status_code == 200
        assert client.get(address(record)).status_code == 200, record


def test_others_do_not_get_in(sign_in, people, records):
    for role in ("lead", "finance", "manager", "member"):
        client = sign_in(people[role])
        for record in records:
            assert client.get(address(record)).status_code in (302, 403)


def test_nothing_that_a_move_writes_can_be_typed():
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label != "innovations" or model is InnovationKind:
            continue
        readonly = set(model_admin.get_readonly_fields(None))
        written = {"state", "net", "gross", "cost", "confirmed", "claimant", "author", "decided_by", "approved_by"}
        dates = {"submitted_on", "decided_on", "approved_on", "started_on", "concluded_on", "accepted_on"}
        present = {field.name for field in model._meta.fields} & (written | dates | {"transformed_on", "project"})
        assert present <= readonly, model


def test_a_claim_is_not_confirmed_in_the_admin(sign_in, people, studio):
    claim = make_claim(make_project(studio), state="draft")
    values = {"version_read": claim.version, "calculation": "New.", "method": "energy"}
    values |= {
        "state": "judged",
        "confirmed": "1",
        "gross": "9",
        "cost": "1",
        "net": "8",
        "claimant": people["lead"].pk,
    }
    response = sign_in(people["admin"]).post(address(claim), values)
    assert response.status_code == 302, response.context["errors"]
    after = BenefitClaim.objects.get()
    assert (after.calculation, after.state, after.confirmed) == ("New.", "draft", None)
    assert (after.gross, after.net, after.claimant) == (Decimal("120000.00"), Decimal("100000.00"), claim.claimant)


def test_a_submitted_record_is_only_shown(sign_in, people, studio):
    proposal = make_proposal(studio, state="submitted")
    client = sign_in(people["admin"])
    assert client.get(address(proposal)).status_code == 200
    assert client.post(address(proposal), {"version_read": 1, "title_en": "Mine"}).status_code == 403
    assert Proposal.objects.get().title_en == proposal.title_en


def test_a_kind_is_added_and_one_in_use_stays(sign_in, people, studio):
    client = sign_in(people["admin"])
    values = {"key": "patent-mine", "name": "新种类", "name_en": "New kind", "family": "other", "order": "20"}
    assert client.post(reverse("admin:innovations_innovationkind_add"), values).status_code == 302
    used = make_proposal(studio).kind
    client.post(reverse("admin:innovations_innovationkind_delete", args=[used.pk]), {"post": "yes"})
    assert InnovationKind.objects.filter(pk=used.pk).exists()
    assert InnovationKind.objects.filter(key="patent-mine").exists()
