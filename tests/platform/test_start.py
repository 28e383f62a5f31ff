"""The address without a studio."""

import pytest

from tests.factories import make_company, make_person, make_studio

pytestmark = pytest.mark.django_db


def test_strangers_sign_in_first(client):
    assert client.get("/").url == "/accounts/login/?next=/"


def test_own_studio_comes_before_others_of_the_company(client):
    first = make_studio()
    own = make_studio(company=first.company)
    client.force_login(make_person(own, "member"))
    assert client.get("/").url == f"/s/{own.slug}/"


def test_colleagues_enter_a_studio_of_their_company(client, studio):
    client.force_login(make_person(studio))
    assert client.get("/").url == f"/s/{studio.slug}/"


def test_person_without_a_studio_is_told_what_to_do(client, studio):
    client.force_login(make_person(company=make_company()))
    answer = client.get("/")
    assert answer.status_code == 200
    assert "Ask the office" in answer.content.decode()
