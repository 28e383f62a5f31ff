"""The moves of batches and candidates."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals import decisions
from appraisals.choices import BatchState, CandidateState
from appraisals.forms import DecideForm, ExamineForm
from appraisals.models import Batch, Candidate
from studio.audit.flow import Flow, Move

EDIT, APPROVE, APPLY = "appraisals.edit", "appraisals.approve", "appraisals.apply"

batch_flow = Flow(
    Batch,
    "state",
    Move(
        "open",
        _("Open for applications"),
        (BatchState.DRAFT,),
        BatchState.OPEN,
        EDIT,
        check=decisions.why_not_open,
        tone="primary",
    ),
    Move(
        "examine",
        _("Mark as examined"),
        (BatchState.OPEN,),
        BatchState.EXAMINED,
        EDIT,
        check=decisions.why_not_examined,
        fill=decisions.examine,
        form=ExamineForm,
        tone="primary",
    ),
    Move(
        "decide",
        _("Decide the batch"),
        (BatchState.EXAMINED,),
        BatchState.DECIDED,
        APPROVE,
        check=decisions.why_not_decide,
        fill=decisions.decide,
        action=decisions.write_decisions,
        form=DecideForm,
        tone="primary",
    ),
    Move(
        "not_examined",
        _("Not examined after all"),
        (BatchState.EXAMINED,),
        BatchState.OPEN,
        APPROVE,
        check=decisions.why_examined,
        fill=decisions.not_examined,
        reason=True,
    ),
    Move(
        "take_back",
        _("Take the decision back"),
        (BatchState.DECIDED,),
        BatchState.EXAMINED,
        APPROVE,
        check=decisions.why_not_take_back,
        fill=decisions.take_back,
        action=decisions.withdraw_decisions,
        reason=True,
        tone="danger",
    ),
    Move(
        "cancel",
        _("Cancel the batch"),
        (BatchState.DRAFT, BatchState.OPEN),
        BatchState.CANCELLED,
        APPROVE,
        fill=decisions.cancel,
        action=decisions.tell_of_cancelling,
        reason=True,
        tone="danger",
    ),
)

candidate_flow = Flow(
    Candidate,
    "state",
    Move(
        "accept",
        pgettext_lazy("appraisal", "Accept"),
        (CandidateState.APPLIED, CandidateState.DECLINED),
        CandidateState.ACCEPTED,
        APPROVE,
        check=decisions.why_not_accept,
        fill=decisions.accept,
        action=decisions.tell_accepted_one,
        tone="primary",
    ),
    Move(
        "decline",
        pgettext_lazy("appraisal", "Decline"),
        (CandidateState.APPLIED, CandidateState.ACCEPTED),
        CandidateState.DECLINED,
        APPROVE,
        check=decisions.why_not_decline,
        fill=decisions.decline,
        action=decisions.tell_declined,
        reason=True,
        tone="danger",
    ),
    Move(
        "withdraw",
        _("Withdraw the application"),
        (CandidateState.APPLIED, CandidateState.ACCEPTED),
        CandidateState.WITHDRAWN,
        APPLY,
        check=decisions.why_not_withdraw,
        fill=decisions.withdraw,
    ),
    Move(
        "apply_again",
        _("Apply again"),
        (CandidateState.WITHDRAWN,),
        CandidateState.APPLIED,
        APPLY,
        check=decisions.why_not_apply_again,
        fill=decisions.apply_again,
        tone="primary",
    ),
)
