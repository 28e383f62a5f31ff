"""The first steps of a new studio, each with the page that does it, until the first report is made."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from disciplines.models import GroupMembership
from innovations.models import Proposal
from studio.kit.urls import studio_reverse
from studio.organisation.models import Membership
from studio.reports.models import Report
from training.models import PlanLine, Session


@dataclass(frozen=True)
class Step:
    """One step: what to do, the page that does it, the right it needs, and whether it is done."""

    label: str
    url_name: str
    permission: str
    is_done: Callable


@dataclass(frozen=True)
class Shown:
    """A step as it stands in a studio."""

    step: Step
    url: str
    done: bool


def _any(model):
    return lambda studio: model.objects.filter(studio=studio).exists()


STEPS = (
    Step(_("Add people and give them roles"), "organisation:membership_list", "people.edit", _any(Membership)),
    Step(
        _("Name leaders and members of the groups"),
        "disciplines:group_list",
        "groups.edit",
        _any(GroupMembership),
    ),
    Step(_("Write the yearly training plan"), "training:plan_line_new", "training.edit", _any(PlanLine)),
    Step(_("Plan the first session"), "training:session_new", "training.edit", _any(Session)),
    Step(_("Write the first proposal"), "innovations:proposal_new", "innovations.edit", _any(Proposal)),
    Step(_("Generate the first briefing"), "reports:report_new", "reports.edit", _any(Report)),
)


def checklist(person, studio) -> list[Shown]:
    """The steps for whoever may do all of them; empty once the first report is made."""
    if not all(person.has_perm(step.permission, studio) for step in STEPS):
        return []
    if STEPS[-1].is_done(studio):
        return []
    return [Shown(step, studio_reverse(studio, step.url_name), step.is_done(studio)) for step in STEPS]
