"""Every move and every refusal, with what it leaves behind."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from innovations.actions import (
    change_project,
    change_transformation,
    claim_benefit,
    join_team,
    plan_project,
    record_result,
    record_transformation,
    write_proposal,
)
from innovations.decisions import submit_claim, why_not_submit_claim
from innovations.flows import claim_flow, project_flow, proposal_flow, result_flow, transformation_flow
from innovations.models import BenefitClaim, Project
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from tests.factories import make_person
from tests.innovations.factories import (
    add_member,
    any_kind,
    make_claim,
    make_project,
    make_proposal,
    make_result,
    make_transformation,
)

TODAY = timezone.localdate()


def again(person):
    """The same person with rights read afresh."""
    return type(person).objects.get(pk=person.pk)


def status_of(flow, record, key, person, **data) -> int:
    with pytest.raises(Refused) as refusal:
        flow.go(record, key, again(person), **data)
    assert str(refusal.value.text)
    return refusal.value.status


# --- Proposals ---------------------------------------------------------------------------------------


def test_a_proposal_goes_from_its_author_to_the_decision(studio, group, people):
    draft = write_proposal(
        people["participant"],
        studio,
        title_en="Better clamp",
        kind=any_kind(),
        problem="Slips.",
        idea="Teeth.",
        discipline=group.discipline,
        co_authors=[people["member"]],
    )
    submitted = proposal_flow.go(draft, "submit", people["participant"], day=date(2021, 5, 4))
    assert submitted.submitted_on == date(2021, 5, 4)
    adopted = proposal_flow.go(submitted, "adopt", people["leader"])
    assert (adopted.state, adopted.decided_on, adopted.decided_by) == ("adopted", TODAY, people["leader"])
    told = Notice.objects.filter(kind="innovations.proposal.adopted").values_list("person", flat=True)
    assert set(told) == {people["participant"].pk, people["member"].pk}
    assert AuditRow.objects.filter(verb="move.adopt", object_id=str(adopted.pk)).count() == 1


@pytest.mark.parametrize(("move", "state"), [("reject", "rejected"), ("archive", "archived")])
def test_a_no_needs_its_reason_which_the_author_reads(studio, people, move, state):
    proposal = make_proposal(studio, people["member"], state="submitted")
    assert status_of(proposal_flow, proposal, move, people["lead"]) == 409
    assert status_of(proposal_flow, proposal, move, people["lead"], reason="  ") == 409
    decided = proposal_flow.go(proposal, move, people["lead"], reason="Too dear.")
    assert (decided.state, decided.decision_reason) == (state, "Too dear.")
    assert Notice.objects.get(person=people["member"]).params["reason"] == "Too dear."


def test_an_archived_proposal_may_still_be_adopted(studio, people):
    proposal = make_proposal(studio, state="archived")
    assert proposal_flow.go(proposal, "adopt", people["lead"]).state == "adopted"


@pytest.mark.parametrize("state", ["draft", "adopted", "rejected"])
def test_only_what_waits_is_decided(studio, people, state):
    proposal = make_proposal(studio, state=state)
    for move in ("adopt", "reject", "archive"):
        assert status_of(proposal_flow, proposal, move, people["lead"], reason="x") == 409


@pytest.mark.parametrize("role", ["lead", "leader", "admin"])
@pytest.mark.parametrize("part", ["author", "co_author"])
def test_nobody_decides_their_own_proposal(studio, group, people, role, part):
    person = people[role]
    proposal = make_proposal(
        studio, person if part == "author" else None, state="submitted", discipline=group.discipline
    )
    if part == "co_author":
        proposal.co_authors.add(person)
    for move in ("adopt", "reject", "archive"):
        assert status_of(proposal_flow, proposal, move, person, reason="x") == 409


def test_a_group_leader_decides_in_the_own_group_only(studio, group, other_group, people):
    leader = people["leader"]
    for discipline in (other_group.discipline, None):
        proposal = make_proposal(studio, state="submitted", discipline=discipline)
        assert status_of(proposal_flow, proposal, "adopt", leader) == 403
    proposal = make_proposal(studio, state="submitted", discipline=group.discipline)
    assert proposal_flow.go(proposal, "adopt", again(leader)).state == "adopted"


@pytest.mark.parametrize("role", ["office", "member", "finance", "manager", "assessor", "trainer", "participant"])
def test_the_other_roles_decide_nothing(studio, project, people, role):
    records = {
        "adopt": (proposal_flow, make_proposal(studio, state="submitted")),
        "approve": (project_flow, make_project(studio, state="draft")),
        "stop": (project_flow, project),
        "accept": (result_flow, make_result(project, state="submitted")),
        "withdraw": (transformation_flow, make_transformation(make_result(project))),
    }
    for move, (flow, record) in records.items():
        assert status_of(flow, record, move, people[role], reason="x") == 403


# --- Projects ----------------------------------------------------------------------------------------


def test_a_project_grows_from_an_adopted_proposal_and_is_concluded(studio, group, people):
    proposal = make_proposal(studio, people["member"], state="adopted")
    values = {"title_en": "Clamp", "kind": any_kind(), "leader": people["member"], "discipline": group.discipline}
    project = plan_project(people["member"], studio, proposal=proposal, **values)
    assert status_of(project_flow, project, "start", people["member"]) == 409
    approved = project_flow.go(project, "approve", people["leader"])
    assert (approved.approved_on, approved.approved_by) == (TODAY, people["leader"])
    running = project_flow.go(approved, "start", people["member"], day=date(2021, 1, 1))
    concluded = project_flow.go(running, "conclude", people["member"], day=date(2021, 2, 1))
    assert (concluded.started_on, concluded.concluded_on) == (date(2021, 1, 1), date(2021, 2, 1))
    assert Notice.objects.filter(person=people["member"], kind="innovations.project.approved").count() == 1


def test_a_proposal_that_was_not_adopted_grows_into_nothing(studio, people):
    for state in ("draft", "submitted", "rejected", "archived"):
        with pytest.raises(Refused):
            plan_project(people["office"], studio, proposal=make_proposal(studio, state=state), title_en="x")
    assert not Project.objects.exists()


@pytest.mark.parametrize("role", ["lead", "leader", "admin"])
def test_nobody_approves_a_project_of_their_own(studio, group, people, role):
    led = make_project(studio, people[role], state="draft", discipline=group.discipline)
    joined = make_project(studio, state="draft", discipline=group.discipline)
    add_member(joined, people[role])
    for project in (led, joined):
        assert status_of(project_flow, project, "approve", people[role]) == 409


def test_who_approved_a_project_does_not_come_to_lead_it(studio, people):
    project = make_project(studio, approved_by=people["lead"])
    with pytest.raises(Refused):
        change_project(project, people["office"], leader=people["lead"])


@pytest.mark.parametrize("state", ["approved", "running"])
def test_a_project_is_stopped_with_a_reason(studio, people, state):
    project = make_project(studio, people["member"], state=state)
    assert status_of(project_flow, project, "stop", people["lead"]) == 409
    stopped = project_flow.go(project, "stop", people["lead"], reason="No parts.")
    assert (stopped.stopped_on, stopped.stop_reason) == (TODAY, "No parts.")
    assert Notice.objects.get(person=people["member"]).kind == "innovations.project.stopped"


def test_shares_of_a_team_stay_within_the_whole(studio, people, project):
    join_team(people["office"], studio, project=project, person=people["trainer"], share=Decimal(60))
    with pytest.raises(Refused):
        join_team(people["office"], studio, project=project, person=people["judge"], share=Decimal("40.01"))
    join_team(people["office"], studio, project=project, person=people["judge"], share=Decimal(40))
    assert project.members.shares() == 100


# --- Results and transformations ---------------------------------------------------------------------


def test_a_result_is_returned_once_and_accepted_then(studio, people, project):
    add_member(project, people["trainer"])
    result = record_result(people["member"], studio, project=project, title_en="Tool", description="")
    submitted = result_flow.go(result, "submit", people["member"], day=date(2021, 6, 1))
    assert status_of(result_flow, submitted, "return", people["lead"]) == 409
    returned = result_flow.go(submitted, "return", people["lead"], reason="Measure.")
    assert returned.decision_reason == "Measure."
    resubmitted = result_flow.go(returned, "submit", people["member"], day=date(2021, 6, 9))
    accepted = result_flow.go(resubmitted, "accept", people["leader"], day=date(2021, 6, 10))
    assert (accepted.accepted_on, accepted.accepted_by) == (date(2021, 6, 10), people["leader"])
    told = Notice.objects.filter(kind="innovations.result.accepted").values_list("person", flat=True)
    assert set(told) == {people["member"].pk, people["trainer"].pk}


@pytest.mark.parametrize("role", ["lead", "leader", "admin"])
def test_nobody_accepts_a_result_of_their_own(studio, group, people, role):
    project = make_project(studio, discipline=group.discipline)
    add_member(project, people[role])
    result = make_result(project, state="submitted")
    assert status_of(result_flow, result, "accept", people[role]) == 409
    assert status_of(result_flow, result, "return", people[role], reason="x") == 409


def test_a_stopped_project_brings_no_result(studio, people):
    project = make_project(studio, state="stopped")
    with pytest.raises(Refused):
        record_result(people["office"], studio, project=project, title_en="Tool")
    draft = make_result(project, state="draft")
    assert status_of(result_flow, draft, "submit", people["office"]) == 409


def test_the_earliest_standing_use_dates_the_transformation(studio, people, project):
    result = make_result(project)
    values = {"unit_en": "Unit one", "form": "own_use", "result": result}
    later = record_transformation(people["member"], studio, since=date(2021, 9, 1), **values)
    first = record_transformation(people["member"], studio, since=date(2021, 8, 1), **values)
    assert refreshed(result).transformed_on == date(2021, 8, 1)
    change_transformation(first, people["member"], since=date(2021, 8, 15))
    assert refreshed(result).transformed_on == date(2021, 8, 15)
    transformation_flow.go(first, "withdraw", people["lead"], reason="Never used.")
    assert refreshed(result).transformed_on == date(2021, 9, 1)
    transformation_flow.go(later, "withdraw", people["lead"], reason="Nor this.")
    assert refreshed(result).transformed_on is None


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_only_an_accepted_result_is_transformed(studio, people, project, state):
    result = make_result(project, state=state)
    with pytest.raises(Refused):
        record_transformation(people["office"], studio, result=result, unit_en="Unit", since=TODAY, form="own_use")


def refreshed(record):
    record.refresh_from_db()
    return record


# --- Benefit -----------------------------------------------------------------------------------------


def test_finance_confirms_a_part_and_a_later_verdict_supersedes(studio, people, project):
    claim = make_claim(project, state="draft")
    submitted = claim_flow.go(claim, "submit", people["member"])
    assert submitted.submitted_on == TODAY
    judged = claim_flow.go(submitted, "confirm", people["finance"], reason="By invoice.", confirmed=Decimal("75000.50"))
    assert (judged.state, judged.confirmed, judged.judged_on) == ("judged", Decimal("75000.50"), TODAY)
    notice = Notice.objects.get(person=people["member"])
    assert (notice.params["confirmed"], notice.params["net"]) == ("7.50", "10.00")
    revised = claim_flow.go(judged, "revise", people["finance"], reason="Price fell.", confirmed=Decimal(0))
    assert revised.confirmed == 0
    verdicts = list(claim.verdicts.order_by("number").values_list("number", "confirmed", "reason"))
    assert verdicts == [(1, Decimal("75000.50"), "By invoice."), (2, Decimal(0), "Price fell.")]


@pytest.mark.parametrize("confirmed", [Decimal("100000.01"), Decimal("-0.01")])
def test_no_more_than_the_net_is_confirmed(people, project, confirmed):
    claim = make_claim(project)
    assert status_of(claim_flow, claim, "confirm", people["finance"], reason="x", confirmed=confirmed) == 409
    assert not claim.verdicts.exists()


def test_a_verdict_needs_its_reason(people, project):
    assert status_of(claim_flow, make_claim(project), "confirm", people["finance"], confirmed=Decimal(1)) == 409


@pytest.mark.parametrize(
    "role", ["lead", "office", "leader", "member", "admin", "manager", "assessor", "trainer", "judge", "participant"]
)
def test_only_finance_confirms(people, project, role):
    claim = make_claim(project, claimant=make_person(project.studio, "member"))
    assert status_of(claim_flow, claim, "confirm", people[role], reason="x", confirmed=Decimal(1)) == 403


@pytest.mark.parametrize("part", ["claimant", "leader", "team"])
@pytest.mark.parametrize("is_staff", [False, True])
def test_finance_never_confirms_what_it_benefits_from(studio, people, part, is_staff):
    finance = make_person(studio, "finance", is_staff=is_staff)
    project = make_project(studio, finance if part == "leader" else None)
    if part == "team":
        add_member(project, finance)
    claim = make_claim(project, claimant=finance if part == "claimant" else people["member"])
    assert status_of(claim_flow, claim, "confirm", finance, reason="x", confirmed=Decimal(1)) == 403
    assert not finance.has_perm("benefits.confirm", claim)


def test_a_claim_is_verified_once(people, project):
    claim = make_claim(project)
    first, second = BenefitClaim.objects.get(pk=claim.pk), BenefitClaim.objects.get(pk=claim.pk)
    claim_flow.go(first, "confirm", people["finance"], reason="Fine.", confirmed=Decimal(100))
    assert status_of(claim_flow, second, "confirm", people["finance"], reason="Also.", confirmed=Decimal(200)) == 409
    assert list(claim.verdicts.values_list("confirmed", flat=True)) == [Decimal(100)]


def test_a_late_revision_of_an_older_version_is_refused(people, project):
    claim = make_claim(project)
    judged = claim_flow.go(claim, "confirm", people["finance"], reason="Fine.", confirmed=Decimal(100))
    seen = judged.version
    claim_flow.go(judged, "revise", people["finance"], reason="Less.", confirmed=Decimal(50), version=seen)
    data = {"reason": "More.", "confirmed": Decimal(90), "version": seen}
    assert status_of(claim_flow, judged, "revise", people["finance"], **data) == 409


def test_who_claims_belongs_to_the_project_or_may_edit_claims_there(studio, people, project):
    values = {
        "method": "labour",
        "calculation": "…",
        "effect_from": TODAY,
        "effect_to": TODAY + timedelta(days=30),
        "gross": Decimal(10),
        "cost": Decimal(0),
    }
    assert claim_benefit(people["member"], studio, project=project, **values).claimant == people["member"]
    assert claim_benefit(people["leader"], studio, project=project, **values).net == 10
    stranger = make_person(studio, "member")
    for person in (stranger, people["finance"], people["participant"]):
        with pytest.raises(Refused) as refusal:
            claim_benefit(person, studio, project=project, **values)
        assert refusal.value.status == 403


def test_the_same_benefit_is_claimed_once(people, project):
    make_claim(project)
    twice = make_claim(project, state="draft", effect_from=date(2022, 7, 31), effect_to=date(2022, 8, 31))
    assert status_of(claim_flow, twice, "submit", people["member"]) == 409
    other_way = make_claim(project, state="draft", method="energy")
    assert claim_flow.go(other_way, "submit", people["member"]).state == "submitted"
    later = make_claim(project, state="draft", effect_from=date(2022, 8, 1), effect_to=date(2022, 8, 31))
    assert claim_flow.go(later, "submit", people["member"]).state == "submitted"


def test_a_claim_that_came_between_is_seen_when_the_day_is_set(people, project):
    """The check is asked again under the lock of the project's row, where the loser of a race stands."""
    first, second = (make_claim(project, state="draft") for _number in range(2))
    assert why_not_submit_claim(second, people["member"]) is None
    claim_flow.go(first, "submit", people["member"])
    with pytest.raises(Refused), transaction.atomic():
        submit_claim(second, people["member"], "")


def test_only_an_accepted_result_of_an_approved_project_brings_benefit(studio, people, project):
    claim = make_claim(project, state="draft", result=make_result(project, state="submitted"))
    assert status_of(claim_flow, claim, "submit", people["member"]) == 409
    early = make_claim(make_project(studio, people["member"], state="draft"), state="draft")
    assert status_of(claim_flow, early, "submit", people["member"]) == 409


def test_members_move_their_own_records_only(studio, people):
    for flow, record in [
        (proposal_flow, make_proposal(studio)),
        (result_flow, make_result(make_project(studio), state="draft")),
        (claim_flow, make_claim(make_project(studio), state="draft")),
    ]:
        assert status_of(flow, record, "submit", people["member"]) == 403
    assert status_of(project_flow, make_project(studio), "conclude", people["member"]) == 403


def test_participants_propose_and_do_nothing_else(studio, people):
    participant = people["participant"]
    project = make_project(studio, participant)
    assert status_of(project_flow, project, "conclude", participant) == 403
    assert status_of(result_flow, make_result(project, state="draft"), "submit", participant) == 403
    own = make_proposal(studio, participant)
    assert proposal_flow.go(own, "submit", again(participant)).state == "submitted"
