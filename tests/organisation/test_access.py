"""The grammar of the table of rights, where no area of the product shows it alone."""

from datetime import date

import pytest

from studio.organisation.access import Area, areas
from studio.organisation.models import Membership
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(monkeypatch):
    """Memberships under an area of their own, which some see only while they are in force."""
    made = Area("in_states", "In states", lead="V:in_force", office="V", finance="E:assigned", admin="V:in_force")
    monkeypatch.setitem(areas._items, "in_states", made)
    monkeypatch.setattr(Membership, "area", "in_states")
    return made


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def ended(studio):
    row = Membership.objects.get(person=make_person(studio, "member"))
    row.to_date = date(2020, 1, 1)
    row.save()
    return row


@pytest.mark.parametrize(("role", "sees"), [("lead", False), ("office", True), ("finance", False), ("admin", False)])
def test_a_scope_may_be_a_state_of_the_record(area, studio, ended, role, sees):
    person = make_person(studio, is_staff=True) if role == "admin" else make_person(studio, role)
    running = Membership.objects.get(person=make_person(studio, "member"))
    visible = Membership.objects.visible_to(person, studio)
    assert (ended in visible, area.permits("view", person, ended)) == (sees, sees)
    if role != "finance":
        assert running in visible and area.permits("view", person, running)


def test_a_cell_narrows_what_the_administrator_flag_grants(area, ended):
    assert area.scopes(frozenset({"admin"}), "view") == {"in_force"}
    assert area.scopes(frozenset({"admin"}), "approve") == {"all"}
    assert area.scopes(frozenset({"admin", "office"}), "view") == {"all"}
    assert ended not in Membership.objects.open_to_administrators()
    assert Membership.objects.in_force().exists() == Membership.objects.open_to_administrators().exists()


def test_an_area_without_that_cell_is_open_to_administrators(ended):
    assert ended in Membership.objects.open_to_administrators()
