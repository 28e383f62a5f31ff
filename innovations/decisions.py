"""What the moves of flows.py check, fill in and tell people."""

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from innovations.actions import date_transformation
from innovations.choices import ProjectState, ResultState
from innovations.models import BenefitVerdict, Project
from innovations.notices import tell
from studio.audit.errors import Refused


def why_not_decide(record, actor) -> str | None:
    """Nobody decides on a proposal, project or result of their own, administrators included."""
    if record.is_own(actor):
        return _("This is your own work; somebody else decides on it.")
    return None


def submit(record, actor, reason, day=None) -> None:
    """Date the submission: today, or the day it was handed in on paper."""
    record.submitted_on = day or timezone.localdate()


def decide_proposal(proposal, actor, reason) -> None:
    """Sign the decision; its reason is shown to the author."""
    proposal.decided_on, proposal.decided_by, proposal.decision_reason = timezone.localdate(), actor, reason


def tell_authors(proposal, actor, reason) -> None:
    """The author and the co-authors learn the decision and its reason."""
    for person in {proposal.author, *proposal.co_authors.all()}:
        tell(person, proposal.state, proposal, reason)


def approve_project(project, actor, reason, day=None) -> None:
    """Sign the approval."""
    project.approved_on, project.approved_by = day or timezone.localdate(), actor


def tell_leader(project, actor, reason, day=None) -> None:
    """The leader learns that the project was approved, or stopped and why."""
    tell(project.leader, project.state, project, reason)


def start_project(project, actor, reason, day=None) -> None:
    """Date the start."""
    project.started_on = day or timezone.localdate()


def conclude_project(project, actor, reason, day=None) -> None:
    """Date the end."""
    project.concluded_on = day or timezone.localdate()


def stop_project(project, actor, reason) -> None:
    """Date the stop and keep its reason."""
    project.stopped_on, project.stop_reason = timezone.localdate(), reason


def why_not_submit_result(result, actor) -> str | None:
    """Results of stopped projects go no further."""
    if result.project.state in (ProjectState.DRAFT, ProjectState.STOPPED):
        return _("Its project was stopped or not approved.")
    return None


def accept_result(result, actor, reason, day=None) -> None:
    """Sign the acceptance."""
    result.accepted_on, result.accepted_by, result.decision_reason = day or timezone.localdate(), actor, reason


def return_result(result, actor, reason) -> None:
    """Say what is missing."""
    result.decision_reason = reason


def tell_team(result, actor, reason, day=None) -> None:
    """The project's leader and team learn what became of their result."""
    project = result.project
    team = [member.person for member in project.members.select_related("person")]
    for person in {project.leader, *team}:
        tell(person, result.state, result, reason)


def withdraw_transformation(transformation, actor, reason) -> None:
    """Date the withdrawal."""
    transformation.withdrawn_on = timezone.localdate()


def date_result_again(transformation, actor, reason) -> None:
    """The result is dated by what still stands."""
    date_transformation(transformation.result_id)


def why_not_submit_claim(claim, actor) -> str | None:
    """A claim counts once, and for accepted work."""
    if claim.result and claim.result.state != ResultState.ACCEPTED:
        return _("The result is not accepted yet. Have it accepted first.")
    if claim.project.state == ProjectState.DRAFT:
        return _("The project is not approved yet.")
    if type(claim).objects.counting_twice(claim).exists():
        return _("Another claim by the same method covers some of the same days. A benefit counts once.")
    return None


def submit_claim(claim, actor, reason) -> None:
    """Date the submission. The project's row is locked before asking again, so two claims cannot pass each other."""
    Project._base_manager.select_for_update().get(pk=claim.project_id)
    if why := why_not_submit_claim(claim, actor):
        raise Refused(why)
    submit(claim, actor, reason)


def confirm_claim(claim, actor, reason, confirmed: Decimal) -> None:
    """Set the confirmed sum: nothing, a part or all of the net benefit."""
    if not 0 <= confirmed <= claim.net:
        raise Refused(_("Confirm between 0 and the net benefit claimed."))
    claim.confirmed, claim.judged_on = confirmed, timezone.localdate()


def write_verdict(claim, actor, reason, confirmed: Decimal) -> None:
    """Append the verdict, which supersedes any earlier one, and tell the claimant."""
    verdict = BenefitVerdict.objects.create(
        studio_id=claim.studio_id,
        claim=claim,
        number=claim.verdicts.next_number(),
        claimant_id=claim.claimant_id,
        net=claim.net,
        confirmed=confirmed,
        reason=reason,
        by=actor,
        judged_on=claim.judged_on,
    )
    tell(claim.claimant, claim.state, claim, reason, confirmed=verdict.confirmed, net=verdict.net)
