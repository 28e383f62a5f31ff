"""Pages of people: who sees which contacts, who edits whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from studio.audit.models import AuditRow
from studio.organisation.models import Membership, Person
from tests.factories import join_group, make_discipline, make_group, make_leader, make_person, make_studio

pytestmark = pytest.mark.django_db
PHONE, IDENTITY = "13812345678", "350505199001011234"


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def person(studio):
    return make_person(
        studio, "member", name_en="Chen Zhiming", phone=PHONE, identity_number=IDENTITY, email="chen@example.org"
    )


def url(studio, name, **kwargs):
    return reverse(f"organisation:{name}", kwargs={"studio": studio.slug, **kwargs})


def sign_in(client, studio, role, **values):
    person = make_person(studio, role, **values)
    client.force_login(person)
    return person


@pytest.mark.parametrize("role", ["lead", "office", "trainer", "judge", "appraiser", "finance", "manager"])
def test_contacts_are_masked_on_the_page(client, studio, person, role):
    sign_in(client, studio, role)
    html = client.get(url(studio, "person_detail", pk=person.pk)).content.decode()
    assert "138****5678" in html
    assert "350****34" in html
    assert PHONE not in html
    assert IDENTITY not in html


def test_members_see_no_contacts_of_others(client, studio, person):
    sign_in(client, studio, "member")
    html = client.get(url(studio, "person_detail", pk=person.pk)).content.decode()
    assert "Chen Zhiming" in html
    for text in ("138****", "350****", "example.org", PHONE):
        assert text not in html


@pytest.mark.parametrize(("role", "status"), [("assessor", 403), (None, 403)])
def test_closed_to_assessors_and_participants(client, studio, person, role, status):
    sign_in(client, studio, role)
    assert client.get(url(studio, "person_list")).status_code == status
    assert client.get(url(studio, "person_detail", pk=person.pk)).status_code == status


@pytest.mark.parametrize(
    ("role", "status"),
    [("lead", 200), ("office", 200), ("trainer", 403), ("member", 403), ("manager", 403), ("finance", 403)],
)
def test_full_contacts_are_revealed_by_post_and_noted(client, studio, person, role, status):
    viewer = sign_in(client, studio, role)
    reveal = url(studio, "person_reveal", pk=person.pk)
    assert client.get(reveal).status_code == 405
    answer = client.post(reveal)
    assert answer.status_code == status
    assert (PHONE in answer.content.decode()) == (status == 200)
    rows = AuditRow.objects.filter(verb="person.reveal")
    assert rows.count() == (1 if status == 200 else 0)
    if rows:
        assert (rows[0].actor_id, rows[0].object_id, rows[0].studio_id) == (viewer.pk, str(person.pk), studio.pk)
        assert PHONE not in str(rows[0].facts)


def test_people_see_their_own_contacts(client, studio, person):
    client.force_login(person)
    assert "138****5678" in client.get(url(studio, "person_detail", pk=person.pk)).content.decode()
    assert PHONE in client.post(url(studio, "person_reveal", pk=person.pk)).content.decode()


def test_another_company_s_people_are_not_there(client, studio):
    foreign = make_person(make_studio(), "member", name_en="Kestrel Person", phone=PHONE)
    sign_in(client, studio, "lead")
    for name in ("person_detail", "person_edit", "account_edit", "person_invite"):
        assert client.get(url(studio, name, pk=foreign.pk)).status_code == 404
    for name in ("person_reveal", "person_invite", "account_edit", "person_edit"):
        assert client.post(url(studio, name, pk=foreign.pk)).status_code == 404
    assert "Kestrel" not in client.get(url(studio, "person_list")).content.decode()


def test_contacts_are_in_no_list_export_or_history(client, studio, person):
    sign_in(client, studio, "lead")
    person.phone = "13999999999"
    person.save()
    columns = "&".join(f"cols={name}" for name in ("name", "phone", "email", "identity_number", "post"))
    pages = [
        client.get(url(studio, "person_list") + f"?{columns}"),
        client.post(url(studio, "person_export") + f"?{columns}", {"format": "csv"}),
        client.get(url(studio, "person_detail", pk=person.pk) + "?part=history"),
    ]
    for answer in pages:
        assert answer.status_code == 200
        html = answer.content.decode("utf-8-sig")
        for text in (PHONE, "13999999999", IDENTITY, "chen@example.org"):
            assert text not in html


def form_of(person, **values):
    return {"name": person.name, "name_en": person.name_en, "employee_number": person.employee_number, **values}


def test_an_empty_number_keeps_what_is_recorded(client, studio, person):
    sign_in(client, studio, "office")
    html = client.get(url(studio, "person_edit", pk=person.pk)).content.decode()
    assert PHONE not in html
    assert IDENTITY not in html
    data = form_of(person, post="Foreman", email="chen@example.org", identity_number="-")
    assert client.post(url(studio, "person_edit", pk=person.pk), data).status_code == 302
    person.refresh_from_db()
    assert (person.post, person.phone, person.identity_number) == ("Foreman", PHONE, "")


def test_a_person_is_added_with_a_folded_number_and_no_password(client, studio):
    sign_in(client, studio, "office")
    data = {"name": "陈志明", "employee_number": "００１２ａ", "phone": PHONE}
    assert client.post(url(studio, "person_new"), data).status_code == 302
    person = Person.objects.get(name="陈志明")
    assert (person.employee_number, person.company, person.has_usable_password()) == ("0012A", studio.company, False)
    again = client.post(url(studio, "person_new"), data)
    assert again.status_code == 422
    assert "has this employee number" in again.content.decode()


def test_group_leaders_edit_their_members_without_contacts(client, studio, person):
    group = make_group(studio)
    leader = make_leader(group)
    other = make_person(studio, "member")
    join_group(group, person)
    client.force_login(leader)
    data = form_of(person, post="Foreman", phone="1", email="x@example.org", identity_number="2")
    assert client.post(url(studio, "person_edit", pk=person.pk), data).status_code == 302
    person.refresh_from_db()
    assert (person.post, person.phone, person.email, person.identity_number) == (
        "Foreman",
        PHONE,
        "chen@example.org",
        IDENTITY,
    )
    assert client.post(url(studio, "person_edit", pk=other.pk), form_of(other)).status_code == 403
    assert client.get(url(studio, "account_edit", pk=person.pk)).status_code == 403


@pytest.mark.parametrize("role", ["member", "trainer", "manager", "finance"])
def test_readers_edit_nobody_not_even_themselves(client, studio, role):
    me = sign_in(client, studio, role)
    assert client.get(url(studio, "person_new")).status_code == 403
    assert client.post(url(studio, "person_edit", pk=me.pk), form_of(me)).status_code == 403
    assert client.post(url(studio, "membership_new"), {"person": me.pk, "role": "lead"}).status_code == 403


def test_rights_do_not_come_in_through_the_form(client, studio, person):
    sign_in(client, studio, "office")
    data = form_of(person, is_staff="on", is_active="", login="root", company="1", password="x")
    assert client.post(url(studio, "person_edit", pk=person.pk), data).status_code == 302
    changed = Person.objects.get(pk=person.pk)
    assert (changed.is_staff, changed.is_active, changed.login) == (False, True, person.login)


def test_roles_are_given_and_ended_on_pages(client, studio, person):
    sign_in(client, studio, "lead")
    page = url(studio, "person_detail", pk=person.pk)
    data = {"person": person.pk, "role": "trainer", "from_date": "2021-01-01"}
    assert client.post(url(studio, "membership_new"), data).url == page
    given = Membership.objects.get(person=person, role="trainer")
    assert "Trainer" in client.get(page).content.decode()
    no_end = client.post(url(studio, "membership_new"), {**data, "role": "assessor"})
    assert "needs an end" in no_end.content.decode()
    ending = {"to_date": "2021-12-31", "reason": "Retired", "version": given.version, "role": "lead"}
    assert client.post(url(studio, "membership_edit", pk=given.pk), ending).url == page
    given.refresh_from_db()
    assert (given.role, str(given.to_date)) == ("trainer", "2021-12-31")


def test_office_is_offered_working_roles_only(client, studio, person):
    sign_in(client, studio, "office")
    html = client.get(url(studio, "membership_new")).content.decode()
    assert 'value="trainer"' in html
    assert 'value="finance"' not in html
    answer = client.post(
        url(studio, "membership_new"), {"person": person.pk, "role": "lead", "from_date": "2021-01-01"}
    )
    assert answer.status_code == 422
    assert not Membership.objects.filter(person=person, role="lead").exists()


def test_the_lead_disables_an_account(client, studio, person):
    sign_in(client, studio, "lead")
    assert client.get(url(studio, "account_edit", pk=person.pk)).status_code == 200
    assert client.post(url(studio, "account_edit", pk=person.pk), {"reason": "Left the company"}).status_code == 302
    person.refresh_from_db()
    assert not person.is_active


def test_office_does_not_disable(client, studio, person):
    sign_in(client, studio, "office")
    assert client.post(url(studio, "account_edit", pk=person.pk), {"reason": "x"}).status_code == 403


def test_invitations_for_one_and_for_all(client, studio, person):
    lead = sign_in(client, studio, "lead")
    page = url(studio, "person_invite", pk=person.pk)
    assert "Chen Zhiming" in client.get(page).content.decode()
    html = client.post(page).content.decode()
    assert "/invitation/" in html
    assert "data:image/svg+xml" in html
    everybody = url(studio, "people_invite")
    assert "Chen Zhiming" in client.get(everybody).content.decode()
    assert client.post(everybody).content.decode().count("/invitation/") == 2
    assert lead.invitations.count() == 1


@pytest.mark.parametrize("role", ["member", "trainer", "manager"])
def test_readers_invite_nobody(client, studio, person, role):
    sign_in(client, studio, role)
    assert client.post(url(studio, "person_invite", pk=person.pk)).status_code == 403
    assert client.post(url(studio, "people_invite")).status_code == 403


def test_the_person_page_lists_groups_and_levels(client, studio, person):
    join_group(make_group(studio, make_discipline(name_en="Electrical")), person)
    sign_in(client, studio, "lead")
    page = url(studio, "person_detail", pk=person.pk)
    assert "Electrical" in client.get(page, {"tab": "groups"}).content.decode()
    assert client.get(page, {"tab": "levels"}).status_code == 200


@pytest.mark.parametrize("name", ["person_list", "membership_list"])
def test_lists_ask_as_often_for_1_row_as_for_50(client, studio, name):
    sign_in(client, studio, "lead")
    counts = []
    for number in (1, 49):
        for _each in range(number):
            make_person(studio, "member")
        client.get(url(studio, name))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url(studio, name)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_filters_find_people(client, studio, person):
    make_person(studio, "trainer", name_en="He Zhiyuan", employee_number="0042")
    sign_in(client, studio, "lead")
    for query, found, absent in (
        ({"name": "zhiming"}, "Chen Zhiming", "He Zhiyuan"),
        ({"name": "００４２"}, "He Zhiyuan", "Chen Zhiming"),
        ({"role": "trainer"}, "He Zhiyuan", "Chen Zhiming"),
    ):
        html = client.get(url(studio, "person_list"), query).content.decode()
        assert found in html
        assert absent not in html


@pytest.mark.parametrize(("role", "offered"), [("office", True), ("finance", False), ("lead", True)])
def test_only_a_role_that_may_be_ended_is_offered_to_end(client, studio, person, role, offered):
    own = sign_in(client, studio, role)
    shown = own if role != "lead" else person
    page = client.get(url(studio, "person_detail", pk=shown.pk)).content.decode()
    ending = url(studio, "membership_edit", pk=Membership.objects.get(person=shown).pk)
    assert (ending in page) == offered
