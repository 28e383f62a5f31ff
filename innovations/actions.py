"""Changes with consequences. What state moves do is in decisions.py."""

from django.db import transaction
from django.utils.translation import gettext as _

from innovations.choices import ProjectState, ProposalState, ResultState
from innovations.models import BenefitClaim, Project, ProjectMember, Proposal, Result, Transformation
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation.access import refusal


def write_proposal(actor, studio, *, co_authors=(), **values) -> Proposal:
    """A draft whose author is whoever writes it."""
    with transaction.atomic():
        proposal = Proposal.objects.create(studio=studio, author=actor, **values)
        proposal.co_authors.set(co_authors)
        audit(actor, "create", proposal)
    return proposal


def plan_project(actor, studio, *, proposal=None, **values) -> Project:
    """A draft of a project; it may grow from a proposal that was adopted."""
    _refuse_unless_adopted(proposal, studio)
    with transaction.atomic():
        project = Project.objects.create(studio=studio, proposal=proposal, **values)
        audit(actor, "create", project)
    return project


def change_project(project: Project, actor, **values) -> Project:
    """Change a project that has not ended; nobody comes to lead what they approved."""
    _refuse_unless_adopted(values.get("proposal"), project.studio)
    if project.approved_by_id is not None and project.approved_by_id == values["leader"].pk:
        raise Refused(_("This person approved the project and cannot lead it. Choose somebody else."))
    return _change(project, actor, values)


def join_team(actor, studio, *, project: Project, person, **values) -> ProjectMember:
    """Put a person into a project's team; all shares together stay within 100 %."""
    with transaction.atomic():
        _refuse_shares_beyond_whole(project, values.get("share"))
        member = ProjectMember.objects.create(studio=studio, project=project, person=person, **values)
        audit(actor, "create", member)
    return member


def change_team_member(member: ProjectMember, actor, **values) -> ProjectMember:
    """Change part or share of a team member."""
    with transaction.atomic():
        _refuse_shares_beyond_whole(member.project, values.get("share"), besides=member)
        return _change(member, actor, values)


def record_result(actor, studio, *, project: Project, **values) -> Result:
    """A draft of a result; a project that was not approved or was stopped brings none."""
    if project.state in (ProjectState.DRAFT, ProjectState.STOPPED):
        raise Refused(_("Results belong to approved projects that were not stopped."))
    with transaction.atomic():
        result = Result.objects.create(studio=studio, project=project, **values)
        audit(actor, "create", result)
    return result


def record_transformation(actor, studio, *, result: Result, **values) -> Transformation:
    """A use of an accepted result; the earliest one dates the result's transformation."""
    with transaction.atomic():
        _refuse_unless_accepted(result)
        made = Transformation.objects.create(studio=studio, result=result, **values)
        date_transformation(result.pk)
        audit(actor, "create", made)
    return made


def change_transformation(transformation: Transformation, actor, **values) -> Transformation:
    """Change where, since when and in which form; its result stays the same."""
    with transaction.atomic():
        _change(transformation, actor, values)
        date_transformation(transformation.result_id)
    return transformation


def date_transformation(result_id: int) -> None:
    """Set a result's ``transformed_on`` to the first day of its standing transformations."""
    result = Result._base_manager.select_for_update().get(pk=result_id)
    first = result.transformations.earliest()
    if result.transformed_on != first:
        result.transformed_on = first
        result.save()


def claim_benefit(actor, studio, *, project: Project, **values) -> BenefitClaim:
    """A draft of a claim by ``actor``, who belongs to the project or may edit claims there."""
    if not actor.has_perm("benefits.edit", project):
        raise Refused(refusal("benefits.edit"), 403)
    with transaction.atomic():
        claim = BenefitClaim.objects.create(studio=studio, project=project, claimant=actor, **values)
        audit(actor, "create", claim)
    return claim


def _change(record, actor, values: dict):
    many = {field.name for field in record._meta.many_to_many}
    with transaction.atomic():
        for name, value in values.items():
            if name not in many:
                setattr(record, name, value)
        record.save()
        for name in many & values.keys():
            getattr(record, name).set(values[name])
        audit(actor, "change", record, fields=sorted(values))
    return record


def _refuse_unless_adopted(proposal: Proposal | None, studio) -> None:
    if proposal is not None and proposal.state != ProposalState.ADOPTED:
        raise Refused(_("A project grows from an adopted proposal. Have the proposal decided first."))


def _refuse_unless_accepted(result: Result) -> None:
    state = Result._base_manager.select_for_update().get(pk=result.pk).state
    if state != ResultState.ACCEPTED:
        raise Refused(_("Only an accepted result counts as transformed. Have it accepted first."))


def _refuse_shares_beyond_whole(project: Project, share, besides: ProjectMember | None = None) -> None:
    """The project's row is locked, so two people cannot give away the same share."""
    Project._base_manager.select_for_update().get(pk=project.pk)
    others = project.members.exclude(pk=besides.pk) if besides else project.members.all()
    given = others.shares()
    if share is not None and given + share > 100:
        raise Refused(
            _("The others hold %(given)s %% already; at most %(left)s %% are left.")
            % {"given": given, "left": 100 - given}
        )
