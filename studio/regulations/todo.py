"""What waits for somebody: reading, reviews, versions to approve, meetings to hold, money to approve."""

from django.utils.translation import gettext_lazy as _

from studio.notices.registry import Todo
from studio.organisation.choices import Role
from studio.regulations.choices import FundState, VersionState
from studio.regulations.models import Fund, Meeting, RegulationVersion, Spend

REVIEW_DAYS = 60


def versions(studio):
    return RegulationVersion.objects.filter(studio=studio).select_related("regulation", "studio")


def to_read(person, studio):
    """Versions in force that the person, a member, has not confirmed yet."""
    if not person.memberships.in_force().filter(studio=studio, role=Role.MEMBER).exists():
        return RegulationVersion.objects.none()
    return versions(studio).unread_by(person)


def to_review(person, studio):
    """Reviews overdue or due soon: all of them for the office and the lead, the own ones for an owner."""
    due = versions(studio).to_review(REVIEW_DAYS)
    return due if person.has_perm("regulations.edit", studio) else due.filter(regulation__owner=person)


def to_approve(person, studio):
    """Drafts that somebody else wrote, the oldest first."""
    if not person.has_perm("regulations.approve", studio):
        return RegulationVersion.objects.none()
    return versions(studio).filter(state=VersionState.DRAFT).exclude(author=person).order_by("pk")


def meetings_to_hold(person, studio):
    """Planned meetings whose day has come."""
    if not person.has_perm("regulations.edit", studio):
        return Meeting.objects.none()
    return Meeting.objects.filter(studio=studio).to_hold().select_related("studio")


def funds_to_open(person, studio):
    """Drafts of funds that somebody else recorded."""
    if not person.has_perm("funds.approve", studio):
        return Fund.objects.none()
    drafts = Fund.objects.filter(studio=studio, state=FundState.DRAFT).exclude(recorder=person)
    return drafts.select_related("studio").order_by("pk")


def spends_to_approve(person, studio):
    """Recorded spends that the person neither recorded nor receives."""
    if not person.has_perm("funds.approve", studio):
        return Spend.objects.none()
    return Spend.objects.filter(studio=studio).waiting().not_involving(person).select_related("studio")


AREA = "regulations"
Todo("regulations.read", _("Regulations to read"), AREA, to_read, "regulations:version_list").register()
Todo("regulations.approve", _("Regulations to put in force"), AREA, to_approve, "regulations:version_list").register()
Todo("regulations.review", _("Reviews of regulations due"), AREA, to_review, "regulations:version_list").register()
Todo("regulations.meetings", _("Meetings to record"), AREA, meetings_to_hold, "regulations:meeting_list").register()
Todo("funds.open", _("Funds to open"), "funds", funds_to_open, "regulations:fund_list").register()
Todo("funds.approve", _("Spends to approve"), "funds", spends_to_approve, "regulations:spend_list").register()
