"""Administrators keep the catalogues and mend texts in the Django admin; money, states and days are only shown."""

import pytest
from django.urls import reverse

from studio.regulations.models import Meeting, RegulationKind, Spend
from tests.factories import make_person
from tests.regulations.conftest import BACKEND
from tests.regulations.factories import add_review, confirm, kind, make_meeting, make_spend
from tests.regulations.test_pages import one_of_each


@pytest.fixture
def administrator(client, db):
    person = make_person(is_staff=True)
    client.force_login(person, backend=BACKEND)
    return person


def change_url(record):
    return reverse(f"admin:regulations_{record._meta.model_name}_change", args=[record.pk])


def test_everything_is_listed_and_shown(client, administrator, studio):
    records = one_of_each(studio)
    version = records["version"]
    more = [confirm(version, administrator), add_review(version, version.effective_on, version.review_due), kind()]
    for record in (*records.values(), *more):
        assert client.get(reverse(f"admin:regulations_{record._meta.model_name}_changelist")).status_code == 200
        assert client.get(change_url(record)).status_code == 200


def test_a_kind_is_added_without_code(client, administrator):
    url = reverse("admin:regulations_regulationkind_add")
    assert client.post(url, {"key": "new", "name": "新制度", "name_en": "", "order": "30"}).status_code == 302
    assert str(RegulationKind.objects.get(key="new")) == "新制度"


def test_texts_are_mended_but_not_states(client, administrator, studio):
    meeting = make_meeting(studio, title_en="Wrong")
    data = {"title_en": "Right", "kind": "monthly", "planned_on": "2021-03-01", "version_read": meeting.version}
    assert client.post(change_url(meeting), {**data, "state": "held", "held_on": "2021-03-01"}).status_code == 302
    after = Meeting.objects.get()
    assert (after.title_en, after.state, after.held_on) == ("Right", "planned", None)


def test_money_is_only_shown(client, administrator, studio):
    fund = one_of_each(studio)["fund"]
    spend = make_spend(fund, "12.00")
    data = {"purpose": "Mended", "category": spend.category_id, "amount": "99", "voucher": "X", "version_read": 1}
    assert client.post(change_url(spend), data).status_code == 302
    after = Spend.objects.get(pk=spend.pk)
    assert (after.purpose, after.amount, after.voucher) == ("Mended", spend.amount, spend.voucher)
