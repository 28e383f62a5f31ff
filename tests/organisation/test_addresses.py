"""The studio in the address: earlier names lead on, a parent studio looks into its branches."""

import pytest

from studio.organisation.models import StudioAlias
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db
LISTS = ("", "training/sessions/", "training/attendance/", "innovations/claims/", "people/", "assessments/visits/")


def test_an_earlier_address_leads_to_the_same_page(client):
    studio = make_studio(slug="now")
    StudioAlias.objects.create(studio=studio, slug="before")
    client.force_login(make_person(studio, "lead"))
    answer = client.get("/s/before/training/sessions/?period=2021")
    assert (answer.status_code, answer.url) == (308, "/s/now/training/sessions/?period=2021")


def test_an_earlier_address_says_nothing_to_strangers(client):
    StudioAlias.objects.create(studio=make_studio(slug="now"), slug="before")
    client.force_login(make_person(make_studio(), "lead"))
    assert client.get("/s/before/").status_code == 404


@pytest.mark.parametrize(("role", "status"), [("lead", 200), ("office", 200), ("manager", 200), ("member", 404)])
def test_whoever_runs_the_parent_studio_views_a_branch_of_another_company(client, role, status):
    parent = make_studio()
    branch = make_studio(parent=parent)
    client.force_login(make_person(parent, role))
    assert {client.get(f"/s/{branch.slug}/{page}").status_code for page in LISTS} == {status}


@pytest.mark.parametrize("page", ["training/sessions/new/", "people/new/", "names/new/", "audit/"])
def test_viewing_is_all_they_may(client, page):
    parent = make_studio()
    branch = make_studio(parent=parent)
    client.force_login(make_person(parent, "lead"))
    assert client.get(f"/s/{branch.slug}/{page}").status_code == 403


def test_a_branch_does_not_look_into_its_parent(client):
    parent = make_studio()
    client.force_login(make_person(make_studio(parent=parent), "lead"))
    assert client.get(f"/s/{parent.slug}/").status_code == 404
