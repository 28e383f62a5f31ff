"""The moves of an improvement action: not started, under way, done with proof, verified by somebody else."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from studio.assessments import actions
from studio.assessments.choices import UNFINISHED, ActionState
from studio.assessments.models import ImprovementAction
from studio.audit.flow import Flow, Move
from studio.files.actions import of
from studio.kit.moves import MoveForm


def today_or_before(day, first, refusal):
    """Refuse days to come and days before ``first``."""
    if day > timezone.localdate():
        raise forms.ValidationError(_("This day has not come yet."))
    if first and day < first:
        raise forms.ValidationError(refusal)
    return day


class DoneForm(MoveForm):
    """When the work was finished."""

    done_on = forms.DateField(label=_("Done on"), initial=timezone.localdate)

    def clean_done_on(self):
        raised = self.record.request.raised_on
        return today_or_before(self.cleaned_data["done_on"], raised, _("The request was raised after this day."))


class VerifyForm(MoveForm):
    """When somebody else looked at the proof."""

    closed_on = forms.DateField(label=_("Verified on"), initial=timezone.localdate)

    def clean_closed_on(self):
        return today_or_before(
            self.cleaned_data["closed_on"], self.record.done_on, _("The action was done after this day.")
        )


def no_proof(record, actor):
    """Done needs a file that shows it."""
    if of(record).filter(kind="proof").exists():
        return None
    return _("Attach a file as proof first.")


def own_action(record, actor):
    """Nobody verifies their own; administrators neither."""
    if record.owner_id == actor.pk:
        return _("The owner does not verify the own action. Ask another person who may approve.")
    return None


Flow(
    ImprovementAction,
    "state",
    Move(
        "start",
        _("Start"),
        sources=(ActionState.OPEN,),
        target=ActionState.DOING,
        permission="visit_actions.edit",
        tone="primary",
    ),
    Move(
        "finish",
        _("Report as done"),
        sources=(ActionState.DOING,),
        target=ActionState.DONE,
        permission="visit_actions.edit",
        check=no_proof,
        fill=actions.set_done,
        form=DoneForm,
        tone="primary",
    ),
    Move(
        "verify",
        _("Verify and close"),
        sources=(ActionState.DONE,),
        target=ActionState.VERIFIED,
        permission="visit_actions.approve",
        check=own_action,
        fill=actions.set_verified,
        action=actions.close_request,
        form=VerifyForm,
        tone="primary",
    ),
    Move(
        "send_back",
        _("Send back"),
        sources=(ActionState.DONE,),
        target=ActionState.DOING,
        permission="visit_actions.approve",
        check=own_action,
        fill=actions.clear_done,
        action=actions.tell_sent_back,
        reason=True,
    ),
    Move(
        "drop",
        _("Drop"),
        sources=UNFINISHED,
        target=ActionState.DROPPED,
        permission="visit_actions.approve",
        check=own_action,
        fill=actions.clear_done,
        action=actions.close_request,
        reason=True,
        tone="danger",
    ),
)
