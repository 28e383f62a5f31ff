import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


def home_of(client, person, studio):
    client.force_login(person)
    return client.get(reverse("home:home", kwargs={"studio": studio.slug}))


@pytest.mark.parametrize("role", ["finance", "assessor"])
def test_far_reaching_roles_set_it_up_first(client, role):
    studio = make_studio()
    answer = home_of(client, make_person(studio, role), studio)
    assert answer.url == reverse("mfa_activate_totp")


def test_administrators_too_and_in_the_admin(client):
    client.force_login(make_person(make_studio(), is_staff=True))
    assert client.get("/admin/").url == reverse("mfa_activate_totp")


@pytest.mark.parametrize("role", ["lead", "office", "member"])
def test_others_may_do_without(client, role):
    studio = make_studio()
    assert home_of(client, make_person(studio, role), studio).status_code == 200


def test_whoever_has_one_goes_on(client):
    studio = make_studio()
    person = make_person(studio, "finance")
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert home_of(client, person, studio).status_code == 200


def test_signing_out_and_the_language_stay_reachable(client):
    person = make_person(make_studio(), "finance")
    client.force_login(person)
    assert client.post(reverse("account_logout")).url != reverse("mfa_activate_totp")
