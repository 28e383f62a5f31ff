"""Accounts: invitations that work once, disabling that works at once, administrators."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.organisation import actions
from studio.organisation.models import Invitation, Person
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-way-to-Quangang"


@pytest.fixture
def studio():
    return make_studio()


def path_of(link):
    return reverse("entry:invitation", kwargs={"secret": link.secret})


def send(client, link, password=PASSWORD, again=None):
    return client.post(path_of(link), {"password": password, "again": again or password})


def test_a_link_sets_the_password_once(client, studio):
    person = make_person(studio, "member")
    link = actions.invite(person, make_person(studio, "office"), studio=studio)
    assert link.secret not in str(Invitation.objects.values_list())
    assert person.login in client.get(path_of(link)).content.decode()
    assert send(client, link).url == "/accounts/login/"
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    used = client.get(path_of(link))
    assert used.status_code == 410
    assert "used already" in used.content.decode()
    assert send(client, link, "another-password-9").status_code == 410
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert set(AuditRow.objects.values_list("verb", flat=True)) == {"person.invite", "person.set_password"}


@pytest.mark.parametrize(
    ("password", "again", "message"),
    [
        ("short", None, "too short"),
        ("12345678901", None, "entirely numeric"),
        ("password", None, "too common"),
        (PASSWORD, "another", "differ"),
    ],
)
def test_a_weak_password_leaves_the_link_open(client, studio, password, again, message):
    link = actions.invite(make_person(studio), None)
    answer = send(client, link, password, again)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert send(client, link).status_code == 302


def test_an_old_link_and_a_wrong_one_are_refused(client, studio):
    link = actions.invite(make_person(studio), None)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    old = client.get(path_of(link))
    assert (old.status_code, "no longer valid" in old.content.decode()) == (410, True)
    wrong = client.get(reverse("entry:invitation", kwargs={"secret": "nonsense"}))
    assert (wrong.status_code, "leads nowhere" in wrong.content.decode()) == (404, True)


def test_a_new_link_ends_the_earlier_one(client, studio):
    person = make_person(studio)
    first, second = actions.invite(person, None), actions.invite(person, None)
    assert client.get(path_of(first)).status_code == 410
    assert client.get(path_of(second)).status_code == 200


def test_the_link_of_a_disabled_person_is_dead(client, studio):
    person = make_person(studio)
    link = actions.invite(person, None)
    actions.set_active(person, None, is_active=False)
    assert client.get(path_of(link)).status_code == 404
    with pytest.raises(Refused, match="may not sign in"):
        actions.invite(person, None)


@pytest.mark.parametrize(
    ("role", "is_staff", "allowed"),
    [
        ("member", False, True),
        ("trainer", False, True),
        ("finance", False, False),
        ("lead", False, False),
        (None, True, False),
    ],
)
def test_office_takes_over_no_stronger_account(studio, role, is_staff, allowed):
    office, person = make_person(studio, "office"), make_person(studio, role, is_staff=is_staff)
    if allowed:
        assert actions.invite(person, office)
    else:
        with pytest.raises(Refused):
            actions.invite(person, office)
        with pytest.raises(Refused):
            actions.change_person(person.in_studio(studio), office, email="mine@example.org")


def test_roles_in_another_studio_protect_an_account_too(studio):
    person = make_person(studio, "member")
    from studio.organisation.models import Membership

    Membership.objects.create(studio=make_studio(), person=person, role="finance", from_date=timezone.localdate())
    with pytest.raises(Refused):
        actions.invite(person, make_person(studio, "lead"))


def test_disabling_ends_sessions_at_once_and_for_good(client, studio):
    person = make_person(studio, "member")
    client.force_login(person)
    home = reverse("organisation:person_list", kwargs={"studio": studio.slug})
    assert client.get(home).status_code == 200
    actions.set_active(person.in_studio(studio), make_person(studio, "lead"), is_active=False, reason="Left")
    assert client.get(home).url.startswith("/accounts/login/")
    actions.set_active(Person.objects.get(pk=person.pk), None, is_active=True)
    assert client.get(home).url.startswith("/accounts/login/")
    assert AuditRow.objects.get(verb="person.disable").reason == "Left"


def test_nobody_disables_themselves_or_the_last_administrator(studio):
    admin = make_person(studio, is_staff=True)
    with pytest.raises(Refused, match="own account"):
        actions.set_active(admin, admin, is_active=False)
    with pytest.raises(Refused, match="last administrator"):
        actions.set_active(admin, None, is_active=False)
    with pytest.raises(Refused, match="last administrator"):
        actions.set_administrator(admin, None, False)


def test_only_another_administrator_makes_administrators(studio):
    lead, person = make_person(studio, "lead"), make_person(studio)
    with pytest.raises(Refused):
        actions.set_administrator(person, lead, True)
    admin = make_person(studio, is_staff=True)
    assert actions.set_administrator(person, admin, True).is_staff
    assert AuditRow.objects.get(verb="administrator.give").actor_id == admin.pk


def test_the_command_makes_the_first_administrator(client, capsys):
    call_command("administrator", "Root")
    link = capsys.readouterr().out.strip().splitlines()[-1]
    person = Person.objects.get(login="Root")
    assert person.is_staff
    path = link.partition("://")[2].partition("/")[2]
    client.post(f"/{path}", {"password": PASSWORD, "again": PASSWORD})
    with pytest.raises(CommandError, match="already"):
        call_command("administrator", "root")


def test_the_command_promotes_who_is_there(capsys, studio):
    person = make_person(studio, "member", login="chen")
    call_command("administrator", "CHEN")
    person.refresh_from_db()
    assert person.is_staff
    assert AuditRow.objects.filter(verb="administrator.give").exists()


def test_the_command_refuses_a_bad_name():
    with pytest.raises(CommandError):
        call_command("administrator", "x" * 100)


def test_links_for_everybody_without_a_password(capsys, studio):
    make_person(studio, "member", login="new-one", email="new@example.org")
    make_person(studio, login="no-role")
    done = make_person(studio, "member", login="has-one")
    done.set_password(PASSWORD)
    done.save()
    call_command("invite", "--studio", studio.slug, "--all", "--mail")
    out = capsys.readouterr().out
    assert "new-one" in out
    assert "no-role" not in out
    assert "has-one" not in out
    assert mail.outbox[0].to == ["new@example.org"]
    assert out.split("\t")[2].strip() in mail.outbox[0].body


def test_links_by_name(capsys, studio):
    make_person(studio, login="p1")
    call_command("invite", "P1", "--studio", studio.slug)
    assert "/invitation/" in capsys.readouterr().out
    for arguments in (["nobody"], [], ["p1", "--all"]):
        with pytest.raises(CommandError):
            call_command("invite", *arguments, "--studio", studio.slug)
    with pytest.raises(CommandError, match="no studio"):
        call_command("invite", "p1", "--studio", "nowhere")
