"""The parts ``studio`` and ``honours`` of a studio's facts file."""

from django.utils import timezone
from django.utils.text import slugify

from studio.home.registries import LoadContext, NotLoadable, loading
from studio.organisation.choices import Level, Role
from studio.organisation.models import Honour, Membership, Person, Studio, StudioLead, StudioName

BUILT_IN = {"functions"}  # the five functions are part of the product


def load_studio_facts(data: dict, context: LoadContext) -> list[str]:
    """Names, construction mode, layout and lead. Bases without a name are only counted."""
    studio = context.studio
    lines = []
    for key, value in data.items():
        if key in ("name", "name_en", "construction_mode", "coverage"):
            setattr(studio, key, value or "")
        elif key == "layout":
            studio.platforms, studio.bases_planned = value.get("platforms"), value.get("bases")
            if not value.get("base_names"):
                lines.append(f"bases: {value.get('bases')} in the layout, their names are not given")
        elif key == "lead":
            lines += _load_lead(value, studio)
        elif key not in BUILT_IN:
            context.skipped.append(f"studio.{key}")
    if not StudioName.objects.filter(studio=studio, to_date=None).exists():
        StudioName.objects.create(studio=studio, name=studio.name, name_en=studio.name_en)
    studio.save()
    return [f"studio: {studio.name_en or studio.name}, {studio.construction_mode}", *lines]


def _load_lead(data: dict, studio: Studio) -> list[str]:
    name, name_en = data.get("name") or "", data.get("name_en") or ""
    if not name and not name_en:
        raise NotLoadable("studio.lead: give name or name_en.")
    if studio.lead:
        return [f"lead: {studio.lead} already leads the studio"]
    person = Person(login=_free_login(name_en or name), name=name, name_en=name_en, company=studio.company)
    person.set_unusable_password()
    person.save()
    StudioLead.objects.create(studio=studio, person=person)
    Membership.objects.create(studio=studio, person=person, role=Role.LEAD, from_date=timezone.localdate())
    return [f"lead: {name_en or name}, new person {person.login} (invite to sign in)"]


def _free_login(name: str) -> str:
    base = slugify(name)[:50] or "lead"
    taken = set(Person.objects.filter(login__istartswith=base).values_list("login", flat=True))
    return next(login for login in [base, *(f"{base}-{n}" for n in range(2, 100))] if login not in taken)


def load_honours(data: list, context: LoadContext) -> list[str]:
    """Titles of the studio; one that exists with the same year and title is left alone."""
    lines = []
    for number, row in enumerate(data, start=1):
        if not isinstance(row.get("year"), int):
            raise NotLoadable(f"honours, entry {number}: give the year as a number.")
        if row.get("level") not in Level.values:
            raise NotLoadable(f"honours, entry {number}: level is one of {', '.join(Level.values)}.")
        values = {"title": row.get("title") or "", "title_en": row.get("title_en") or "", "year": row["year"]}
        extra = {"level": row["level"], "granting_body": row.get("granting_body") or ""}
        _honour, new = Honour.objects.get_or_create(studio=context.studio, **values, defaults=extra)
        lines.append(f"honour: {values['year']} {values['title_en'] or values['title']}{'' if new else ' (exists)'}")
    return lines


loading.register("studio", load_studio_facts)
loading.register("honours", load_honours)
