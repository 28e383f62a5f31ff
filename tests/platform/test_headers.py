"""What every answer carries: quality section 3."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
OPEN_PAGES = ["/accounts/login/", "/healthz", "/readyz", "/no-such-page/"]


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_open_pages_are_guarded(client, path):
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["connect-src"] == policy["form-action"] == "'self'"
    assert policy["img-src"] == "'self' data:"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_pages_of_signed_in_people_are_never_stored(client, person):
    client.force_login(person)
    assert "no-store" in client.get("/accounts/2fa/").headers["Cache-Control"]


def test_anonymous_pages_elsewhere_say_nothing_about_storing(client):
    assert "no-store" not in client.get("/no-such-page/").headers.get("Cache-Control", "")


def test_page_that_sets_a_session_is_never_stored(client, person):
    answer = client.post("/accounts/login/", {"login": "zhou", "password": "quiet-turbine-7"})
    assert answer.status_code == 302
    assert "no-store" in answer.headers["Cache-Control"]


def test_pages_are_compressed_and_downloads_keep_their_length(client):
    page = client.get("/accounts/login/", headers={"accept-encoding": "gzip"})
    assert page.headers.get("Content-Encoding") == "gzip"
    assert "Content-Encoding" not in client.get("/healthz", headers={"accept-encoding": "gzip"}).headers


def test_cookies_are_out_of_reach_of_scripts(client, person):
    client.post("/accounts/login/", {"login": "zhou", "password": "quiet-turbine-7"})
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


def test_forged_form_is_refused(person):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/accounts/login/", {"login": "zhou", "password": "quiet-turbine-7"})
    assert answer.status_code == 403
    assert "This page has grown old" in answer.content.decode()
