"""Places in groups: one at a time, only with a role, leaders named by others."""

from datetime import date

import pytest
from django.urls import reverse

from disciplines import actions
from disciplines.models import GroupMembership
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from tests.factories import join_group, make_group, make_leader, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def group(studio):
    return make_group(studio)


@pytest.fixture
def office(studio):
    return make_person(studio, "office")


def url(studio, name, **kwargs):
    return reverse(f"disciplines:{name}", kwargs={"studio": studio.slug, **kwargs})


def test_a_member_joins_with_an_audit_row(studio, group, office):
    person = make_person(studio, "member")
    place = actions.join(office, studio, group=group, person=person, from_date=date(2021, 1, 1))
    row = AuditRow.objects.get(verb="group.join")
    assert (row.object_id, row.facts["person"], row.facts["position"]) == (str(place.pk), person.pk, "member")


def test_whoever_has_no_role_that_day_does_not_join(studio, group, office):
    with pytest.raises(Refused, match="no role in the studio"):
        actions.join(office, studio, group=group, person=make_person(studio))
    with pytest.raises(Refused, match="no role in the studio"):
        actions.join(office, studio, group=group, person=make_person(studio, "member"), from_date=date(2010, 1, 1))


@pytest.mark.parametrize(
    ("from_date", "to_date", "free"),
    [
        (date(2021, 7, 1), None, True),
        (date(2021, 6, 30), None, False),
        (date(2020, 1, 1), date(2020, 12, 31), True),
        (date(2020, 1, 1), date(2021, 1, 1), False),
        (date(2020, 1, 1), None, False),
    ],
)
def test_one_group_at_a_time(studio, group, office, from_date, to_date, free):
    person = make_person(studio, "member")
    join_group(make_group(studio), person, from_date=date(2021, 1, 1), to_date=date(2021, 6, 30))
    values = {"group": group, "person": person, "from_date": from_date, "to_date": to_date}
    if free:
        assert actions.join(office, studio, **values)
    else:
        with pytest.raises(Refused, match="End that first"):
            actions.join(office, studio, **values)


def test_a_closed_group_takes_nobody(studio, office):
    closed = make_group(studio, to_date=date(2020, 12, 31))
    with pytest.raises(Refused, match="does not exist"):
        actions.join(office, studio, group=closed, person=make_person(studio, "member"), from_date=date(2021, 1, 1))


def test_reopening_a_place_beside_another_is_refused(studio, group, office):
    person = make_person(studio, "member")
    old = join_group(group, person, from_date=date(2020, 1, 1), to_date=date(2020, 12, 31))
    join_group(make_group(studio), person, from_date=date(2021, 1, 1))
    with pytest.raises(Refused, match="End that first"):
        actions.change_place(old, office, position="member", to_date=None)


def test_nobody_makes_themselves_a_leader(studio, group):
    office = make_person(studio, "office")
    place = join_group(group, office)
    with pytest.raises(Refused, match="themselves"):
        actions.change_place(place, office, position="leader")


def test_group_leaders_manage_members_and_name_no_deputies(client, studio, group):
    leader, person = make_leader(group), make_person(studio, "member")
    client.force_login(leader)
    data = {"group": group.pk, "person": person.pk, "position": "member", "from_date": "2021-01-01"}
    assert client.post(url(studio, "group_membership_new"), {**data, "position": "deputy"}).status_code in (403, 409)
    assert client.post(url(studio, "group_membership_new"), data).status_code == 302
    other = make_group(studio)
    foreign = {**data, "group": other.pk, "person": make_person(studio, "member").pk}
    assert client.post(url(studio, "group_membership_new"), foreign).status_code in (403, 409)
    assert GroupMembership.objects.filter(group=other).count() == 0


def test_a_place_ends_on_its_page(client, studio, group, office):
    place = join_group(group, make_person(studio, "member"))
    client.force_login(office)
    page = url(studio, "group_membership_edit", pk=place.pk)
    early = client.post(page, {"position": "member", "to_date": "2010-01-01", "version": 1})
    assert early.status_code == 422
    assert client.post(page, {"position": "member", "to_date": "2021-12-31", "version": 1}).status_code == 302
    place.refresh_from_db()
    assert place.to_date == date(2021, 12, 31)
