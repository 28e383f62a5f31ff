"""The first page of an empty installation: one link, once, all or nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disciplines.models import Discipline, Group
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.home import first_run
from studio.organisation.actions import first_link
from studio.organisation.models import Base, Company, Person, Studio
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db
TYPED = {
    "person_name": "赵伟",
    "person_name_en": "",
    "login": "zhao",
    "password": "pump-overhaul-7",
    "language": "zh-hans",
    "company_name": "示例石化",
    "company_name_en": "",
    "company_code": "demo",
    "studio_name": "",
    "studio_name_en": "First Studio",
    "studio_slug": "first",
    "founded_on": "2016-05-01",
    "base_1": "实训基地",
    "base_2": "Result display",
    "base_3": "",
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.PRIVATE_DIR = tmp_path


@pytest.fixture
def address():
    return first_link.new_link().partition("8000")[2]


def typed(**changes):
    chosen = [one.pk for one in Discipline.objects.all()]
    return {**TYPED, "disciplines": chosen, **changes}


def test_the_page_makes_everything_and_signs_in(client, address):
    assert client.get(address).status_code == 200
    page = client.post(address, typed(), follow=True)
    studio = Studio.objects.get()
    assert page.request["PATH_INFO"] == f"/s/{studio.slug}/"
    person = Person.objects.get(login="zhao")
    assert person.is_staff and person.check_password(TYPED["password"]) and person.language == "zh-hans"
    assert page.wsgi_request.user == person
    assert Group.objects.filter(studio=studio).count() == 4
    assert list(Base.objects.values_list("name", "name_en")) == [("实训基地", ""), ("", "Result display")]
    assert AuditRow.objects.filter(verb="installation.begin", studio_id=studio.pk).exists()


def test_the_link_works_once(client, address):
    client.post(address, typed())
    client.logout()
    assert client.get(address).status_code == 404
    assert client.post(address, typed(login="second", company_code="other", studio_slug="other")).status_code == 404
    assert Studio.objects.count() == 1


def test_a_link_is_closed_by_any_administrator_by_time_and_by_the_next_link(client, address, monkeypatch):
    later = timezone.now() + first_link.VALID_FOR + timedelta(minutes=1)
    with monkeypatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        assert client.get(address).status_code == 404
    newer = first_link.new_link().partition("8000")[2]
    assert client.get(address).status_code == 404
    assert client.get(newer).status_code == 200
    make_person(make_studio(), "office", is_staff=True)
    assert client.get(newer).status_code == 404


def test_nothing_opens_without_the_secret(client):
    assert client.get(reverse("first_run", kwargs={"secret": "guess"})).status_code == 404
    first_link.new_link()
    page = client.get(reverse("first_run", kwargs={"secret": "guess"}))
    assert page.status_code == 404
    assert "prints a new one" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"person_name": ""}, "Give a name in Chinese or in English."),
        ({"password": "12345678"}, "password"),
        ({"studio_slug": "no spaces please"}, "Use Latin letters, digits and hyphens only"),
        ({"founded_on": "2016-02-30"}, "Founded on"),
        ({"founded_on": "2999-01-01"}, "from 1949 until today"),
        ({"login": "zhao\x00"}, "Sign-in name"),
        ({"company_name": "x" * 10_000}, "Chinese name"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_lost(client, address, changes, said):
    page = client.post(address, typed(**changes))
    assert page.status_code == 422
    text = page.content.decode()
    assert said in text and 'value="First Studio"' in text
    assert not Company.objects.exists()
    assert client.get(address).status_code == 200, "the link is still there"


def test_of_two_at_once_one_wins_and_the_failed_one_gives_the_link_back(address):
    secret = address.rstrip("/").rpartition("/")[2]
    with first_link.used_up(secret), pytest.raises(Refused), first_link.used_up(secret):
        pass
    assert not list(first_link._kept_at().parent.glob("first-run*"))
    secret = first_link.new_link().rstrip("/").rpartition("/")[2]
    with pytest.raises(ZeroDivisionError), first_link.used_up(secret):
        raise ZeroDivisionError
    first_link.check(secret)


def test_the_first_steps_lead_to_the_first_briefing(client, address):
    client.post(address, typed())
    studio = Studio.objects.get()
    page = client.get(reverse("home:tasks", kwargs={"studio": studio.slug})).content.decode()
    assert reverse("reports:report_new", kwargs={"studio": studio.slug}) in page
    client.force_login(make_person(studio, "member"))
    assert "First steps" not in client.get(reverse("home:tasks", kwargs={"studio": studio.slug})).content.decode()


def test_a_taken_name_is_told(client, address):
    make_person(make_studio(slug="first"), login="zhao")
    page = client.post(address, typed())
    assert page.status_code == 409
    assert first_run.Person.objects.filter(login="zhao").count() == 1
