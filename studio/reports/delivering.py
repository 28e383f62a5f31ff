"""Scheduled deliveries: plan them, make what is due, tell who may read it."""

from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from disciplines.models import GroupMembership
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.core.periods import Period
from studio.core.text import listed
from studio.jobs.models import Job
from studio.notices.actions import notify
from studio.organisation.access import areas
from studio.organisation.models import Membership, Person

from .actions import ask_report
from .models import Delivery, DeliveryRun, Report


def readers(studio):
    """People who may have something to read in ``studio``: by a role of theirs, or leading a group."""
    roles = [role for role, cell in areas["reports"].cells.items() if "view" in cell]
    held = Membership.objects.in_force().filter(studio=studio, role__in=roles)
    leading = GroupMembership.objects.in_force().leading().filter(studio=studio)
    return Person.objects.filter(Q(pk__in=held.values("person")) | Q(pk__in=leading.values("person")), is_active=True)


@transaction.atomic
def schedule(actor, studio, *, recipients=(), **values) -> Delivery:
    """A new delivery, made with the rights of ``actor``."""
    delivery = Delivery(studio=studio, owner=actor, **values)
    require(actor, "report_deliveries.edit", delivery)
    delivery.plan(_first(delivery, timezone.localdate()))
    delivery.save()
    delivery.recipients.set(recipients)
    audit(actor, "create", delivery)
    return delivery


@transaction.atomic
def change(delivery: Delivery, actor, *, recipients=(), **values) -> Delivery:
    """Change it; from now on it is made with the rights of ``actor``. What was delivered is not made again."""
    for name, value in values.items():
        setattr(delivery, name, value)
    delivery.owner = actor
    require(actor, "report_deliveries.edit", delivery)
    delivery.plan(_first(delivery, timezone.localdate()))
    delivery.save()
    delivery.recipients.set(recipients)
    audit(actor, "change", delivery, fields=sorted(values))
    return delivery


def resume(delivery: Delivery, actor, reason: str) -> None:
    """What came due while it was paused is not made up for; the person who resumes it is its owner."""
    delivery.owner = actor
    delivery.plan(_first(delivery, timezone.localdate()))


def deliver_due(today: date | None = None) -> int:
    """Start every delivery that is due, the missed periods of a stopped installation one after the other."""
    today = today or timezone.localdate()
    started = 0
    for pk in Delivery.objects.due(today).order_by("next_on", "pk").values_list("pk", flat=True):
        started += _start(pk, today)
    return started


def _first(delivery: Delivery, today: date) -> Period:
    """The period under way, or the one that has ended when its day has not come yet and it was not delivered."""
    now = Period.around(today, delivery.rhythm)
    delivery.plan(now.previous())
    delivered = delivery.pk and delivery.runs.filter(period_key=delivery.next_period).exists()
    return now.previous() if delivery.next_on > today and not delivered else now


@transaction.atomic
def _start(pk: int, today: date) -> bool:
    """One run of the delivery when it is still due; what makes it impossible is kept with the run."""
    due = Delivery.objects.due(today).select_for_update(of=("self",)).select_related("studio", "owner", "discipline")
    delivery = due.filter(pk=pk).first()
    if delivery is None:
        return False
    period = Period.of(delivery.next_period)
    run = DeliveryRun(studio=delivery.studio, delivery=delivery, period_key=period.key, due_on=delivery.next_on)
    try:
        with transaction.atomic(), translation.override(delivery.languages[0]):
            run.job = _ask(delivery, period)
    except Refused as refused:
        run.problem = str(refused.text)
        _tell_owner(delivery, run)
    run.save()
    delivery.plan(period.following())
    delivery.save()
    if run.job:
        _tell_if_done(run.job)
    return True


def _tell_if_done(job: Job) -> None:
    """A joined job may have ended before this run was seen: its row is locked, so either it tells or this does."""
    row = Job.objects.select_for_update().get(pk=job.pk)
    if not row.is_under_way and (report := Report.objects.filter(job=row).first()):
        tell_recipients(report)


def _ask(delivery: Delivery, period: Period):
    if not delivery.owner.is_active:
        raise Refused(_("%(person)s may no longer sign in.") % {"person": delivery.owner})
    discipline = delivery.discipline.key if delivery.discipline else ""
    return ask_report(
        delivery.studio, delivery.owner, delivery.key, period.key,
        discipline=discipline, languages=delivery.languages, formats=delivery.formats,
    )  # fmt: skip


def _tell_owner(delivery: Delivery, run: DeliveryRun) -> None:
    notify(
        delivery.owner,
        "reports.not_delivered",
        studio=delivery.studio,
        key=f"reports.delivery:{delivery.pk}:{run.due_on}",
        params={"key": delivery.key, "period": run.period_key, "problem": run.problem},
        url=delivery.get_absolute_url(),
    )


def tell_recipients(report: Report) -> None:
    """Tell the recipients of the runs that waited for ``report``; called in the transaction that keeps it."""
    for run in DeliveryRun.objects.filter(job=report.job, report=None).select_related("delivery"):
        people = list(run.delivery.recipients.filter(is_active=True).order_by("sort_key", "pk"))
        may = [person for person in people if Report.objects.visible_to(person, report.studio).filter(pk=report.pk)]
        for person in may:
            _tell(person, report)
        run.report, run.told = report, len(may)
        run.left_out = str(listed(person for person in people if person not in may))
        run.save()


def _tell(person: Person, report: Report) -> None:
    notify(
        person,
        "reports.delivered",
        studio=report.studio,
        key=f"reports.report:{report.pk}",
        params={"key": report.key, "period": report.period_key},
        url=report.get_absolute_url(),
    )
    if person.email:
        transaction.on_commit(lambda: _mail(person, report), robust=True)


def _mail(person: Person, report: Report) -> None:
    """A line with the address; the report itself is fetched by whoever may, never mailed."""
    with translation.override(person.language or settings.LANGUAGE_CODE):
        text = _("%(report)s is ready:\n%(url)s\n") % {
            "report": report,
            "url": f"{settings.SITE_URL}{report.get_absolute_url()}",
        }
        send_mail(str(report), text, None, [person.email])
