"""Local accounts: invited people only, throttled, and silent about who exists."""

import re

import pytest
from django.core.cache import cache

from tests.platform.conftest import PASSWORD

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _no_earlier_failures():
    cache.clear()


def attempt(client, login, password, **headers):
    return client.post(LOGIN, {"login": login, "password": password}, headers=headers)


@pytest.mark.parametrize("login", ["zhou", "ZHOU", " zhou "])
def test_sign_in_by_login_without_regard_to_case(client, person, login):
    answer = attempt(client, login, PASSWORD)
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)


def test_sign_in_leads_back_to_the_page_asked_for_but_never_elsewhere(client, person):
    answer = client.post(LOGIN + "?next=/accounts/2fa/", {"login": "zhou", "password": PASSWORD})
    assert answer.url == "/accounts/2fa/"
    client.logout()
    answer = client.post(LOGIN + "?next=https://evil.example/", {"login": "zhou", "password": PASSWORD})
    assert answer.url == "/"


def test_session_id_changes_at_sign_in(client, person):
    client.get(LOGIN)
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    attempt(client, "zhou", PASSWORD)
    assert client.session.session_key != before


def without_changing_parts(answer):
    text = answer.content.decode()
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
    return re.sub(r'name="login" value="[^"]*"', "", text).replace("nobody", "zhou")


def test_unknown_and_known_people_get_the_same_answer(client, person):
    known, unknown = attempt(client, "zhou", "wrong"), attempt(client, "nobody", "wrong")
    assert known.status_code == unknown.status_code == 200
    assert without_changing_parts(known) == without_changing_parts(unknown)


def test_closed_account_cannot_sign_in_and_an_open_session_ends(client, person):
    attempt(client, "zhou", PASSWORD)
    assert client.get("/accounts/2fa/").status_code == 200
    type(person).objects.filter(pk=person.pk).update(is_active=False)
    assert client.get("/accounts/2fa/").status_code == 302
    assert attempt(client, "zhou", PASSWORD).status_code == 302
    assert client.get("/accounts/2fa/").status_code == 302


def test_ten_failures_lock_even_the_right_password(client, person):
    for _ in range(10):
        attempt(client, "zhou", "wrong")
    answer = attempt(client, "zhou", PASSWORD)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session
    assert "Too many failed attempts" in answer.content.decode()


def test_locking_says_nothing_about_who_exists(client, person):
    for _ in range(11):
        known, unknown = attempt(client, "zhou", "wrong"), attempt(client, "nobody", "wrong")
    assert without_changing_parts(known) == without_changing_parts(unknown)


def test_others_can_sign_in_while_one_is_locked(client, person, studio):
    from tests.factories import make_person

    other = make_person(studio, "member", login="wang")
    other.set_password(PASSWORD)
    other.save()
    for _ in range(10):
        attempt(client, "zhou", "wrong")
    assert attempt(client, "wang", PASSWORD).status_code == 302


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "password/set/"])
def test_nobody_signs_up_or_comes_back_by_mail(client, path):
    assert client.get("/accounts/" + path).status_code == 404


def test_signing_out_needs_a_form(client, person):
    client.force_login(person)
    assert client.get("/accounts/logout/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/accounts/logout/").url == LOGIN
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("short", "at least 8"),
        ("password123", "too common"),
        ("90817263541", "entirely numeric"),
        ("ying-turbine", "too similar"),
    ],
)
def test_weak_passwords_are_refused(client, person, new, reason):
    client.force_login(person)
    answer = client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == 200
    assert reason in answer.content.decode()


def test_password_can_be_changed(client, person):
    client.force_login(person)
    new = "calm-rotor-42"
    answer = client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == 302
    person.refresh_from_db()
    assert person.check_password(new)


def test_second_step(client, person):
    """An authenticator app, set up by its owner, is asked for at the next sign-in; a recovery code replaces it."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal import auth as totp

    attempt(client, "zhou", PASSWORD)
    asked = client.get("/accounts/2fa/totp/activate/")
    assert asked.url.startswith("/accounts/reauthenticate/")
    assert client.get(asked.url).status_code == 200
    page = client.post(asked.url, {"password": PASSWORD}, follow=True)
    assert "data:image/svg+xml" in page.content.decode()
    secret = page.context["form"].secret
    code = now_code(totp, secret)
    assert client.post("/accounts/2fa/totp/activate/", {"code": code}).status_code == 302
    codes = RecoveryCodes(person.authenticator_set.get(type="recovery_codes")).get_unused_codes()
    client.post("/accounts/logout/")

    answer = attempt(client, "zhou", PASSWORD)
    assert answer.url.startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    assert client.get(answer.url).status_code == 200
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.post("/accounts/2fa/authenticate/", {"code": codes[0]}).status_code == 302
    assert "_auth_user_id" in client.session
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for page in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
        assert client.get("/accounts/2fa/" + page).status_code == 200, page


def now_code(totp, secret):
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def test_admin_sends_to_the_same_sign_in(client):
    assert client.get("/admin/", follow=True).request["PATH_INFO"] == LOGIN


def test_admin_is_for_administrators(client, person):
    client.force_login(person)
    assert client.get("/admin/").status_code in {302, 403}


@pytest.mark.parametrize(
    "page", ["/accounts/login/", "/accounts/logout/", "/accounts/password/change/", "/accounts/2fa/"]
)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_stand_in_both_languages(client, person, page, language):
    if page != LOGIN:
        type(person).objects.filter(pk=person.pk).update(language=language)
        client.force_login(person)
    answer = client.get(page, headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'lang="{language.replace("hans", "Hans")}"'.lower() in answer.content.decode().lower()
