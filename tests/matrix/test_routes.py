"""The authorisation matrix: every address of the product × every role × own and other studio.

``PAGES`` says for each named address below ``/s/<studio>/`` which right opens it. An address without its line fails
the suite. What a person may open follows from the table of rights (held against the paper in test_roles.py).
"""

import pytest
from django.contrib.admin import site
from django.test import Client, TestCase
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from studio.home.demonstration import CANARY, CANARY_EN, OTHER_SLUG, SLUG, load_demonstration
from studio.home.world import ACCOUNTS
from studio.organisation.models import Person, Studio
from tests.matrix.pages import OPEN_TO_ALL, PAGES

pytestmark = pytest.mark.xdist_group("demonstration")


def patterns(resolver=None, prefix="", names=()):
    """(full route, qualified name) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*names, entry.namespace) if entry.namespace else names
            yield from patterns(entry, route, inner)
        elif isinstance(entry, URLPattern):
            yield route, ":".join((*names, entry.name or "?"))


def studio_names() -> set[str]:
    """Names of all addresses inside a studio."""
    return {name for route, name in patterns() if route.startswith("s/<slug:studio>/")}


def open_names() -> set[str]:
    """Names of all addresses outside studios, the Django admin and allauth aside."""
    return {
        name
        for route, name in patterns()
        if not route.startswith(("s/<slug:studio>/", "admin/", "accounts/", "^static", "static"))
    }


def test_every_address_of_a_studio_has_its_line():
    assert studio_names() - set(PAGES) == set(), "new addresses need a line in tests/matrix/pages.py"
    assert set(PAGES) - studio_names() == set(), "lines without an address"


def test_every_address_outside_studios_is_known():
    assert open_names() - set(OPEN_TO_ALL) == set(), "a new address outside studios needs a line in OPEN_TO_ALL"


class RouteMatrix(TestCase):
    """Opens every page as every demonstration account."""

    @classmethod
    def setUpTestData(cls):
        load_demonstration()
        cls.own, cls.other = Studio.objects.get(slug=SLUG), Studio.objects.get(slug=OTHER_SLUG)
        cls.addresses = {name: (cls.address(cls.own, name), cls.address(cls.other, name)) for name in PAGES}

    @staticmethod
    def address(studio: Studio, name: str) -> str | None:
        """The page's address for the first suitable record of ``studio``; ``None`` when it takes no GET."""
        kwargs = PAGES[name].sample(studio)
        return None if kwargs is None else reverse(name, kwargs={"studio": studio.slug, **kwargs})

    def check(self, login: str | None):
        client = Client()
        person = None
        if login:
            person = Person.objects.get(login=login)
            client.force_login(person)
        for name, line in PAGES.items():
            own, other = self.addresses[name]
            with self.subTest(page=name):
                if own is None and line.optional:
                    continue
                self.assertIsNotNone(own, f"the demonstration holds no record for {name}")
                if not login:
                    self.assertIn(client.get(own).status_code, (302, 401), f"anonymous at {own}")
                    continue
                if login != "admin" and other:
                    answer = client.get(other)
                    self.assertEqual(answer.status_code, 404, f"{login} at {other}")
                    self.assert_nothing_foreign(answer, login, other)
                    mixed = other.replace(f"/{OTHER_SLUG}/", f"/{SLUG}/")
                    if mixed != own and line.model not in ("", "organisation.studio"):
                        self.assertIn(client.get(mixed).status_code, (403, 404), f"{login} at {mixed}")
                answer = client.get(own)
                expected = line.expected(person, self.own)
                self.assertIn(answer.status_code, expected, f"{login} at {own}")
                if login != "admin":
                    self.assert_nothing_foreign(answer, login, own)

    def assert_nothing_foreign(self, answer, login: str, address: str):
        """No canary word of the other studio stands in the answer."""
        if not answer.streaming:
            text = answer.content.decode(errors="replace")
            self.assertNotIn(CANARY_EN, text, f"{login} sees the other studio at {address}")
            self.assertNotIn(CANARY, text, f"{login} sees the other studio at {address}")

    def test_the_administration_opens_every_model_to_administrators_only(self):
        admin, lead = Client(), Client()
        admin.force_login(Person.objects.get(login="admin"))
        lead.force_login(Person.objects.get(login="lead"))
        for model, options in site._registry.items():
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            answer = admin.get(reverse(f"{name}_changelist"))
            record = options.get_queryset(answer.wsgi_request).first()
            pages = [reverse(f"{name}_changelist"), *([reverse(f"{name}_change", args=[record.pk])] if record else [])]
            for page in pages:
                with self.subTest(page=page):
                    # Groups, addresses and second factors are the business of nobody here.
                    allowed = options.has_view_permission(answer.wsgi_request)
                    self.assertEqual(admin.get(page).status_code, 200 if allowed else 403)
                    self.assertEqual(lead.get(page).status_code, 302)


def _case(login):
    def test(self):
        self.check(login)

    return test


for _login in ["admin", *ACCOUNTS]:
    setattr(RouteMatrix, f"test_as_{_login}", _case(_login))
RouteMatrix.test_as_anonymous = _case(None)
