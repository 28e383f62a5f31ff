"""Until the marks are locked nobody but the judges of the event sees them: pages, lists, files, admin, log."""

import pytest
from django.urls import reverse

from competitions.flows import event_flow
from competitions.models import Mark
from tests.competitions.factories import enter, mark
from tests.factories import make_person, make_studio

SCORE = "87.31"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
AFTER_LOCK = ("lead", "office", "manager", "admin", "parent")
NEVER = ("trainer", "appraiser", "finance", "assessor", "leader")


@pytest.fixture
def entrant(studio):
    return make_person(studio, "member")


@pytest.fixture
def secret(held, judge, entrant):
    """The only mark of a held event, given to ``entrant``."""
    return mark(enter(held, entrant), SCORE, judge)


@pytest.fixture
def who(studio, leader, judge, entrant):
    """Somebody of each kind, by name."""

    def make(name):
        if name == "parent":
            studio.parent = make_studio()
            studio.save()
            return make_person(studio.parent, "lead")
        special = {"leader": leader, "judge": judge, "entrant": entrant}
        if name in special:
            return type(leader).objects.get(pk=special[name].pk)
        return make_person(studio, is_staff=True) if name == "admin" else make_person(studio, name)

    return make


def sees(at, person, secret) -> bool:
    """Whether the score comes out anywhere; where it does, every page that should show it does."""
    event, entry = secret.entry.event, secret.entry
    answers = [
        at(person, "competitions:mark_detail", pk=secret.pk),
        at(person, "competitions:mark_list"),
        at(person, "competitions:mark_export", data={"format": "csv"}),
        at(person, "competitions:event_detail", pk=event.pk, query="?tab=marks"),
        at(person, "competitions:entry_detail", pk=entry.pk, query="?tab=mark"),
    ]
    around = [
        at(person, "competitions:mark_detail", pk=secret.pk, query="?part=history"),
        at(person, "competitions:event_detail", pk=event.pk, query="?part=history"),
        at(person, "competitions:entry_detail", pk=entry.pk, query="?part=history"),
        at(person, "competitions:result_list"),
        at(person, "competitions:entry_list", query="?columns=who,event,absent"),
        at(person, "audit:log"),
        at(person, "home:home"),
    ]
    shown = [SCORE in content(one) for one in answers]
    assert all(shown) or not any(shown), shown
    assert shown[0] or not any(SCORE in content(one) for one in around)
    return shown[0]


def content(response) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode(errors="replace")


@pytest.mark.parametrize("name", [*AFTER_LOCK, *NEVER, "member", "entrant"])
def test_nobody_sees_a_mark_before_the_lock(at, secret, who, name):
    assert not sees(at, who(name), secret)


def test_the_judge_of_the_event_does_and_another_one_does_not(at, studio, secret, who):
    assert sees(at, who("judge"), secret)
    assert not sees(at, make_person(studio, "judge"), secret)


@pytest.mark.parametrize("name", [*AFTER_LOCK, *NEVER, "member", "entrant"])
def test_after_the_lock_only_lead_office_and_managers_see_it(at, secret, office, who, name):
    event_flow.go(secret.entry.event, "lock", office)
    assert sees(at, who(name), secret) == (name in AFTER_LOCK)


@pytest.mark.parametrize("name", [*AFTER_LOCK, *NEVER, "member", "entrant"])
def test_after_publication_the_own_mark_shows_too(at, secret, office, who, name):
    event = event_flow.go(secret.entry.event, "lock", office)
    event_flow.go(event, "publish", office)
    assert sees(at, who(name), secret) == (name in (*AFTER_LOCK, "entrant"))


def test_visible_rows_and_the_right_to_see_one_agree(studio, secret, office, who):
    everybody = [who(name) for name in (*AFTER_LOCK, *NEVER, "member", "entrant", "judge")]
    for move in (None, "lock", "publish"):
        if move:
            event_flow.go(secret.entry.event, move, office)
        mark_now = Mark.objects.get()
        for person in everybody:
            visible = Mark.objects.visible_to(person, studio).exists()
            assert visible == person.has_perm("competition_marks.view", mark_now), (move, person)


def test_the_django_admin_shows_locked_marks_only(client, studio, secret, office):
    client.force_login(make_person(is_staff=True), backend=BACKEND)
    listed = reverse("admin:competitions_mark_changelist")
    change = reverse("admin:competitions_mark_change", args=[secret.pk])
    assert SCORE not in client.get(listed).content.decode()
    assert client.get(change).status_code == 302  # as if there were none
    event_flow.go(secret.entry.event, "lock", office)
    assert SCORE in client.get(listed).content.decode()
    assert client.get(change).status_code == 200
    assert client.post(change, {"score": "99", "version_read": 1}).status_code == 403
