"""What a signed-in person was refused leaves one row, without words that could name people."""

import pytest
from django.urls import reverse

from studio.audit.models import AuditRow
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


def url(studio, name, **kwargs):
    return reverse(name, kwargs={"studio": studio.slug, **kwargs})


def test_a_closed_page_is_noted_with_page_and_person(client, studio):
    member = make_person(studio, "member")
    client.force_login(member)
    assert client.get(url(studio, "audit:log")).status_code == 403
    row = AuditRow.objects.get(verb="refused")
    assert (row.actor_id, row.studio_id) == (member.pk, studio.pk)
    assert row.facts["page"] == "audit:log"
    assert (row.object_type, row.reason) == ("", "")  # in nobody's history, and no words


def test_an_act_is_noted_with_the_record_it_was_tried_on(client, studio):
    office = make_person(studio, "office")
    client.force_login(office)
    form = {"person": office.pk, "role": "judge", "from_date": "2021-01-01"}
    assert client.post(url(studio, "organisation:membership_new"), form).status_code == 409
    row = AuditRow.objects.get(verb="refused")
    assert (row.facts["model"], row.facts["method"], row.facts["status"]) == ("organisation.membership", "POST", 409)


def test_a_refusal_told_on_the_next_page_is_noted_too(client, studio):
    lead = make_person(studio, "lead")
    client.force_login(lead)
    address = url(studio, "files:upload", owner_type="organisation.honour", owner_id=0)
    assert client.post(address).status_code == 404
    assert not AuditRow.objects.filter(verb="refused").exists()


def test_strangers_and_what_is_not_there_leave_no_row(client, studio):
    assert client.get(url(studio, "audit:log")).status_code == 302
    client.force_login(make_person(make_studio(), "lead"))
    assert client.get(url(studio, "audit:log")).status_code == 404
    assert not AuditRow.objects.filter(verb="refused").exists()


def test_the_lead_reads_refusals_in_words(client, studio):
    client.force_login(make_person(studio, "member"))
    client.get(url(studio, "organisation:honour_new"))
    client.force_login(make_person(studio, "lead"))
    page = client.get(url(studio, "audit:log")).content.decode()
    assert "Refused" in page
    assert "honour" in page
