"""Signing in and out, and failing to, are rows that belong to no studio."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from studio.audit.models import AuditRow
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db
PASSWORD = "quiet-turbine-7"


@pytest.fixture
def person():
    cache.clear()
    person = make_person(make_studio(), "member", login="zhou")
    person.set_password(PASSWORD)
    person.save()
    return person


def attempt(client, login, password):
    client.post("/accounts/login/", {"login": login, "password": password})


def rows(verb) -> list[tuple]:
    return [(row.actor_id, row.studio_id, row.facts) for row in AuditRow.objects.filter(verb=verb)]


def test_in_and_out(client, person):
    attempt(client, "zhou", PASSWORD)
    client.post("/accounts/logout/")
    assert rows("sign_in") == rows("sign_out") == [(person.pk, None, {})]


def test_failures_name_the_account_and_never_what_was_typed(client, person):
    attempt(client, "ZHOU", "wrong")
    attempt(client, PASSWORD, "zhou")  # the fields mixed up
    assert rows("sign_in.fail") == [(None, None, {"person": None}), (None, None, {"person": person.pk})]


def test_a_locked_account_notes_each_attempt(client, person):
    for _each in range(12):
        attempt(client, "zhou", "wrong")
    attempt(client, "zhou", PASSWORD)
    assert len(rows("sign_in.fail")) == 13
    assert rows("sign_in") == []


def test_administrators_read_them_and_leads_do_not(client, person):
    attempt(client, "zhou", PASSWORD)
    studio = person.memberships.get().studio
    for reader, seen in ((make_person(studio, "lead"), False), (make_person(studio, is_staff=True), True)):
        client.force_login(reader)
        page = client.get(reverse("audit:log", kwargs={"studio": studio.slug})).content.decode()
        assert ("Signed in" in page) is seen
