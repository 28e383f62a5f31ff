from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.appraisals.factories import make_batch, make_occupation
from tests.factories import make_discipline, make_group, make_leader, make_person, make_studio


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def discipline(db):
    return make_discipline()


@pytest.fixture
def occupation(discipline):
    return make_occupation(discipline)


@pytest.fixture
def open_batch(studio, occupation):
    """Takes applications for another ten days."""
    today = timezone.localdate()
    days = {"closes_on": today + timedelta(days=10), "exam_on": today + timedelta(days=30)}
    return make_batch(studio, occupation, state="open", **days)


@pytest.fixture
def examined(studio, occupation):
    return make_batch(studio, occupation, state="examined")


@pytest.fixture
def office(studio):
    return make_person(studio, "office")


@pytest.fixture
def lead(studio):
    return make_person(studio, "lead")


@pytest.fixture
def member(studio):
    return make_person(studio, "member")


@pytest.fixture
def leader(studio, discipline):
    """Leads the group of ``discipline``."""
    return make_leader(make_group(studio, discipline))


@pytest.fixture
def at(client, studio):
    """``at(person, "appraisals:batch_list")`` gets a page as ``person``; with ``data`` posts to it."""

    signed_in = []

    def ask(person, name, *, data=None, query="", headers=None, studio=studio, **kwargs):
        if signed_in != [person]:
            client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
            signed_in[:] = [person]
        url = reverse(name, kwargs={"studio": studio.slug, **kwargs}) + query
        return client.get(url, headers=headers) if data is None else client.post(url, data, headers=headers)

    return ask
