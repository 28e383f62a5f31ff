import pytest
from django.urls import reverse

from tests.competitions.factories import make_competition, make_event, make_judge
from tests.factories import make_discipline, make_group, make_leader, make_person, make_studio


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def discipline(db):
    return make_discipline()


@pytest.fixture
def ours(studio, discipline):
    """A competition that the studio organises."""
    return make_competition(studio, discipline=discipline)


@pytest.fixture
def elsewhere(studio, discipline):
    """A competition that it attends."""
    return make_competition(studio, "attended", discipline=discipline, level="provincial")


@pytest.fixture
def held(ours):
    """An own event whose marks are being given."""
    return make_event(ours, "held")


@pytest.fixture
def judge(held):
    return make_judge(held)


@pytest.fixture
def office(studio):
    return make_person(studio, "office")


@pytest.fixture
def leader(studio, discipline):
    """Leads the group of ``discipline``."""
    return make_leader(make_group(studio, discipline))


@pytest.fixture
def at(client, studio):
    """``at(person, "competitions:event_list")`` gets a page as ``person``; with ``data`` posts to it."""
    signed_in = []

    def ask(person, name, *, data=None, query="", studio=studio, **kwargs):
        if signed_in != [person]:
            client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
            signed_in[:] = [person]
        url = reverse(name, kwargs={"studio": studio.slug, **kwargs}) + query
        return client.get(url) if data is None else client.post(url, data)

    return ask
