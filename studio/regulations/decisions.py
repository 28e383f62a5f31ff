"""What the moves of flows.py check, fill in and tell people."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.core.money import wan
from studio.files.actions import of
from studio.regulations.actions import tell_readers
from studio.regulations.choices import FundState, VersionState
from studio.regulations.models import Fund, RegulationVersion, Spend, VersionReview
from studio.regulations.notices import tell_recorder
from studio.regulations.querysets import waiting_for

# --- Versions ------------------------------------------------------------------------------------


def why_not_approve(version, actor) -> str | None:
    """A version says something, and somebody other than its author approves it."""
    if version.author_id == actor.pk:
        return _("You wrote this version; somebody else who may approve puts it in force.")
    if not version.text and not of(version).filter(kind="text").exists():
        return _("Type the text, or attach it as a file first.")
    return None


def put_in_force(version, actor, reason, *, effective_on: date, review_due: date) -> None:
    """Sign the version, and replace the one before on the same day. The regulation is locked meanwhile."""
    type(version.regulation)._base_manager.select_for_update().get(pk=version.regulation_id)
    not_ahead(effective_on)
    if review_due <= effective_on:
        raise Refused(_("The review comes after the day it takes effect."))
    others = version.regulation.versions.exclude(pk=version.pk).exclude(state=VersionState.DRAFT)
    for other in others:
        _replace(other, effective_on, actor, version)
    version.approved_by, version.approved_on = actor, timezone.localdate()
    version.effective_on, version.review_due = effective_on, review_due


def _replace(other: RegulationVersion, day: date, actor, by: RegulationVersion) -> None:
    """End ``other`` on ``day`` if it is in force; an earlier end must lie before that day."""
    if other.effective_on >= day or (other.ended_on and other.ended_on > day):
        raise Refused(
            _("Version %(number)s holds until %(day)s or began later. Choose a later day.")
            % {"number": other.number, "day": other.ended_on or other.effective_on}
        )
    if other.state == VersionState.IN_FORCE:
        other.state, other.replaced_on = VersionState.REPLACED, day  # the next version ends the one before
        other.save()
        audit(actor, "replace_version", other, by=by.pk)


def first_review_and_readers(version, actor, reason, *, effective_on: date, review_due: date) -> None:
    """Note until when no review is due, and ask every member to read."""
    _note_review(version, actor, effective_on, review_due, "")
    tell_readers(version, waiting_for(version), "regulations.in_force")


def review(version, actor, reason, *, reviewed_on: date, next_due: date, note: str = "") -> None:
    """It was looked at again and stays as it is; the next review is later than the one before."""
    not_ahead(reviewed_on)
    if reviewed_on < version.effective_on:
        raise Refused(_("The version took effect after this day."))
    if next_due <= max(reviewed_on, version.review_due):
        raise Refused(_("The next review comes after %(day)s.") % {"day": max(reviewed_on, version.review_due)})
    version.review_due = next_due


def note_review(version, actor, reason, *, reviewed_on: date, next_due: date, note: str = "") -> None:
    """Keep the review beside the ones before."""
    _note_review(version, actor, reviewed_on, next_due, note)


def _note_review(version, actor, day, next_due, note) -> None:
    VersionReview(
        studio=version.studio,
        version_reviewed=version,
        reviewed_on=day,
        next_due=next_due,
        reviewer=actor,
        note=note,
    ).save()


def abolish(version, actor, reason, *, abolished_on: date) -> None:
    """From this day it no longer holds, and nothing takes its place."""
    not_ahead(abolished_on)
    if abolished_on < version.effective_on:
        raise Refused(_("The version took effect after this day."))
    version.abolished_on = abolished_on


# --- Meetings ------------------------------------------------------------------------------------


def hold(meeting, actor, reason, *, held_on: date, guests: int = 0, decisions: str = "", **_people) -> None:
    """Set the day, the others present and what was decided."""
    not_ahead(held_on)
    meeting.held_on, meeting.guests, meeting.decisions = held_on, guests, decisions


def name_present(meeting, actor, reason, *, present, **_facts) -> None:
    """Name who was there."""
    meeting.present.set(present)


def cancel(meeting, actor, reason) -> None:
    """Date the cancelling."""
    meeting.cancelled_on = timezone.localdate()


# --- Funds ---------------------------------------------------------------------------------------


def why_not_open(fund, actor) -> str | None:
    """Nobody opens a fund of their own recording, administrators included."""
    if fund.recorder_id == actor.pk:
        return _("You recorded this fund; somebody else who may approve opens it.")
    return None


def open_fund(fund, actor, reason, *, opened_on: date) -> None:
    """Sign it; figures count the budget from this day."""
    not_ahead(opened_on)
    fund.opened_on, fund.opened_by = opened_on, actor


def why_not_close(fund, actor) -> str | None:
    """Nothing is left undecided."""
    if fund.spends.waiting().exists():
        return _("Spends of this fund wait for approval. Approve them or declare them void first.")
    return None


def close_fund(fund, actor, reason) -> None:
    """Date the end."""
    fund.closed_on = timezone.localdate()


def why_not_approve_spend(spend, actor) -> str | None:
    """Somebody else approves, from an open fund, and never more than is left."""
    if actor.pk in (spend.recorder_id, spend.beneficiary_id):
        return _("You recorded this spend or receive the money; somebody else approves it.")
    if spend.fund.state != FundState.OPEN:
        return _("The fund is not open.")
    left = spend.fund.budget - spend.fund.spends.approved().total()
    if spend.amount > left:
        return _(
            "The fund has %(left)s (10,000 CNY) left. Record more money as a fund of its own, or correct the sum."
        ) % {"left": f"{wan(left):,.2f}"}
    return None


def approve_spend(spend, actor, reason) -> None:
    """Sign it. The fund is locked before its balance is asked again, so two approvals cannot pass each other."""
    spend.fund = Fund._base_manager.select_for_update().get(pk=spend.fund_id)
    if why := why_not_approve_spend(spend, actor):
        raise Refused(why)
    spend.approved_on, spend.approved_by = timezone.localdate(), actor


def why_not_void(spend, actor) -> str | None:
    """A closed fund is settled."""
    if spend.fund.state == FundState.CLOSED:
        return _("The fund is closed.")
    return None


def void(spend: Spend, actor, reason) -> None:
    """From now on it does not count; the voucher number stays taken."""
    spend.voided_on = timezone.localdate()


def tell_of_void(spend: Spend, actor, reason) -> None:
    """Whoever recorded it learns why."""
    if spend.recorder_id != actor.pk:
        tell_recorder(spend, reason)


def not_ahead(day: date) -> None:
    """Refuse days to come."""
    if day > timezone.localdate():
        raise Refused(_("This day lies ahead. Give today or a day before."))
