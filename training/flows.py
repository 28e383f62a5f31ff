"""The moves of plan lines and sessions, and the dates they set."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from studio.audit.errors import Refused
from studio.audit.flow import Flow, Move
from training.actions import tell_of_cancelling
from training.choices import PlanState, SessionState
from training.forms import ApproveForm, HoldForm
from training.models import PlanLine, Session
from training.rooms import occupy


def approve(line, actor, reason, approved_on=None):
    line.approved_on = _not_ahead(approved_on)


def withdraw(line, actor, reason):
    line.withdrawn_on = timezone.localdate()


def hold(session, actor, reason, held_on=None):
    session.held_on = _not_ahead(held_on)


def not_held(session, actor, reason):
    session.held_on = None


def use_room(session, actor, reason, **data):
    """A held session records its use of the room; one not held after all takes it back."""
    occupy(session, actor)


def close(session, actor, reason):
    session.closed_on = timezone.localdate()


def reopen(session, actor, reason):
    session.closed_on = None


def cancel(session, actor, reason):
    session.cancelled_on = timezone.localdate()


def why_not_close(session, actor):
    """Figures count who came, so somebody must have said so of everybody."""
    if session.attendances.unrecorded().exists():
        return _("Record first who came; some people have no entry yet.")
    if not session.attendances.came().exists():
        return _("Nobody is recorded as present. Record who came first.")
    return None


def why_held(session, actor):
    """A session of which somebody was recorded as present did take place."""
    if session.attendances.came().exists():
        return _("People are recorded as present. Take that back on the attendance sheet first.")
    return None


def _not_ahead(day):
    today = timezone.localdate()
    if day and day > today:
        raise Refused(_("This day lies ahead. Give today or a day before."))
    return day or today


plan_line_flow = Flow(
    PlanLine,
    "state",
    Move(
        "approve",
        _("Approve"),
        (PlanState.DRAFT,),
        PlanState.APPROVED,
        "training.approve",
        fill=approve,
        form=ApproveForm,
        tone="primary",
    ),
    Move(
        "withdraw",
        _("Withdraw"),
        (PlanState.APPROVED,),
        PlanState.WITHDRAWN,
        "training.approve",
        fill=withdraw,
        reason=True,
        tone="danger",
    ),
)

session_flow = Flow(
    Session,
    "state",
    Move(
        "open",
        _("Open for enrolment"),
        (SessionState.PLANNED,),
        SessionState.OPEN,
        "training.edit",
        tone="primary",
    ),
    Move(
        "hold",
        _("Mark as held"),
        (SessionState.OPEN,),
        SessionState.HELD,
        "training.edit",
        fill=hold,
        action=use_room,
        form=HoldForm,
        tone="primary",
    ),
    Move(
        "close",
        _("Close"),
        (SessionState.HELD,),
        SessionState.CLOSED,
        "training.edit",
        check=why_not_close,
        fill=close,
        tone="primary",
    ),
    Move(
        "not_held",
        _("Not held after all"),
        (SessionState.HELD,),
        SessionState.OPEN,
        "training.approve",
        check=why_held,
        fill=not_held,
        action=use_room,
        reason=True,
    ),
    Move(
        "reopen",
        _("Reopen"),
        (SessionState.CLOSED,),
        SessionState.HELD,
        "training.approve",
        fill=reopen,
        reason=True,
    ),
    Move(
        "cancel",
        _("Cancel the session"),
        (SessionState.PLANNED, SessionState.OPEN),
        SessionState.CANCELLED,
        "training.approve",
        fill=cancel,
        action=tell_of_cancelling,
        reason=True,
        tone="danger",
    ),
)
