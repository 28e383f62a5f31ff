"""Ask for a report, keep what was made, release it to the assessors."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.files.actions import attach
from studio.jobs.actions import submit
from studio.jobs.models import Job
from studio.organisation.access import refusal
from studio.organisation.models import Person

from .asking import Asked, BadParameter
from .freeze import FORMAT
from .making import Frozen
from .models import Report, ReportFile

JOB = "reports.render"


def ask_report(studio, actor, key, period, *, discipline="", languages=(), formats=(), person="") -> Job:
    """Have a report made in the background; the same request still under way is joined.

    Raises ``BadParameter`` naming what does not exist, ``Refused`` (403) without the right.
    """
    asked = Asked.read(key, period, discipline, languages, formats, person)
    if asked.person and not Person.objects.of_studio(studio).filter(pk=asked.person.pk).exists():
        raise BadParameter("person", _("This person has nothing to do with the studio."))
    with transaction.atomic():
        return submit(JOB, asked.params(), actor, studio)


def keep(asked: Asked, studio, actor, job: Job, frozen: Frozen, files) -> Report:
    """Store the report and its files (triples of language, format and path) in the caller's transaction."""
    report = Report.objects.create(
        studio=studio,
        discipline=asked.discipline,
        person=asked.person,
        key=asked.key,
        period_key=asked.period.key,
        period_from=asked.period.start,
        period_to=asked.period.end,
        as_of=asked.period.end,
        parameters=asked.params(),
        asked_by=actor,
        asked_at=job.created_at,
        job=job,
        document=frozen.text,
        sha256=frozen.sha256,
        format_version=FORMAT,
    )
    for language, format, path in files:
        attachment = attach(report, "report", path, actor, name=path.name)
        ReportFile.objects.create(studio=studio, report=report, language=language, format=format, attachment=attachment)
    audit(actor, "report.made", report, key=asked.key, period=asked.period.key, sha256=frozen.sha256)
    return report


def release(report: Report, actor, *, released: bool) -> None:
    """Let the external assessors read the report, or take that back."""
    if not actor.has_perm("reports.approve", report):
        raise Refused(refusal("reports.approve"), 403)
    with transaction.atomic():
        row = Report.objects.select_for_update().defer("document").get(pk=report.pk)
        if bool(row.released_to_assessors_at) == released:
            raise Refused(
                _("It is released to the assessors already.") if released else _("It is not released to the assessors.")
            )
        row.released_to_assessors_at = timezone.now() if released else None
        row.released_by = actor if released else None
        row.save(update_fields=["released_to_assessors_at", "released_by"])
        audit(actor, "report.release" if released else "report.withdraw", row)
