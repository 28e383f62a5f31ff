import pytest

from disciplines.models import Group, GroupMembership
from studio.audit.models import AuditRow
from tests.factories import join_group, make_group, make_person, make_studio


def address(row, rest=""):
    return f"/s/here/kit/members/{row.pk}/{rest}"


def test_facts_and_actions(sign_in, office, member, studio, group):
    row = join_group(group, make_person(studio, name_en="Li Min"))
    page = sign_in(office).get(address(row)).content.decode()
    assert "Li Min" in page and "/edit/" in page and "/delete/" in page
    page = sign_in(member).get(address(row)).content.decode()
    assert "/edit/" not in page and "/delete/" not in page


def test_the_number_of_queries_does_not_depend_on_the_related_rows(
    sign_in, office, group, people, django_assert_max_num_queries
):
    people(30)
    client = sign_in(office)
    with django_assert_max_num_queries(12):
        response = client.get(f"/s/here/kit/groups/{group.pk}/")
    assert len(response.context["tabs"]["rows"]) == 30
    assert "group" not in [cell.key for cell in response.context["tabs"]["cells"]]


def test_a_foreign_record_is_not_there(sign_in, office):
    other = make_studio()
    row = join_group(make_group(other), make_person(other))
    client = sign_in(office)
    for rest in ("", "edit/", "delete/"):
        assert client.get(address(row, rest)).status_code == 404


def test_history_tells_who_changed_what(sign_in, office, studio, group):
    row = join_group(group, make_person(studio))
    data = {"group": group.pk, "person": row.person_id, "position": "leader", "from_date": "2021-03-01", "version": 1}
    client = sign_in(office)
    assert client.post(address(row, "edit/"), data).status_code == 302
    page = client.get(address(row), {"part": "history"}).content.decode()
    assert "<html" not in page and "Office Person" in page and "Group leader" in page


def test_a_draft_without_references_can_be_deleted(sign_in, office, studio, group):
    row = join_group(group, make_person(studio))
    client = sign_in(office)
    assert client.get(address(row, "delete/")).status_code == 200
    assert GroupMembership.objects.exists(), "asking deletes nothing"
    assert client.post(address(row, "delete/")).status_code == 302
    assert not GroupMembership.objects.exists()
    assert AuditRow.objects.filter(verb="delete", actor_id=office.pk).exists()


def test_what_is_referred_to_stays(sign_in, office, studio, group):
    join_group(group, make_person(studio))
    response = sign_in(office).post(f"/s/here/kit/groups/{group.pk}/delete/")
    assert response.status_code == 409 and "refer to it" in response.content.decode()
    assert Group.objects.filter(pk=group.pk).exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_edit_deletes_nothing(sign_in, member, studio, group, method):
    row = join_group(group, make_person(studio))
    assert getattr(sign_in(member), method)(address(row, "delete/")).status_code == 403
    assert GroupMembership.objects.exists()
