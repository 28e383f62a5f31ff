"""Changes with consequences. What state moves do is in decisions.py."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.core.text import fold_number
from studio.notices.actions import notify
from studio.organisation.records import StaleRecord
from studio.regulations.choices import FundState, VersionState
from studio.regulations.models import (
    Duty,
    Fund,
    MeetingRule,
    Reading,
    RegulationVersion,
    RequiredKind,
    Spend,
)
from studio.regulations.querysets import overlapping_days, waiting_for


@transaction.atomic
def write_version(actor, studio, *, regulation, **values) -> RegulationVersion:
    """A draft of ``regulation`` by ``actor``; one draft at a time."""
    version = RegulationVersion(studio=studio, regulation=regulation, author=actor, **values)
    version.save()
    audit(actor, "create", version, regulation=regulation.pk)
    return version


@transaction.atomic
def change_version(version: RegulationVersion, actor, **values) -> RegulationVersion:
    """Change a draft. Whoever wrote last is its author, so that nobody approves words of their own."""
    values.pop("regulation", None)
    version.author = actor
    return _change(version, actor, values)


@transaction.atomic
def confirm_reading(version: RegulationVersion, actor) -> Reading:
    """``actor`` has read the version in force."""
    require(actor, "regulations.read", version)
    locked = RegulationVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    if locked.state != VersionState.IN_FORCE:
        raise Refused(_("Only the version in force is read and confirmed. Open that one."))
    if Reading.objects.filter(version_read=locked, person=actor).exists():
        raise Refused(_("You have confirmed this version already."))
    reading = Reading(studio=locked.studio, version_read=locked, person=actor)
    reading.save()
    audit(actor, "confirm_reading", locked)
    return reading


@transaction.atomic
def remind_readers(version: RegulationVersion, actor) -> int:
    """Tell everybody who has not confirmed ``version`` yet, once a day; returns how many."""
    require(actor, "regulations.edit", version)
    if version.state != VersionState.IN_FORCE:
        raise Refused(_("Only the version in force is read and confirmed. Open that one."))
    waiting = list(waiting_for(version))
    if not waiting:
        raise Refused(_("Every member has confirmed this version."))
    tell_readers(version, waiting, "regulations.reminder", key=timezone.localdate().isoformat())
    audit(actor, "remind_readers", version, people=[person.pk for person in waiting])
    return len(waiting)


def tell_readers(version: RegulationVersion, people, kind: str, key: str = "") -> None:
    """Notify ``people`` about ``version``, each in their own language."""
    regulation = version.regulation
    params = {"title": regulation.title, "title_en": regulation.title_en, "number": version.number}
    for person in people:
        notify(
            person,
            kind,
            studio=version.studio,
            key=f"{kind}:{version.pk}:{key}",
            params=params,
            url=version.get_absolute_url(),
        )


def require_kind(actor, studio, **values) -> RequiredKind:
    """Have the studio keep a kind of regulation from a day on."""
    return _add(RequiredKind(studio=studio, **values), actor, _refuse_required_twice)


def change_required(required: RequiredKind, actor, **values) -> RequiredKind:
    """Change its days or its basis."""
    with transaction.atomic():
        return _change(required, actor, values, _refuse_required_twice)


def set_rule(actor, studio, **values) -> MeetingRule:
    """Ask for meetings of a kind from a day on."""
    return _add(MeetingRule(studio=studio, **values), actor, _refuse_rule_twice)


def change_rule(rule: MeetingRule, actor, **values) -> MeetingRule:
    """Change a rule; two of the same kind and discipline never hold on the same day."""
    with transaction.atomic():
        return _change(rule, actor, values, _refuse_rule_twice)


def give_duty(actor, studio, **values) -> Duty:
    """Give a person a duty and tell them."""
    with transaction.atomic():
        duty = _add(Duty(studio=studio, **values), actor)
        _tell_of_duty(duty, actor)
    return duty


def change_duty(duty: Duty, actor, **values) -> Duty:
    """Change a duty; somebody new to it is told."""
    before = duty.person_id
    with transaction.atomic():
        _change(duty, actor, values)
        if duty.person_id != before:
            _tell_of_duty(duty, actor)
    return duty


def plan_fund(actor, studio, **values) -> Fund:
    """A draft of a fund; somebody else opens it for spending."""
    return _add(Fund(studio=studio, recorder=actor, **values), actor)


def change_fund(fund: Fund, actor, **values) -> Fund:
    """Change a draft. Whoever wrote last is its recorder."""
    fund.recorder = actor
    with transaction.atomic():
        return _change(fund, actor, values)


def record_spend(actor, studio, **values) -> Spend:
    """A spend from an open fund; it counts once somebody else has approved it."""
    _refuse_unless_open(values["fund"])
    values["voucher"] = fold_number(values["voucher"])
    return _add(Spend(studio=studio, recorder=actor, **values), actor, _refuse_voucher_twice)


def change_spend(spend: Spend, actor, **values) -> Spend:
    """Change what is not approved yet. Whoever wrote last is its recorder."""
    _refuse_unless_open(values["fund"])
    values["voucher"] = fold_number(values["voucher"])
    spend.recorder = actor
    with transaction.atomic():
        return _change(spend, actor, values, _refuse_voucher_twice)


def _add(record, actor, check=None):
    with transaction.atomic():
        if check:
            check(record)
        record.save()
        audit(actor, "create", record)
    return record


def _change(record, actor, values: dict, check=None):
    locked = type(record)._base_manager.select_for_update().get(pk=record.pk)
    if locked.version != record.version:
        raise StaleRecord(str(record))
    for name, value in values.items():
        setattr(record, name, value)
    if check:
        check(record)
    record.save()
    audit(actor, "change", record, fields=sorted(values))
    return record


def _lock_studio(record) -> None:
    """Whoever asks whether days overlap waits for the other who does."""
    studios = type(record.studio)._base_manager
    studios.select_for_update().get(pk=record.studio_id)


def _refuse_required_twice(required: RequiredKind) -> None:
    _lock_studio(required)
    same = RequiredKind.objects.filter(studio=required.studio, kind=required.kind)
    if overlapping_days(same, required).exists():
        raise Refused(_("This kind is required on some of these days already. Change that entry or choose other days."))


def _refuse_rule_twice(rule: MeetingRule) -> None:
    _lock_studio(rule)
    if MeetingRule.objects.overlapping(rule).exists():
        raise Refused(
            _("A rule for this kind and discipline holds on some of these days already. Give it an end first.")
        )


def _refuse_unless_open(fund: Fund) -> None:
    if fund.state != FundState.OPEN:
        raise Refused(_("Money is spent from open funds. Have the fund opened first, or choose another one."))


def _refuse_voucher_twice(spend: Spend) -> None:
    same = Spend.objects.filter(studio=spend.studio, voucher=spend.voucher).exclude(pk=spend.pk)
    if same.exists():
        raise Refused(_("A spend with this voucher number is recorded already."))


def _tell_of_duty(duty: Duty, actor) -> None:
    if duty.person_id == actor.pk:
        return
    notify(
        duty.person,
        "regulations.duty",
        studio=duty.studio,
        key=f"regulations.duty:{duty.pk}:{duty.version}",
        params={"title": duty.title, "title_en": duty.title_en, "day": duty.from_date.isoformat()},
        url=duty.get_absolute_url(),
    )
