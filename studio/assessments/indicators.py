"""Figures about visits and what they asked for."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.assessments.choices import ActionState, CommentKind
from studio.assessments.models import Comment, ImprovementAction, Visit
from studio.indicators.registry import Figure, figures

RAISED = Q(kind=CommentKind.REQUEST, raised_on__isnull=False)


def open_on(period, day) -> Q:
    """Requests raised by the end of ``day`` and not closed by then."""
    not_closed = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    return Q(kind=CommentKind.REQUEST, raised_on__lte=day) & not_closed


def overdue_on(period, day) -> Q:
    """Improvement actions due before ``day`` and not done by it; a dropped one is no longer due."""
    not_done = Q(done_on__isnull=True) | Q(done_on__gt=day)
    return Q(due_on__lt=day) & not_done & ~Q(state=ActionState.DROPPED)


figures.declare(
    Figure(
        "assessments.visits",
        label=_("Visits"),
        unit=pgettext_lazy("unit", "visits"),
        definition=_("Visits held in the period. A visit without a full date is listed and never counted."),
        kind="flow",
        model=Visit,
        date="held_on",
        area="visits",
        list="assessments:visit_list",
    ),
    Figure(
        "assessments.requests_open",
        label=_("Requests open"),
        unit=pgettext_lazy("unit", "requests"),
        definition=_(
            "Requests of visitors raised on or before the last day of the period and not closed by then. "
            "A request without the day it was raised is listed and not counted."
        ),
        kind="stock",
        model=Comment,
        where=open_on,
        area="visit_comments",
        list="assessments:comment_list",
    ),
    Figure(
        "assessments.requests_closed",
        label=_("Requests closed"),
        unit=pgettext_lazy("unit", "requests"),
        definition=_(
            "Requests of visitors closed in the period: the day on which the last of their improvement actions ended, "
            "at least one of them verified with its proof."
        ),
        kind="flow",
        model=Comment,
        where=RAISED,
        date="closed_on",
        area="visit_comments",
        list="assessments:comment_list",
    ),
    Figure(
        "assessments.actions_overdue",
        label=_("Improvement actions overdue"),
        unit=pgettext_lazy("unit", "actions"),
        definition=_(
            "Improvement actions due before the last day of the period and not done by then; dropped ones left out."
        ),
        kind="stock",
        model=ImprovementAction,
        discipline="discipline",
        where=overdue_on,
        area="visit_actions",
        list="assessments:action_list",
    ),
)
