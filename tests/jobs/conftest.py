import pytest

from studio.jobs import actions
from tests.factories import make_person, make_studio
from tests.jobs import trial


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def person(studio):
    return make_person(studio, "member", name_en="Mei Lin")


@pytest.fixture
def submit(studio, person):
    """Ask for a trial job as ``person``."""

    def ask(key="trial.simple", actor=None, **params):
        return actions.submit(key, params, actor or person, studio)

    return ask


__all__ = ["trial"]
