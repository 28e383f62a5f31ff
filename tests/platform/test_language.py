"""A person's own choice beats the cookie, the cookie beats the browser."""

import pytest

pytestmark = pytest.mark.django_db


def language_of(answer):
    return answer.headers["Content-Language"]


def test_browser_decides_for_strangers(client):
    assert language_of(client.get("/accounts/login/", headers={"accept-language": "zh-CN,zh;q=0.9"})) == "zh-hans"
    assert language_of(client.get("/accounts/login/", headers={"accept-language": "fr"})) == "en"


def test_choice_is_kept_in_a_cookie_and_with_the_person(client, person):
    answer = client.post("/i18n/setlang/", {"language": "zh-hans", "next": "/accounts/login/"})
    assert answer.url == "/accounts/login/"
    assert language_of(client.get("/accounts/login/")) == "zh-hans"
    client.force_login(person)
    client.post("/i18n/setlang/", {"language": "en"})
    person.refresh_from_db()
    assert person.language == "en"
    client.cookies["django_language"] = "zh-hans"
    assert language_of(client.get("/accounts/2fa/")) == "en"


@pytest.mark.parametrize("code", ["xx", "", "zh-hans\x00", "a" * 10_000])
def test_unknown_language_changes_nothing(client, person, code):
    client.force_login(person)
    assert client.post("/i18n/setlang/", {"language": code}).status_code == 302
    person.refresh_from_db()
    assert person.language == ""


def test_reading_the_address_changes_nothing(client, person):
    client.force_login(person)
    client.get("/i18n/setlang/?language=zh-hans")
    person.refresh_from_db()
    assert person.language == ""
