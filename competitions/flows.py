"""The moves of competitions, events and corrections, and the dates they set."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions import awards, deciding
from competitions.actions import tell_of_cancelling
from competitions.choices import ENTERING, CompetitionState, CorrectionState, EventState
from competitions.forms import CompetitionHoldForm, EventHoldForm
from competitions.marking import rank
from competitions.models import Competition, Correction, Event
from studio.audit.errors import Refused
from studio.audit.flow import Flow, Move


def hold(record, actor, reason, held_on=None):
    """Date the day it took place: given, or today; never ahead."""
    today = timezone.localdate()
    if held_on and held_on > today:
        raise Refused(_("This day lies ahead. Give today or a day before."))
    record.held_on = held_on or today


def not_held(record, actor, reason):
    record.held_on = None


def close(competition, actor, reason):
    competition.closed_on = timezone.localdate()


def reopen(competition, actor, reason):
    competition.closed_on = None


def cancel(record, actor, reason):
    record.cancelled_on = timezone.localdate()


def lock_marks(event, actor, reason):
    event.locked_on = timezone.localdate()


def rank_marks(event, actor, reason):
    """With the lock every mark gets its rank."""
    rank(event)


def publish(event, actor, reason):
    event.published_on = timezone.localdate()


def cancel_events(competition, actor, reason):
    """With a competition its events are cancelled; everybody entered is told why."""
    for event in competition.events.exclude(state=EventState.CANCELLED).order_by("pk"):
        event_flow.go(event, "cancel", actor, reason=reason)


competition_flow = Flow(
    Competition,
    "state",
    Move(
        "hold",
        _("Mark as held"),
        (CompetitionState.PLANNED,),
        CompetitionState.HELD,
        "competitions.edit",
        check=deciding.why_competition_not_held,
        fill=hold,
        form=CompetitionHoldForm,
        tone="primary",
    ),
    Move(
        "close",
        _("Close"),
        (CompetitionState.HELD,),
        CompetitionState.CLOSED,
        "competitions.edit",
        check=deciding.why_not_close,
        fill=close,
        tone="primary",
    ),
    Move(
        "not_held",
        _("Not held after all"),
        (CompetitionState.HELD,),
        CompetitionState.PLANNED,
        "competitions.approve",
        fill=not_held,
        reason=True,
    ),
    Move(
        "reopen",
        _("Reopen"),
        (CompetitionState.CLOSED,),
        CompetitionState.HELD,
        "competitions.approve",
        fill=reopen,
        reason=True,
    ),
    Move(
        "cancel",
        _("Cancel the competition"),
        (CompetitionState.PLANNED,),
        CompetitionState.CANCELLED,
        "competitions.approve",
        check=deciding.why_not_cancel,
        fill=cancel,
        action=cancel_events,
        reason=True,
        tone="danger",
    ),
)

event_flow = Flow(
    Event,
    "state",
    Move(
        "open",
        _("Open for entry"),
        (EventState.PLANNED,),
        EventState.OPEN,
        "competitions.edit",
        check=deciding.why_settled,
        tone="primary",
    ),
    Move(
        "hold",
        _("Mark as held"),
        ENTERING,
        EventState.HELD,
        "competitions.edit",
        check=deciding.why_event_not_held,
        fill=hold,
        form=EventHoldForm,
        tone="primary",
    ),
    Move(
        "lock",
        _("Lock the marks"),
        (EventState.HELD,),
        EventState.LOCKED,
        "competitions.approve",
        check=deciding.why_not_lock,
        fill=lock_marks,
        action=rank_marks,
        tone="primary",
    ),
    Move(
        "publish",
        _("Publish the results"),
        (EventState.LOCKED,),
        EventState.PUBLISHED,
        "competitions.approve",
        check=deciding.why_not_publish,
        fill=publish,
        action=awards.publish,
        tone="primary",
    ),
    Move(
        "not_held",
        _("Not held after all"),
        (EventState.HELD,),
        EventState.OPEN,
        "competitions.approve",
        check=deciding.why_it_took_place,
        fill=not_held,
        reason=True,
    ),
    Move(
        "cancel",
        pgettext_lazy("competition", "Cancel the event"),
        ENTERING,
        EventState.CANCELLED,
        "competitions.approve",
        fill=cancel,
        action=tell_of_cancelling,
        reason=True,
        tone="danger",
    ),
)

correction_flow = Flow(
    Correction,
    "state",
    Move(
        "accept",
        _("Accept the correction"),
        (CorrectionState.PROPOSED,),
        CorrectionState.ACCEPTED,
        "competitions.approve",
        check=deciding.why_not_decide,
        fill=deciding.decide,
        action=deciding.apply_correction,
        tone="primary",
    ),
    Move(
        "reject",
        _("Reject the correction"),
        (CorrectionState.PROPOSED,),
        CorrectionState.REJECTED,
        "competitions.approve",
        check=deciding.why_not_decide,
        fill=deciding.decide,
        action=deciding.tell_proposer,
        reason=True,
        tone="danger",
    ),
)
