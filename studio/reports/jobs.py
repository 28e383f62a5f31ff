"""The job that makes a report."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from disciplines.models import Discipline
from studio.core.periods import Period
from studio.jobs.registry import job, minutely
from studio.organisation.models import Person

from . import actions, making
from .asking import Asked
from .choices import Format, Language
from .delivering import deliver_due, tell_recipients
from .models import Report
from .registry import reports
from .text import lazystr


def subject(studio, params):
    """About one discipline, or a person of its group, its leader may ask; for others lead and office."""
    key, login = params.get("discipline"), params.get("person")
    discipline = Discipline.objects.filter(key=key).first() if key else None
    if login and (person := Person.objects.filter(login=login).first()):
        discipline = Discipline.objects.filter(pk=person.in_studio(studio).effective_discipline_id).first()
    return Report(studio=studio, discipline=discipline)


def writing(language: Language, format: Format):
    """The step that writes one file, in the words of whoever waits for it."""
    return lazystr(
        lambda: gettext("Write %(format)s, %(language)s") % {"format": format.label, "language": language.label}
    )


FILES = {f"{language.value}-{format.value}": (language, format) for language in Language for format in Format}
STEPS = [
    ("figures", _("Compute figures")),
    ("freeze", _("Freeze the document")),
    *((key, writing(language, format)) for key, (language, format) in FILES.items()),
    ("keep", _("Keep the files")),
]


def describe(params):
    """Which report of which period."""
    declared = reports.get(params.get("key"))
    return f"{declared.title} · {Period.of(params['period']).label}" if declared else _("Report")


def skips(params):
    """Files that were not asked for are not written."""
    asked = {f"{language}-{format}" for language in params["languages"] for format in params["formats"]}
    return FILES.keys() - asked


@job(
    actions.JOB, label=_("Report"), permission="reports.edit", steps=STEPS, subject=subject,
    describe=describe, skips=skips,
)  # fmt: skip
def render(run, **params):
    """Compute once, freeze, write every file from the frozen document, then keep all of it at once."""
    asked = Asked.read(**params)
    run.step("figures")
    document = making.compute(asked, run.studio, run.actor)
    run.step("freeze")
    frozen = making.freeze(document)
    files = [_write(run, asked, frozen, language, format) for language in asked.languages for format in asked.formats]
    run.step("keep")
    with run.fence() as result:
        report = actions.keep(asked, run.studio, run.actor, run.job, frozen, files)
        tell_recipients(report)
        result["url"] = report.get_absolute_url()


def _write(run, asked, frozen, language: Language, format: Format):
    run.step(f"{language.value}-{format.value}")
    path = run.temporary(making.file_name(asked, run.studio, language, format))
    path.write_bytes(making.write(frozen, language, format))
    return language, format, path


minutely("reports.deliver")(deliver_due)
