"""Administrators look and correct texts in the Django admin; states and what others are told of go elsewhere."""

import pytest
from django.urls import reverse

from sharing.models import Agreement, ResourceUse
from tests.factories import make_person
from tests.sharing.factories import make_agreement, make_alliance, make_event, make_member, make_use


@pytest.fixture
def administrator(client, db):
    person = make_person(is_staff=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return person


def change_url(record):
    return reverse(f"admin:sharing_{record._meta.model_name}_change", args=[record.pk])


def test_all_records_are_listed_and_shown(client, administrator, studio, resource):
    use, part = make_use(resource), make_member(make_alliance(studio))
    for record in (use, use.partner, resource, part, part.alliance, make_agreement(studio), make_event(studio)):
        assert client.get(reverse(f"admin:sharing_{record._meta.model_name}_changelist")).status_code == 200
        assert client.get(change_url(record)).status_code == 200


def test_texts_are_corrected_but_neither_days_nor_people(client, administrator, resource):
    use = make_use(resource)
    data = {"purpose": "Drill", "hours": "4", "used_on": "1999-01-01", "person": administrator.pk, "version_read": 1}
    assert client.post(change_url(use), data).status_code == 302
    after = ResourceUse.objects.get(pk=use.pk)
    assert (after.purpose, after.used_on, after.person, after.partner) == ("Drill", use.used_on, None, use.partner)


def test_a_signed_agreement_is_only_shown(client, administrator, studio):
    agreement = make_agreement(studio, "signed")
    assert client.post(change_url(agreement), {"title_en": "Mine", "version_read": 1}).status_code == 403
    assert Agreement.objects.get(pk=agreement.pk).version == 1


def test_others_stay_out(client, resource, studio):
    client.force_login(make_person(studio, "lead"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(change_url(resource)).status_code in (302, 403)
