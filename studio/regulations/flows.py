"""The moves of versions, meetings, funds and spends."""

from django.utils.translation import gettext_lazy as _

from studio.audit.flow import Flow, Move
from studio.regulations import decisions
from studio.regulations.choices import FundState, MeetingState, SpendState, VersionState
from studio.regulations.models import Fund, Meeting, RegulationVersion, Spend
from studio.regulations.move_forms import AbolishForm, CorrectForm, HoldForm, InForceForm, OpenForm, ReviewForm

APPROVE, EDIT = "regulations.approve", "regulations.edit"

version_flow = Flow(
    RegulationVersion,
    "state",
    Move(
        "approve",
        _("Put in force"),
        (VersionState.DRAFT,),
        VersionState.IN_FORCE,
        APPROVE,
        check=decisions.why_not_approve,
        fill=decisions.put_in_force,
        action=decisions.first_review_and_readers,
        form=InForceForm,
        tone="primary",
    ),
    Move(
        "review",
        _("Reviewed, stays as it is"),
        (VersionState.IN_FORCE,),
        VersionState.IN_FORCE,
        APPROVE,
        fill=decisions.review,
        action=decisions.note_review,
        form=ReviewForm,
    ),
    Move(
        "abolish",
        _("Abolish"),
        (VersionState.IN_FORCE,),
        VersionState.ABOLISHED,
        APPROVE,
        fill=decisions.abolish,
        form=AbolishForm,
        reason=True,
        tone="danger",
    ),
)

meeting_flow = Flow(
    Meeting,
    "state",
    Move(
        "hold",
        _("Record as held"),
        (MeetingState.PLANNED,),
        MeetingState.HELD,
        EDIT,
        fill=decisions.hold,
        action=decisions.name_present,
        form=HoldForm,
        tone="primary",
    ),
    Move(
        "correct",
        _("Correct the record"),
        (MeetingState.HELD,),
        MeetingState.HELD,
        EDIT,
        fill=decisions.hold,
        action=decisions.name_present,
        form=CorrectForm,
        reason=True,
    ),
    Move(
        "cancel",
        _("Cancel the meeting"),
        (MeetingState.PLANNED,),
        MeetingState.CANCELLED,
        APPROVE,
        fill=decisions.cancel,
        reason=True,
        tone="danger",
    ),
)

fund_flow = Flow(
    Fund,
    "state",
    Move(
        "open",
        _("Open the fund"),
        (FundState.DRAFT,),
        FundState.OPEN,
        "funds.approve",
        check=decisions.why_not_open,
        fill=decisions.open_fund,
        form=OpenForm,
        tone="primary",
    ),
    Move(
        "close",
        _("Close the fund"),
        (FundState.OPEN,),
        FundState.CLOSED,
        "funds.approve",
        check=decisions.why_not_close,
        fill=decisions.close_fund,
        reason=True,
    ),
)

spend_flow = Flow(
    Spend,
    "state",
    Move(
        "approve",
        _("Approve"),
        (SpendState.RECORDED,),
        SpendState.APPROVED,
        "funds.approve",
        check=decisions.why_not_approve_spend,
        fill=decisions.approve_spend,
        tone="primary",
    ),
    Move(
        "void",
        _("Declare void"),
        (SpendState.RECORDED, SpendState.APPROVED),
        SpendState.VOID,
        "funds.approve",
        check=decisions.why_not_void,
        fill=decisions.void,
        action=decisions.tell_of_void,
        reason=True,
        tone="danger",
    ),
)
