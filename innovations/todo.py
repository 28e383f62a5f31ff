"""Work that waits: decisions on proposals, projects and results, and claims that finance has to judge."""

from django.utils.translation import gettext_lazy as _

from innovations.choices import ClaimState, ProjectState
from innovations.models import BenefitClaim, Project, Proposal, Result
from studio.notices.registry import Todo
from studio.organisation.access import rights


def to_decide(rows, person, studio):
    """Of ``rows``, those that ``person`` may approve: all, or the led disciplines'; never their own."""
    held = rights(person, studio)
    scopes = held.scopes("innovations", "approve")
    if not scopes:
        return rows.none()
    if "all" not in scopes:
        rows = rows.filter(**{f"{rows.model.discipline_path}__in": held.disciplines_led})
    return rows.exclude(pk__in=rows.model.objects.filter(studio=studio).own(person).values("pk"))


def proposals(person, studio):
    """Submitted proposals, the oldest first."""
    return to_decide(Proposal.objects.filter(studio=studio).waiting(), person, studio)


def projects(person, studio):
    """Projects to approve, the oldest first."""
    planned = Project.objects.filter(studio=studio, state=ProjectState.DRAFT).order_by("pk")
    return to_decide(planned, person, studio)


def results(person, studio):
    """Results submitted for acceptance, the oldest first."""
    return to_decide(Result.objects.filter(studio=studio).waiting(), person, studio)


def claims(person, studio):
    """Submitted claims that ``person`` may confirm, the oldest first."""
    if not person.has_perm("benefits.confirm", studio):
        return BenefitClaim.objects.none()
    return BenefitClaim.objects.filter(studio=studio).waiting().not_claimed_by(person)


def own_drafts(person, studio):
    """Own claims that were not submitted yet."""
    return BenefitClaim.objects.filter(studio=studio, state=ClaimState.DRAFT).own(person).order_by("pk")


Todo(
    "innovations.proposals", _("Proposals to decide"), "innovations", proposals, "innovations:proposal_list"
).register()
Todo("innovations.projects", _("Projects to approve"), "innovations", projects, "innovations:project_list").register()
Todo("innovations.results", _("Results to accept"), "innovations", results, "innovations:result_list").register()
Todo("innovations.claims", _("Claims to confirm"), "benefits", claims, "innovations:claim_list").register()
Todo("innovations.drafts", _("Own claims to submit"), "benefits", own_drafts, "innovations:claim_list").register()
