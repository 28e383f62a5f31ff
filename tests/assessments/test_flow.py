"""The moves of an improvement action, who may make them, and how they close the request."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from studio.assessments import actions
from studio.assessments.models import ImprovementAction
from studio.audit.errors import Refused
from studio.audit.flow import flow_of
from studio.audit.models import AuditRow
from studio.files.actions import attach
from studio.notices.models import Notice
from tests.assessments.factories import make_action, make_request, make_visit
from tests.factories import make_group, make_leader, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def people(studio):
    return {role: make_person(studio, role) for role in ("lead", "office", "member", "manager", "assessor")}


@pytest.fixture
def request_(studio):
    return make_request(make_visit(studio))


def prove(action, by, tmp_path):
    path = tmp_path / "proof.txt"
    path.write_text("Register of the practice ground")
    attach(action, "proof", path, by)


def go(action, key, actor, **data):
    return flow_of(action).go(action, key, actor, **data)


def finish(action, actor, tmp_path, day=None):
    action = go(action, "start", actor)
    prove(action, actor, tmp_path)
    return go(action, "finish", actor, done_on=day or timezone.localdate())


def test_an_action_ends_with_proof_and_a_second_person(request_, people, tmp_path):
    action = make_action(request_, people["office"])
    action = finish(action, people["office"], tmp_path, date(2021, 8, 20))
    assert (action.state, action.done_on) == ("done", date(2021, 8, 20))
    action = go(action, "verify", people["lead"], closed_on=date(2021, 8, 30))
    assert (action.state, action.closed_on, action.closed_by) == ("verified", date(2021, 8, 30), people["lead"])
    request_.refresh_from_db()
    assert request_.closed_on == date(2021, 8, 30)
    verbs = AuditRow.objects.filter(object_id=str(action.pk), object_type="assessments.improvementaction")
    assert set(verbs.values_list("verb", flat=True)) == {"move.start", "move.finish", "move.verify"}


def test_without_proof_nothing_is_done(request_, people):
    action = go(make_action(request_, people["office"]), "start", people["office"])
    with pytest.raises(Refused, match="Attach a file as proof"):
        go(action, "finish", people["office"])


@pytest.mark.parametrize("key", ["verify", "send_back", "drop"])
def test_nobody_closes_the_own_action_administrators_neither(studio, request_, key, tmp_path):
    admin = make_person(studio, is_staff=True)
    action = finish(make_action(request_, admin), admin, tmp_path)
    with pytest.raises(Refused, match="does not verify the own action"):
        go(action, key, admin, reason="because")


def test_the_database_refuses_an_owner_who_verifies(request_, people):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_action(
            request_,
            people["lead"],
            state="verified",
            done_on=date(2021, 6, 1),
            closed_on=date(2021, 6, 2),
            closed_by=people["lead"],
        )


@pytest.mark.parametrize("role", ["office", "manager", "assessor", "member"])
def test_only_who_may_approve_verifies(request_, people, role, tmp_path):
    action = finish(make_action(request_, people["lead"]), people["lead"], tmp_path)
    with pytest.raises(Refused) as refused:
        go(action, "verify", people[role])
    assert refused.value.status == 403


def test_the_request_waits_for_its_last_action(request_, people, tmp_path):
    first, second = (make_action(request_, people["office"]) for _number in range(2))
    go(finish(first, people["office"], tmp_path), "verify", people["lead"])
    request_.refresh_from_db()
    assert request_.closed_on is None
    go(second, "drop", people["lead"], reason="The first one is enough")
    request_.refresh_from_db()
    assert request_.closed_on == timezone.localdate()


def test_dropping_alone_answers_no_request(request_, people):
    action = make_action(request_, people["office"])
    with pytest.raises(Refused, match="reason"):
        go(action, "drop", people["lead"])
    go(action, "drop", people["lead"], reason="Another way was found")
    request_.refresh_from_db()
    assert request_.closed_on is None


def test_sent_back_with_a_reason_that_the_owner_reads(request_, people, tmp_path):
    action = finish(make_action(request_, people["office"]), people["office"], tmp_path)
    action = go(action, "send_back", people["lead"], reason="The register has gaps")
    assert (action.state, action.done_on) == ("doing", None)
    assert "The register has gaps" in Notice.objects.get(person=people["office"]).text


def test_a_group_leader_works_on_actions_of_the_own_group_only(studio, request_):
    group, other = make_group(studio), make_group(studio)
    leader = make_leader(group)
    own = make_action(request_, leader, discipline=group.discipline)
    foreign = make_action(request_, leader, discipline=other.discipline)
    cross = make_action(request_, leader)
    assert go(own, "start", leader).state == "doing"
    for action in (foreign, cross):
        with pytest.raises(Refused):
            go(action, "start", leader)


def test_planning_tells_the_owner_and_refuses_who_could_not_work(studio, request_, people):
    values = {"title_en": "Keep a register", "title": "", "due_on": date(2026, 1, 1), "note": "", "discipline": None}
    action = actions.plan_action(people["lead"], studio, request=request_, owner=people["office"], **values)
    assert "Keep a register" in Notice.objects.get(person=people["office"]).text
    for role in ("member", "manager", "assessor"):
        with pytest.raises(Refused, match="may not work on this action"):
            actions.plan_action(people["lead"], studio, request=request_, owner=people[role], **values)
    assert list(ImprovementAction.objects.all()) == [action]


def test_a_closed_request_takes_no_more_actions(studio, people):
    request = make_request(make_visit(studio), closed_on=date(2021, 7, 1))
    with pytest.raises(Refused, match="was closed on"):
        actions.plan_action(
            people["lead"], studio, request=request, owner=people["office"], title_en="Late", due_on=date(2022, 1, 1)
        )


def test_what_has_ended_is_not_changed(request_, people):
    action = go(make_action(request_, people["office"]), "drop", people["lead"], reason="Not needed")
    with pytest.raises(Refused, match="over"):
        actions.change_action(action, people["lead"], title_en="Something else")


def test_overdue_is_what_is_not_done_by_its_day(request_, people):
    today = timezone.localdate()
    late = make_action(request_, people["office"], due_on=today - timedelta(days=1))
    make_action(request_, people["office"], due_on=today)
    assert list(ImprovementAction.objects.overdue()) == [late]
    assert late.is_overdue
