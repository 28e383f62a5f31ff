"""Pages of groups, members, levels and the catalogue."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disciplines.models import Group, LevelRecord, Occupation, SkillLevel
from tests.factories import join_group, make_discipline, make_group, make_leader, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


def url(studio, name, **kwargs):
    return reverse(f"disciplines:{name}", kwargs={"studio": studio.slug, **kwargs})


def sign_in(client, studio, role):
    person = make_person(studio, role)
    client.force_login(person)
    return person


def make_level(studio, person=None):
    level, _new = SkillLevel.objects.get_or_create(step=4, defaults={"key": "senior", "name_en": "Senior worker"})
    occupation, _new = Occupation.objects.get_or_create(name_en="Fitter")
    return LevelRecord.objects.create(
        studio=studio,
        person=person or make_person(studio, "member"),
        occupation=occupation,
        level=level,
        reached_on=date(2021, 5, 1),
        basis="certificate",
    )


@pytest.mark.parametrize("role", ["lead", "member", "judge", "assessor"])
def test_every_role_sees_groups_and_the_catalogue(client, studio, role):
    group = make_group(studio, name_en="Rotating group")
    place = join_group(group, make_person(studio, "member"))
    sign_in(client, studio, role)
    for page, kwargs in (
        ("group_list", {}),
        ("group_membership_list", {}),
        ("catalogue", {}),
        ("group_detail", {"pk": group.pk}),
        ("group_membership_detail", {"pk": place.pk}),
    ):
        assert client.get(url(studio, page, **kwargs)).status_code == 200, page


def test_levels_are_for_whoever_sees_people(client, studio):
    level = make_level(studio)
    sign_in(client, studio, "assessor")
    assert client.get(url(studio, "level_list")).status_code == 403
    sign_in(client, studio, "member")
    assert client.get(url(studio, "level_detail", pk=level.pk)).status_code == 200
    assert client.get(url(studio, "level_new")).status_code == 403


def test_another_studio_s_groups_are_not_there(client, studio):
    group = make_group(make_studio(), name_en="Kestrel group")
    place = join_group(group, make_person(group.studio, "member"))
    sign_in(client, studio, "lead")
    for page, pk in (("group_detail", group.pk), ("group_edit", group.pk), ("group_membership_edit", place.pk)):
        assert client.get(url(studio, page, pk=pk)).status_code == 404
    assert "Kestrel" not in client.get(url(studio, "group_list")).content.decode()
    own = {
        "group": group.pk,
        "person": make_person(studio, "member").pk,
        "position": "member",
        "from_date": "2021-01-01",
    }
    assert client.post(url(studio, "group_membership_new"), own).status_code == 422


def test_a_second_open_group_of_a_discipline_is_refused(client, studio):
    discipline = make_discipline()
    sign_in(client, studio, "office")
    data = {"discipline": discipline.pk, "name_en": "Static group", "from_date": "2016-05-01"}
    assert client.post(url(studio, "group_new"), data).status_code == 302
    assert client.post(url(studio, "group_new"), data).status_code in (409, 422)
    assert Group.objects.count() == 1


def test_group_leaders_change_their_own_group_only(client, studio):
    own, other = make_group(studio), make_group(studio)
    client.force_login(make_leader(own))
    data = {"name_en": "New name", "from_date": "2016-05-01", "version": 1}
    assert (
        client.post(url(studio, "group_edit", pk=own.pk), {**data, "discipline": own.discipline_id}).status_code == 302
    )
    assert client.post(url(studio, "group_edit", pk=other.pk), data).status_code == 403


def test_the_figure_opens_its_members(client, studio):
    group = make_group(studio)
    join_group(group, make_person(studio, "member", name_en="Here in 2021"))
    join_group(group, make_person(studio, "member", name_en="Gone before"), to_date=date(2020, 5, 1))
    sign_in(client, studio, "member")
    query = {"figure": "members", "from": "2021-01-01", "to": "2021-12-31"}
    html = client.get(url(studio, "group_membership_list"), query).content.decode()
    assert "Here in 2021" in html
    assert "Gone before" not in html


def test_members_are_counted_in_one_query(studio):
    group = make_group(studio)
    for _number in range(3):
        join_group(group, make_person(studio, "member"))
    join_group(group, make_person(studio, "member"), to_date=date(2020, 1, 1))
    empty = make_group(studio)
    counts = dict(Group.objects.with_members().values_list("pk", "members"))
    assert counts == {group.pk: 3, empty.pk: 0}


def test_lists_ask_as_often_for_1_row_as_for_50(client, studio):
    sign_in(client, studio, "lead")
    group = make_group(studio)
    counts = {"group_membership_list": [], "level_list": []}
    for number in (1, 49):
        for _each in range(number):
            person = make_person(studio, "member")
            join_group(group, person)
            make_level(studio, person)
        for name, found in counts.items():
            client.get(url(studio, name))
            with CaptureQueriesContext(connection) as asked:
                assert client.get(url(studio, name)).status_code == 200
            found.append(len(asked))
    for name, (one, fifty) in counts.items():
        assert one == fifty <= 12, name
