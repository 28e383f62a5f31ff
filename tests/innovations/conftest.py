"""A studio with one person per role, two disciplines, and the way in."""

import pytest

from tests.factories import join_group, make_discipline, make_group, make_leader, make_person, make_studio
from tests.innovations.factories import make_project

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def studio(db):
    return make_studio(slug="here")


@pytest.fixture
def group(studio):
    return make_group(studio, make_discipline())


@pytest.fixture
def other_group(studio):
    return make_group(studio, make_discipline())


@pytest.fixture
def people(studio, group):
    """One person per role by its key; ``leader`` leads ``group``, ``member`` belongs to it."""
    granted = ("lead", "office", "trainer", "judge", "appraiser", "finance", "manager", "assessor")
    found = {role: make_person(studio, role, name_en=role.title()) for role in granted}
    found["leader"] = make_leader(group)
    found["member"] = make_person(studio, "member")
    join_group(group, found["member"])
    found["participant"] = make_person(studio)
    found["admin"] = make_person(None, is_staff=True)
    return found


@pytest.fixture
def project(studio, group, people):
    """A running project of the member, in the leader's discipline."""
    return make_project(studio, people["member"], discipline=group.discipline)


@pytest.fixture
def sign_in(client):
    def enter(person):
        client.force_login(person, backend=BACKEND)
        return client

    return enter
