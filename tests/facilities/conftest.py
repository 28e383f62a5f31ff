import pytest
from django.urls import reverse

from tests.facilities.factories import make_room
from tests.factories import make_discipline, make_group, make_leader, make_person, make_studio


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def discipline(db):
    return make_discipline()


@pytest.fixture
def room(studio):
    return make_room(studio)


@pytest.fixture
def office(studio):
    return make_person(studio, "office")


@pytest.fixture
def member(studio):
    return make_person(studio, "member")


@pytest.fixture
def leader(studio, discipline):
    """Leads the group of ``discipline``."""
    return make_leader(make_group(studio, discipline))


@pytest.fixture
def at(client, studio):
    """``at(person, "facilities:room_list")`` gets a page as ``person``; with ``data`` posts to it."""

    signed_in = []

    def ask(person, name, *, data=None, query="", studio=studio, **kwargs):
        if signed_in != [person]:
            client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
            signed_in[:] = [person]
        url = reverse(name, kwargs={"studio": studio.slug, **kwargs}) + query
        return client.get(url) if data is None else client.post(url, data)

    return ask
