"""Changes to comments and improvement actions that have consequences."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from studio.assessments.choices import UNFINISHED, ActionState
from studio.assessments.models import Comment, ImprovementAction
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.kit.addresses import studio_reverse
from studio.notices.actions import notify
from studio.organisation.access import rights


def may_date_requests(person, studio) -> bool:
    """Whoever edits all comments says when a request was raised; an assessor, who edits the own ones, does not."""
    return "all" in rights(person, studio).scopes("visit_comments", "edit")


@transaction.atomic
def write_comment(actor, studio, *, visit, **values) -> Comment:
    """Note a comment as ``actor``'s own; ``values`` are its fields."""
    comment = Comment(studio=studio, visit=visit, author=actor, **_allowed(actor, studio, values))
    comment.save()
    audit(actor, "create", comment, visit=visit.pk)
    return comment


@transaction.atomic
def change_comment(comment: Comment, actor, **values) -> Comment:
    """Change what a comment says; a request with actions stays a request."""
    values.pop("visit", None)
    if values.get("kind", comment.kind) != comment.kind and comment.actions.exists():
        raise Refused(_("Improvement actions answer this request, so it stays a request."))
    for name, value in _allowed(actor, comment.studio, values).items():
        setattr(comment, name, value)
    comment.save()
    audit(actor, "change", comment, fields=sorted(values))
    return comment


def _allowed(actor, studio, values: dict) -> dict:
    return values if may_date_requests(actor, studio) else {k: v for k, v in values.items() if k != "raised_on"}


@transaction.atomic
def plan_action(actor, studio, *, request: Comment, **values) -> ImprovementAction:
    """Answer ``request`` with an improvement action and tell its owner.

    Raises ``Refused`` for a request that is closed, and for an owner who could not work on the action.
    """
    request = Comment.objects.select_for_update().get(pk=request.pk)
    if not request.is_request:
        raise Refused(_("Only requests are answered by improvement actions."))
    if request.closed_on:
        raise Refused(_("This request was closed on %(day)s.") % {"day": request.closed_on})
    action = ImprovementAction(studio=studio, request=request, **values)
    _refuse_idle_owner(action)
    action.save()
    audit(actor, "create", action, request=request.pk, owner=action.owner_id)
    _tell_owner(action, actor)
    return action


@transaction.atomic
def change_action(action: ImprovementAction, actor, **values) -> ImprovementAction:
    """Change what is to be done, by whom or until when, while it is not over."""
    values.pop("request", None)
    if action.state not in UNFINISHED:
        raise Refused(_("This action is over: %(state)s.") % {"state": action.get_state_display()})
    before = action.owner_id
    for name, value in values.items():
        setattr(action, name, value)
    _refuse_idle_owner(action)
    action.save()
    audit(actor, "change", action, fields=sorted(values))
    if action.owner_id != before:
        _tell_owner(action, actor)
    return action


def _refuse_idle_owner(action: ImprovementAction) -> None:
    if not action.owner.has_perm("visit_actions.edit", action):
        raise Refused(
            _("%(person)s may not work on this action. Choose the lead, the office or the leader of its group.")
            % {"person": action.owner}
        )


def _tell_owner(action: ImprovementAction, actor) -> None:
    if action.owner_id != actor.pk:
        _tell(action, "assessments.action_given", f"action-{action.pk}-given-{action.version}")


def tell_sent_back(action: ImprovementAction, actor, reason: str, **data) -> None:
    """The owner learns why the proof was not enough."""
    _tell(action, "assessments.action_sent_back", f"action-{action.pk}-back-{action.version}", reason=reason[:300])


def _tell(action: ImprovementAction, kind: str, key: str, **params) -> None:
    url = studio_reverse(action.studio, "assessments:action_detail", pk=action.pk)
    params |= {"title": action.title, "title_en": action.title_en, "due": action.due_on.isoformat()}
    notify(action.owner, kind, studio=action.studio, key=key, params=params, url=url)


def set_done(action, actor, reason, *, done_on=None) -> None:
    """Filled in by the move: the day of the work."""
    action.done_on = done_on or timezone.localdate()


def set_verified(action, actor, reason, *, closed_on=None) -> None:
    """Filled in by the move: who looked at the proof, and when."""
    action.closed_on, action.closed_by = closed_on or timezone.localdate(), actor


def clear_done(action, actor, reason, **data) -> None:
    """What is sent back or dropped is not done."""
    action.done_on = None


def close_request(action, actor, reason, **data) -> None:
    """Close the request with its last action, if one of them was verified; dropping alone answers nothing."""
    request = Comment.objects.select_for_update().get(pk=action.request_id)
    states = dict(request.actions.values_list("pk", "state"))
    if request.closed_on or ActionState.VERIFIED not in states.values() or set(states.values()) & set(UNFINISHED):
        return
    request.closed_on = max(
        [day for day in request.actions.values_list("closed_on", flat=True) if day]
        + ([timezone.localdate()] if action.state == ActionState.DROPPED else [])
    )
    request.save()
    audit(actor, "request.close", request, action=action.pk)
