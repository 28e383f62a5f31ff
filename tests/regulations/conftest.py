import pytest
from django.urls import reverse

from tests.factories import make_discipline, make_group, make_leader, make_person, make_studio
from tests.regulations.factories import make_regulation

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ROLES = ("lead", "office", "member", "trainer", "judge", "appraiser", "finance", "manager", "assessor")


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def discipline(db):
    return make_discipline()


@pytest.fixture
def people(studio, discipline):
    """One person per role; ``leader`` leads the group of ``discipline``."""
    found = {role: make_person(studio, role) for role in ROLES}
    found["leader"] = make_leader(make_group(studio, discipline))
    found["admin"] = make_person(is_staff=True)
    found["participant"] = make_person(studio)
    return found


@pytest.fixture
def regulation(studio, people):
    return make_regulation(studio, owner=people["office"])


@pytest.fixture
def at(client, studio):
    """``at(person, "version_list")`` gets a page of the app as ``person``; with ``data`` posts to it."""
    signed_in = []

    def ask(person, name, *, data=None, query="", headers=None, studio=studio, **kwargs):
        if signed_in != [person]:
            client.force_login(person, backend=BACKEND)
            signed_in[:] = [person]
        url = reverse(f"regulations:{name}", kwargs={"studio": studio.slug, **kwargs}) + query
        return client.get(url, headers=headers) if data is None else client.post(url, data, headers=headers)

    return ask
