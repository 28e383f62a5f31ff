"""The moves of agreements, exchange events, shared resources and their uses."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing import decisions
from sharing.choices import AgreementState, EventState, ResourceState, UseState
from sharing.forms import EndForm, HoldForm, RetireForm, SignForm
from sharing.models import Agreement, ExchangeEvent, ResourceUse, SharedResource
from studio.audit.flow import Flow, Move

EDIT, APPROVE = "sharing.edit", "sharing.approve"
DRAFT, SIGNED, ENDED = AgreementState.DRAFT, AgreementState.SIGNED, AgreementState.ENDED
PLANNED, HELD, CANCELLED = EventState.PLANNED, EventState.HELD, EventState.CANCELLED
OFFERED, RETIRED = ResourceState.OFFERED, ResourceState.RETIRED

agreement_flow = Flow(
    Agreement,
    "state",
    Move("sign", _("Note the signature"), (DRAFT,), SIGNED, EDIT, fill=decisions.sign, form=SignForm, tone="primary"),
    Move(
        "close",
        _("Close at its end"),
        (SIGNED,),
        ENDED,
        EDIT,
        check=decisions.why_not_over,
        fill=decisions.close_at_end,
        tone="primary",
    ),
    Move(
        "end",
        _("End early"),
        (SIGNED,),
        ENDED,
        APPROVE,
        fill=decisions.end_early,
        form=EndForm,
        reason=True,
        tone="danger",
    ),
    Move(
        "unsign",
        _("Not signed after all"),
        (SIGNED,),
        DRAFT,
        APPROVE,
        fill=decisions.take_back_signature,
        reason=True,
    ),
    Move("resume", _("Not ended after all"), (ENDED,), SIGNED, APPROVE, fill=decisions.not_ended, reason=True),
)

event_flow = Flow(
    ExchangeEvent,
    "state",
    Move("hold", _("Mark as held"), (PLANNED,), HELD, EDIT, fill=decisions.hold, form=HoldForm, tone="primary"),
    Move("correct", _("Correct day or people"), (HELD,), HELD, EDIT, fill=decisions.hold, form=HoldForm, reason=True),
    Move("not_held", _("Not held after all"), (HELD,), PLANNED, APPROVE, fill=decisions.not_held, reason=True),
    Move(
        "cancel",
        _("Cancel the event"),
        (PLANNED,),
        CANCELLED,
        APPROVE,
        fill=decisions.cancel,
        reason=True,
        tone="danger",
    ),
)

resource_flow = Flow(
    SharedResource,
    "state",
    Move(
        "retire",
        pgettext_lazy("shared resource", "Retire"),
        (OFFERED,),
        RETIRED,
        APPROVE,
        fill=decisions.retire,
        form=RetireForm,
        reason=True,
        tone="danger",
    ),
    Move("resume", _("Not retired after all"), (RETIRED,), OFFERED, APPROVE, fill=decisions.not_retired, reason=True),
)

use_flow = Flow(
    ResourceUse,
    "state",
    Move(
        "withdraw",
        _("Withdraw"),
        (UseState.RECORDED,),
        UseState.WITHDRAWN,
        "sharing_uses.edit",
        fill=decisions.withdraw,
        reason=True,
        tone="danger",
    ),
)
