"""Makers for the tests of reports: a studio with something to report on, and a made report."""

from datetime import date

from disciplines.models import LevelRecord, Occupation, SkillLevel
from studio.jobs.models import Job
from studio.organisation.models import Honour
from studio.reports import actions, making
from studio.reports.asking import Asked
from studio.reports.choices import Format, Language
from tests.factories import join_group, make_discipline, make_group, make_person, make_studio

KEY = "assessment-briefing"


def make_full_studio():
    """A studio with a title, two discipline groups and a few members, one of them with a level."""
    studio = make_studio(
        name="样例创新工作室", name_en="Sample Studio", construction_mode="1 + N", platforms=1, bases_planned=3
    )
    Honour.objects.create(
        studio=studio, title="全国示范性工作室", title_en="National Studio", level="national", year=2020
    )
    for number, (name, name_en) in enumerate([("动设备组", "Rotating group"), ("电气组", "Electrical group")]):
        group = make_group(studio, make_discipline(name=name[:-1]), name=name, name_en=name_en)
        for place in range(3):
            person = make_person(studio, "member", name=f"马骧·昊{number}{place}", name_en=f"Member {number} {place}")
            join_group(group, person, "leader" if place == 0 else "member")
    level = SkillLevel.objects.filter(step=6).first() or SkillLevel.objects.create(
        key="technician", name="技师", step=6
    )
    occupation, _new = Occupation.objects.get_or_create(name="电工", name_en="Electrician")
    LevelRecord.objects.create(
        studio=studio, person=person, occupation=occupation, level=level, reached_on=date(2020, 5, 1), basis="appraisal"
    )
    return studio


def ask(studio, period="2021", **values) -> Asked:
    """A request for the briefing in both languages and formats, unless told otherwise."""
    values = {"discipline": "", "languages": Language.values, "formats": Format.values, **values}
    return Asked.read(KEY, period, **values)


def make_report(studio, actor, tmp_path, asked=None, **values):
    """A report as the job leaves it, with a light file instead of a whole document."""
    asked = asked or ask(studio, formats=["html"], languages=["en"])
    frozen = making.freeze(making.compute(asked, studio, actor))
    path = tmp_path / making.file_name(asked, studio, Language.EN, Format.HTML)
    path.write_bytes(making.write(frozen, Language.EN, Format.HTML))
    job = Job.objects.create(studio=studio, actor=actor, key="reports.render", language="en", params=asked.params())
    Job.objects.filter(pk=job.pk).update(state="done", ended_at=job.created_at)
    report = actions.keep(asked, studio, actor, job, frozen, [(Language.EN, Format.HTML, path)])
    for name, value in values.items():
        setattr(report, name, value)
    return report
