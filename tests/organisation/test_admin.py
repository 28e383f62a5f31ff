"""The Django admin: for administrators, and no way around the audit log."""

import pytest
from django.urls import reverse

from studio.audit.models import AuditRow
from studio.organisation.models import Membership, Person
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db
PAGES = ("company", "unit", "person", "studio", "membership", "honour", "base", "studioalias", "setting", "invitation")


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def admin(client, studio):
    person = make_person(studio, is_staff=True)
    client.force_login(person)
    return person


def test_every_list_opens_for_administrators(client, admin):
    for model in PAGES:
        assert client.get(reverse(f"admin:organisation_{model}_changelist")).status_code == 200, model
    for model in ("discipline", "occupation", "skilllevel", "group", "groupmembership", "levelrecord"):
        assert client.get(reverse(f"admin:disciplines_{model}_changelist")).status_code == 200, model
    for model in ("topic", "visit", "visitperson", "agendaitem", "comment", "improvementaction"):
        assert client.get(reverse(f"admin:assessments_{model}_changelist")).status_code == 200, model


def test_nobody_else_enters(client, studio):
    client.force_login(make_person(studio, "lead"))
    assert client.get(reverse("admin:organisation_person_changelist")).status_code in (302, 403)


def data_of(person, **values):
    return {"login": person.login, "name_en": person.name_en, "company": person.company_id, "is_active": "on", **values}


def test_making_an_administrator_is_an_audit_row(client, admin, studio):
    person = make_person(studio)
    page = reverse("admin:organisation_person_change", args=[person.pk])
    assert client.post(page, data_of(person, is_staff="on")).status_code == 302
    person.refresh_from_db()
    assert person.is_staff
    assert AuditRow.objects.get(verb="administrator.give").actor_id == admin.pk


def test_nobody_changes_the_own_rights_there(client, admin):
    page = reverse("admin:organisation_person_change", args=[admin.pk])
    client.post(page, {**data_of(admin), "is_staff": "", "is_active": ""})
    admin.refresh_from_db()
    assert (admin.is_staff, admin.is_active) == (True, True)


def test_a_new_person_has_no_password(client, admin, studio):
    data = {"login": "new-one", "name_en": "New One", "company": studio.company_id, "is_active": "on"}
    assert client.post(reverse("admin:organisation_person_add"), data).status_code == 302
    assert not Person.objects.get(login="new-one").has_usable_password()


def test_roles_only_end_there_with_an_audit_row(client, admin, studio):
    membership = Membership.objects.get(person=make_person(studio, "finance"))
    page = reverse("admin:organisation_membership_change", args=[membership.pk])
    assert client.get(page).status_code == 200
    assert client.post(page, {"to_date": "2021-12-31", "role": "lead"}).status_code == 302
    membership.refresh_from_db()
    assert (membership.role, str(membership.to_date)) == ("finance", "2021-12-31")
    assert AuditRow.objects.filter(verb="role.end").count() == 1
    assert client.get(reverse("admin:organisation_membership_add")).status_code == 403


def test_numbers_and_catalogues_keep_what_they_were():
    """A dated setting, a company and a discipline changed: the older value stays readable."""
    from disciplines.models import Discipline
    from studio.organisation.models import Setting

    setting = Setting.objects.create(key="training.pass_mark", value=60, from_date="2020-01-01")
    setting.value = 70
    setting.save()
    assert [row.value for row in setting.history.order_by("history_id")] == [60, 70]
    discipline = Discipline.objects.first()
    discipline.name_en = "Renamed"
    discipline.save()
    assert discipline.history.first().name_en == "Renamed"
