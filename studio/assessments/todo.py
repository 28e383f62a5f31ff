"""Improvement actions that wait for somebody."""

from django.utils.translation import gettext_lazy as _

from studio.assessments.choices import ActionState
from studio.assessments.models import ImprovementAction
from studio.notices.registry import Todo


def my_actions(person, studio):
    """Actions this person owns and has not finished, the earliest due first."""
    todo = [ActionState.OPEN, ActionState.DOING]
    return ImprovementAction.objects.visible_to(person, studio).own(person).filter(state__in=todo).order_by("due_on")


def to_verify(person, studio):
    """Actions that others report as done, for whoever may approve."""
    if not person.has_perm("visit_actions.approve", studio):
        return ImprovementAction.objects.none()
    waiting = ImprovementAction.objects.visible_to(person, studio).filter(state=ActionState.DONE)
    return waiting.exclude(owner=person).order_by("done_on", "pk")


Todo(
    "assessments.my_actions", _("My improvement actions"), "visit_actions", my_actions, "assessments:action_list"
).register()
Todo(
    "assessments.to_verify", _("Improvement actions to verify"), "visit_actions", to_verify, "assessments:action_list"
).register()
