"""The moves of proposals, projects, results, transformations and claims."""

from django.utils.translation import gettext_lazy as _

from innovations import decisions
from innovations.choices import ClaimState, ProjectState, ProposalState, ResultState, TransformationState
from innovations.forms import AcceptForm, ConcludeForm, ConfirmForm, StartForm, SubmitForm
from innovations.models import BenefitClaim, Project, Proposal, Result, Transformation
from studio.audit.flow import Flow, Move

EDIT, APPROVE = "innovations.edit", "innovations.approve"

proposal_flow = Flow(
    Proposal,
    "state",
    Move(
        "submit",
        _("Submit"),
        (ProposalState.DRAFT,),
        ProposalState.SUBMITTED,
        EDIT,
        fill=decisions.submit,
        form=SubmitForm,
        tone="primary",
    ),
    Move(
        "adopt",
        _("Adopt"),
        (ProposalState.SUBMITTED, ProposalState.ARCHIVED),
        ProposalState.ADOPTED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.decide_proposal,
        action=decisions.tell_authors,
        tone="primary",
    ),
    Move(
        "archive",
        _("Archive for later"),
        (ProposalState.SUBMITTED,),
        ProposalState.ARCHIVED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.decide_proposal,
        action=decisions.tell_authors,
        reason=True,
    ),
    Move(
        "reject",
        _("Reject"),
        (ProposalState.SUBMITTED, ProposalState.ARCHIVED),
        ProposalState.REJECTED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.decide_proposal,
        action=decisions.tell_authors,
        reason=True,
        tone="danger",
    ),
)

project_flow = Flow(
    Project,
    "state",
    Move(
        "approve",
        _("Approve"),
        (ProjectState.DRAFT,),
        ProjectState.APPROVED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.approve_project,
        action=decisions.tell_leader,
        tone="primary",
    ),
    Move(
        "start",
        _("Start"),
        (ProjectState.APPROVED,),
        ProjectState.RUNNING,
        EDIT,
        fill=decisions.start_project,
        form=StartForm,
        tone="primary",
    ),
    Move(
        "conclude",
        _("Conclude"),
        (ProjectState.RUNNING,),
        ProjectState.CONCLUDED,
        EDIT,
        fill=decisions.conclude_project,
        form=ConcludeForm,
        tone="primary",
    ),
    Move(
        "stop",
        _("Stop"),
        (ProjectState.APPROVED, ProjectState.RUNNING),
        ProjectState.STOPPED,
        APPROVE,
        fill=decisions.stop_project,
        action=decisions.tell_leader,
        reason=True,
        tone="danger",
    ),
)

result_flow = Flow(
    Result,
    "state",
    Move(
        "submit",
        _("Submit for acceptance"),
        (ResultState.DRAFT, ResultState.RETURNED),
        ResultState.SUBMITTED,
        EDIT,
        check=decisions.why_not_submit_result,
        fill=decisions.submit,
        form=SubmitForm,
        tone="primary",
    ),
    Move(
        "accept",
        _("Accept"),
        (ResultState.SUBMITTED,),
        ResultState.ACCEPTED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.accept_result,
        action=decisions.tell_team,
        form=AcceptForm,
        tone="primary",
    ),
    Move(
        "return",
        _("Return"),
        (ResultState.SUBMITTED,),
        ResultState.RETURNED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.return_result,
        action=decisions.tell_team,
        reason=True,
    ),
)

transformation_flow = Flow(
    Transformation,
    "state",
    Move(
        "withdraw",
        _("Withdraw"),
        (TransformationState.RECORDED,),
        TransformationState.WITHDRAWN,
        APPROVE,
        fill=decisions.withdraw_transformation,
        action=decisions.date_result_again,
        reason=True,
        tone="danger",
    ),
)

claim_flow = Flow(
    BenefitClaim,
    "state",
    Move(
        "submit",
        _("Submit to finance"),
        (ClaimState.DRAFT,),
        ClaimState.SUBMITTED,
        "benefits.edit",
        check=decisions.why_not_submit_claim,
        fill=decisions.submit_claim,
        tone="primary",
    ),
    Move(
        "confirm",
        _("Confirm benefit"),
        (ClaimState.SUBMITTED,),
        ClaimState.JUDGED,
        "benefits.confirm",
        fill=decisions.confirm_claim,
        action=decisions.write_verdict,
        form=ConfirmForm,
        reason=True,
        tone="primary",
    ),
    Move(
        "revise",
        _("Give a later verdict"),
        (ClaimState.JUDGED,),
        ClaimState.JUDGED,
        "benefits.confirm",
        fill=decisions.confirm_claim,
        action=decisions.write_verdict,
        form=ConfirmForm,
        reason=True,
    ),
)
