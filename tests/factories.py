"""Small makers of the records that most tests need. Keyword arguments override any field."""

import itertools
from datetime import date

from disciplines.models import Discipline, Group, GroupMembership
from studio.organisation.models import Company, Membership, Person, Studio

_numbers = itertools.count(1)
LONG_AGO = date(2015, 1, 1)


def make_company(**values) -> Company:
    number = next(_numbers)
    return Company.objects.create(**{"code": f"co{number}", "name_en": f"Company {number}", **values})


def make_studio(**values) -> Studio:
    number = next(_numbers)
    values.setdefault("company", None)
    values["company"] = values["company"] or make_company()
    return Studio.objects.create(**{"slug": f"studio-{number}", "name_en": f"Studio {number}", **values})


def make_person(studio: Studio | None = None, role: str | None = None, **values) -> Person:
    """A person of the studio's company; with ``role`` a member of the studio since long ago."""
    number = next(_numbers)
    values.setdefault("company", studio.company if studio else None)
    person = Person(**{"login": f"person{number}", "name_en": f"Person {number}", **values})
    person.set_unusable_password()
    person.save()
    if role:
        to_date = date(2199, 12, 31) if role == "assessor" else None
        Membership.objects.create(studio=studio, person=person, role=role, from_date=LONG_AGO, to_date=to_date)
    return person


def make_discipline(**values) -> Discipline:
    number = next(_numbers)
    return Discipline.objects.create(
        **{
            "key": f"discipline-{number}",
            "name_en": f"Discipline {number}",
            "sign": "D",
            "order": number,
            "color_light": "#1864AB",
            "color_dark": "#74B5F2",
            **values,
        }
    )


def make_group(studio: Studio, discipline: Discipline | None = None, **values) -> Group:
    discipline = discipline or make_discipline()
    return Group.objects.create(
        **{"studio": studio, "discipline": discipline, "name_en": str(discipline), "from_date": LONG_AGO, **values}
    )


def join_group(group: Group, person: Person, position: str = "member", **values) -> GroupMembership:
    """Put ``person`` into ``group``; leaders and deputies get the derived role group leader."""
    return GroupMembership.objects.create(
        **{"studio": group.studio, "group": group, "person": person, "position": position, "from_date": LONG_AGO}
        | values
    )


def make_leader(group: Group, **values) -> Person:
    """A member of the studio who leads ``group``."""
    person = make_person(group.studio, "member", **values)
    join_group(group, person, "leader")
    return person
