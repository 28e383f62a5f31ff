import pytest

from studio.jobs.models import Job
from tests.factories import make_person, make_studio

PASSWORD = "quiet-turbine-7"


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def person(studio):
    """A member who can sign in with ``PASSWORD``."""
    person = make_person(studio, "member", login="zhou", name="周颖", name_en="Ying Turbine")
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def a_job(studio, person):
    return Job.objects.create(studio=studio, actor=person, key="reports.render", fingerprint="f")
