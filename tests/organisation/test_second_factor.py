"""Administrators, finance and external assessors need a second step where the installation asks for it."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db
PASSWORD = "quiet-turbine-7"
SET_UP = "/accounts/2fa/"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    cache.clear()


@pytest.fixture
def studio():
    return make_studio()


def with_app(person):
    """``person`` with an authenticator app."""
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return person


@pytest.mark.parametrize(
    ("role", "is_staff", "asked"),
    [("finance", False, True), ("assessor", False, True), (None, True, True), ("lead", False, False)],
)
def test_who_is_asked(client, studio, role, is_staff, asked):
    client.force_login(make_person(studio, role, is_staff=is_staff))
    home = f"/s/{studio.slug}/"
    answer = client.get(home)
    assert (answer.status_code, answer.get("Location")) == ((302, SET_UP) if asked else (200, None))
    assert client.get("/admin/").get("Location") != "/" if not is_staff else client.get("/admin/").url == SET_UP
    page = client.get(SET_UP)
    assert page.status_code == 200
    assert ("Your role asks for it" in page.content.decode()) is asked


def test_parts_of_a_page_lead_there_as_a_whole(client, studio):
    client.force_login(make_person(studio, "finance"))
    answer = client.get(f"/s/{studio.slug}/tasks/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == SET_UP


def test_with_the_app_everything_opens_and_it_stays(client, studio):
    person = with_app(make_person(studio, "finance"))
    person.set_password(PASSWORD)
    person.save()
    client.force_login(person)
    assert client.get(f"/s/{studio.slug}/").status_code == 200
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post(SET_UP + "totp/deactivate/")
    assert person.authenticator_set.exists()


def test_not_asked_where_the_installation_does_not(client, studio, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    client.force_login(make_person(studio, "finance"))
    assert client.get(f"/s/{studio.slug}/").status_code == 200
