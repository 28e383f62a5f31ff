from uuid import uuid4

import pytest

from disciplines.models import Group, GroupMembership
from studio.audit.models import AuditRow
from studio.kit.models import FormReceipt
from tests.factories import join_group, make_discipline, make_group, make_leader, make_person, make_studio

NEW = "/s/here/kit/members/new/"


def edit(row):
    return f"/s/here/kit/members/{row.pk}/edit/"


def values(group, person, **more):
    return {"group": group.pk, "person": person.pk, "position": "member", "from_date": "2021-03-01", **more}


def errors(response):
    return {name: list(texts) for name, texts in response.context["form"].errors.items()}


def test_saving_leads_to_the_record_and_leaves_an_audit_row(sign_in, office, studio, group):
    response = sign_in(office).post(NEW, values(group, make_person(studio)))
    row = GroupMembership.objects.get()
    assert response.status_code == 302 and response.url == f"/s/here/kit/members/{row.pk}/"
    assert row.studio == studio
    assert AuditRow.objects.filter(verb="create", object_id=str(row.pk), actor_id=office.pk).count() == 1


def test_the_same_form_sent_twice_makes_one_record(sign_in, office, studio, group):
    data = values(group, make_person(studio), form_key=str(uuid4()))
    client = sign_in(office)
    first, second = client.post(NEW, data), client.post(NEW, data)
    assert first.url == second.url
    assert GroupMembership.objects.count() == FormReceipt.objects.count() == 1


def test_a_refused_form_frees_its_key(sign_in, office, studio, group):
    data = values(group, make_person(studio), form_key=str(uuid4()))
    client = sign_in(office)
    assert client.post(NEW, data | {"from_date": "2021-02-30"}).status_code == 422
    assert client.post(NEW, data).status_code == 302


@pytest.mark.parametrize("field", ["group", "person"])
def test_another_studios_id_is_refused_in_every_field(sign_in, office, studio, group, field):
    other = make_studio()
    foreign = {"group": make_group(other), "person": make_person(other, "member", name_en="Canary")}
    data = values(group, make_person(studio)) | {field: foreign[field].pk}
    response = sign_in(office).post(NEW, data)
    assert response.status_code == 422 and list(errors(response)) == [field]
    assert "Canary" not in response.content.decode()
    assert not GroupMembership.objects.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("a\x00b", "U+0000"), ("a\u202eb", "U+202E"), ("x" * 10_000, "200"), ("  ", "")],
)
def test_bad_text_is_refused_by_name_and_kept(sign_in, office, name, said):
    discipline = make_discipline()
    data = {"discipline": discipline.pk, "name": name, "name_en": "", "from_date": "2021-01-01"}
    response = sign_in(office).post("/s/here/kit/groups/new/", data)
    assert response.status_code == 422
    assert said in str(errors(response))
    assert not Group.objects.exists()


def test_dates_that_contradict_each_other_are_refused(sign_in, office, studio, group):
    data = values(group, make_person(studio), from_date="2021-03-02", to_date="2021-03-01")
    response = sign_in(office).post(NEW, data)
    assert response.status_code == 422 and "to_date" in errors(response)


def test_constraints_that_name_the_studio_are_checked_in_the_form(sign_in, office, studio, group):
    person = make_person(studio)
    join_group(group, person)
    response = sign_in(office).post(NEW, values(group, person))
    assert response.status_code == 422 and "person" in errors(response)


def test_nobody_overwrites_another_silently(sign_in, office, studio, group):
    row = join_group(group, make_person(studio))
    client = sign_in(office)
    stale = row.version
    row.position = "deputy"
    row.save()
    data = values(group, row.person, position="leader", version=stale)
    response = client.post(edit(row), data)
    assert response.status_code == 409
    conflicts = [(str(a), b, c) for a, b, c in response.context["form"].conflicts]
    assert ("Position", "Deputy group leader", "Group leader") in conflicts
    assert response.context["form"]["position"].value() == "leader"
    row.refresh_from_db()
    assert row.position == "deputy"
    again = data | {"version": response.context["form"]["version"].value()}
    assert client.post(edit(row), again).status_code == 302
    row.refresh_from_db()
    assert row.position == "leader"


def test_a_form_without_its_version_is_refused(sign_in, office, studio, group):
    row = join_group(group, make_person(studio))
    assert sign_in(office).post(edit(row), values(group, row.person)).status_code == 422


def test_who_may_not_edit_is_refused(sign_in, member, studio, group):
    row = join_group(group, make_person(studio))
    client = sign_in(member)
    for address in (NEW, edit(row)):
        assert client.get(address).status_code == client.post(address, {}).status_code == 403
    assert client.get("/s/here/kit/members/999999/edit/").status_code in (403, 404)


def test_a_group_leader_saves_in_the_own_group_only(sign_in, studio, group):
    leader = make_leader(group)
    other = make_group(studio)
    client = sign_in(leader)
    assert client.post(NEW, values(group, make_person(studio))).status_code == 302
    response = client.post(NEW, values(other, make_person(studio)))
    assert response.status_code == 403 and "Only these roles" in str(errors(response))
    assert not GroupMembership.objects.filter(group=other).exists()
    assert client.get(edit(join_group(other, make_person(studio)))).status_code == 403


def test_the_address_may_prefill_a_new_record(sign_in, office, group):
    response = sign_in(office).get(NEW, {"group": group.pk})
    assert response.context["form"]["group"].value() == str(group.pk)


@pytest.mark.parametrize("prefill", ["abc", "999999", "9" * 40])
def test_a_prefill_that_is_none_is_harmless(sign_in, office, group, prefill):
    assert sign_in(office).get(NEW, {"group": prefill}).status_code == 200


@pytest.mark.parametrize("sent", ["abc", "9" * 40, "-1"])
def test_ids_that_are_none_are_field_errors(sign_in, office, studio, group, sent):
    response = sign_in(office).post(NEW, values(group, make_person(studio)) | {"person": sent})
    assert list(errors(response)) == ["person"]
