"""What surrounds every page."""

import re

from studio.kit.menu import MenuItem, menu
from tests.factories import make_person, make_studio

ADDRESS = "/s/here/kit/members/"


def test_the_switcher_shows_the_studios_a_person_may_enter_with_their_lead(sign_in, office, studio):
    from datetime import date

    from studio.organisation.models import Membership, StudioLead

    StudioLead.objects.create(studio=studio, person=make_person(studio, name_en="The Lead"), from_date=date(2016, 1, 1))
    second = make_studio(name_en="Second Studio")
    make_studio(name_en="Canary Studio")
    Membership.objects.create(studio=second, person=office, role="member", from_date=date(2016, 1, 1))
    client = sign_in(office)
    assert "Led by The Lead" in client.get(ADDRESS).content.decode()
    for headers in ({}, {"HX-Request": "true"}):
        page = client.get("/studios/", headers=headers).content.decode()
        assert "Led by The Lead" in page and "Second Studio" in page and "Canary" not in page


def test_the_theme_of_the_cookie_is_drawn_by_the_server(sign_in, office):
    client = sign_in(office)
    assert "data-bs-theme" not in client.get(ADDRESS).content.decode()
    client.cookies["theme"] = "dark"
    assert '<html lang="en" data-bs-theme="dark">' in client.get(ADDRESS).content.decode()
    client.cookies["theme"] = '"><script>'
    assert '<html lang="en">' in client.get(ADDRESS).content.decode()


def test_pages_have_no_inline_style_or_script(sign_in, office, people):
    people(1)
    page = sign_in(office).get(ADDRESS).content.decode()
    assert not re.search(r"\sstyle=|<style|\son\w+=|hx-on", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_the_menu_offers_what_the_roles_open(sign_in, office, studio, monkeypatch):
    monkeypatch.setattr(menu, "_items", {})
    MenuItem("kit-a", "Alpha", "kitpages:group_list", "users", "groups", 1).register()
    MenuItem("kit-b", "Beta", "kitpages:member_list", "", "groups", 2, parent="kit-a").register()
    MenuItem("kit-c", "Gamma", "kitpages:member_list", "", "audit", 3).register()
    MenuItem("kit-d", "Delta", "kitpages:nowhere", "", "groups", 4).register()
    page = sign_in(office).get(ADDRESS, {"discipline": "static"}).content.decode()
    assert "Alpha" in page and "Gamma" not in page and "Delta" not in page
    assert re.search(r'href="/s/here/kit/members/\?discipline=static" aria-current="page">Beta', page)
