"""The beginning of an empty installation: administrator, company, studio, groups and bases in one go."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from disciplines.models import Discipline, Group
from studio.audit.log import record as audit
from studio.organisation.actions import first_link
from studio.organisation.models import Base, Company, Person, Studio, StudioName


@dataclass(frozen=True)
class Beginning:
    """What the first page asks for."""

    login: str
    password: str
    person_name: str
    person_name_en: str
    language: str
    company_name: str
    company_name_en: str
    company_code: str
    studio_name: str
    studio_name_en: str
    studio_slug: str
    founded_on: date | None
    disciplines: list[Discipline]
    bases: list[str]


def begin(secret: str, asked: Beginning) -> tuple[Person, Studio]:
    """Create administrator, company, studio, groups and bases, all or nothing; the link ends with success only."""
    with first_link.used_up(secret), transaction.atomic():
        return _begin(asked)


def _begin(asked: Beginning) -> tuple[Person, Studio]:
    company = Company(code=asked.company_code, name=asked.company_name, name_en=asked.company_name_en)
    company.save()
    person = _administrator(asked, company)
    studio = _studio(asked, company)
    for discipline in asked.disciplines:
        names = {"name": f"{discipline.name}专业组", "name_en": f"{discipline.name_en} group"}
        start = studio.founded_on or timezone.localdate()
        Group.objects.create(studio=studio, discipline=discipline, from_date=start, **names)
    for order, name in enumerate(asked.bases, start=1):
        Base.objects.create(studio=studio, order=order, **_in_its_language(name))
    audit(person, "installation.begin", studio, studio=studio)
    return person, studio


def _administrator(asked: Beginning, company: Company) -> Person:
    person = Person(
        login=asked.login,
        name=asked.person_name,
        name_en=asked.person_name_en,
        company=company,
        language=asked.language,
        is_staff=True,
    )
    person.set_password(asked.password)
    person.save()
    return person


def _studio(asked: Beginning, company: Company) -> Studio:
    names = {"name": asked.studio_name, "name_en": asked.studio_name_en}
    studio = Studio.objects.create(
        slug=asked.studio_slug,
        company=company,
        founded_on=asked.founded_on,
        construction_mode="1 + N",
        platforms=1,
        bases_planned=len(asked.bases) or None,
        **names,
    )
    StudioName.objects.create(studio=studio, from_date=asked.founded_on, **names)
    return studio


def _in_its_language(name: str) -> dict[str, str]:
    """Whether a name is the Chinese or the English one shows in its letters."""
    return {"name_en" if name.isascii() else "name": name}
