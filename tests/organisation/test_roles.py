"""Roles given and taken: never the own, never above the own, always with an audit row."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from disciplines.models import GroupMembership
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.organisation import actions
from studio.organisation.access import rights
from studio.organisation.models import Membership, Person
from tests.factories import join_group, make_group, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


@pytest.mark.parametrize("role", ["member", "lead", "finance"])
@pytest.mark.parametrize("actor", ["lead", "office", "admin"])
def test_nobody_raises_the_own_rights(studio, actor, role):
    person = make_person(studio, None if actor == "admin" else actor, is_staff=actor == "admin")
    with pytest.raises(Refused, match="to themselves"):
        actions.give_role(person, studio, person=person, role=role)


@pytest.mark.parametrize(
    ("actor", "role", "allowed"),
    [
        ("lead", "finance", True),
        ("lead", "lead", True),
        ("office", "member", True),
        ("office", "trainer", True),
        ("office", "finance", False),
        ("office", "lead", False),
        ("office", "office", False),
        ("member", "member", False),
        ("manager", "member", False),
        ("participant", "member", False),
    ],
)
def test_nobody_gives_more_than_they_may(studio, actor, role, allowed):
    giver = make_person(studio, None if actor == "participant" else actor)
    person = make_person(studio)
    if not allowed:
        with pytest.raises(Refused, match="may not give this role"):
            actions.give_role(giver, studio, person=person, role=role)
        assert not Membership.objects.filter(person=person).exists()
        return
    membership = actions.give_role(giver, studio, person=person, role=role)
    row = AuditRow.objects.get(verb="role.give")
    assert (row.actor_id, row.studio_id, row.object_id) == (giver.pk, studio.pk, str(membership.pk))
    assert (row.facts["person"], row.facts["role"]) == (person.pk, role)


def test_a_group_leader_gives_no_roles(studio):
    leader = make_person(studio, "member")
    join_group(make_group(studio), leader, "leader")
    with pytest.raises(Refused):
        actions.give_role(leader, studio, person=make_person(studio), role="member")


def test_an_external_assessor_needs_an_end(studio):
    lead, guest = make_person(studio, "lead"), make_person(company=None)
    with pytest.raises(Refused, match="needs an end"):
        actions.give_role(lead, studio, person=guest, role="assessor")
    actions.give_role(lead, studio, person=guest, role="assessor", to_date=date(2099, 1, 1))
    assert rights(guest, studio).roles == {"assessor"}


def test_a_role_held_already_is_not_given_twice(studio):
    lead, person = make_person(studio, "lead"), make_person(studio, "member")
    with pytest.raises(Refused, match="already"):
        actions.give_role(lead, studio, person=person, role="member")


def test_rights_end_the_day_after_the_last_day(studio):
    lead, person = make_person(studio, "lead"), make_person(studio, "finance")
    membership = Membership.objects.get(person=person)
    actions.end_role(membership, lead, to_date=timezone.localdate() - timedelta(days=1), reason="Moved on")
    assert rights(Person.objects.get(pk=person.pk), studio).roles == {"participant"}
    assert AuditRow.objects.get(verb="role.end").reason == "Moved on"


def test_a_role_does_not_end_before_it_began(studio):
    membership = Membership.objects.get(person=make_person(studio, "member"))
    with pytest.raises(Refused, match="cannot end before"):
        actions.end_role(membership, make_person(studio, "lead"), to_date=date(2010, 1, 1))


def test_office_takes_no_strong_role_but_everybody_may_step_down(studio):
    finance = make_person(studio, "finance")
    membership = Membership.objects.get(person=finance)
    with pytest.raises(Refused):
        actions.end_role(membership, make_person(studio, "office"), to_date=timezone.localdate())
    assert actions.end_role(membership, finance, to_date=timezone.localdate()).to_date == timezone.localdate()


def test_with_the_last_role_ends_the_place_in_the_group(studio):
    lead, person = make_person(studio, "lead"), make_person(studio, "member")
    join_group(make_group(studio), person, "leader")
    assert "group_leader" in rights(person, studio).roles
    yesterday = timezone.localdate() - timedelta(days=1)
    actions.end_role(Membership.objects.get(person=person), lead, to_date=yesterday)
    assert GroupMembership.objects.get(person=person).to_date == yesterday
    assert AuditRow.objects.filter(verb="group.change").count() == 1


def test_a_leader_without_a_role_has_no_rights(studio):
    person = make_person(studio)
    join_group(make_group(studio), person, "leader")
    assert rights(person, studio).roles == {"participant"}
