"""One studio with an office account, and the kit's test pages mounted."""

import pytest

from disciplines.models import Discipline
from tests.factories import join_group, make_group, make_person, make_studio

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def _pages(settings, db):
    settings.ROOT_URLCONF = "tests.kit.urls"


@pytest.fixture
def studio():
    return make_studio(slug="here", name_en="Here")


@pytest.fixture
def office(studio):
    return make_person(studio, "office", name_en="Office Person")


@pytest.fixture
def member(studio):
    return make_person(studio, "member", name_en="Plain Member")


@pytest.fixture
def group(studio):
    return make_group(studio, Discipline.objects.get(key="rotating"))


@pytest.fixture
def sign_in(client):
    def enter(person):
        client.force_login(person, backend=BACKEND)
        return client

    return enter


@pytest.fixture
def people(studio, group):
    """Make ``count`` members of the group and return their rows."""

    def make(count):
        return [join_group(group, make_person(studio, name_en=f"Name {n:03}")) for n in range(count)]

    return make
