"""The people and groups on whom all demonstration data stands. Fictional, but for the lead of the article."""

import random
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password

from disciplines.catalogue import load_catalogue
from disciplines.models import Discipline, Group, GroupMembership, LevelRecord, Occupation, SkillLevel
from studio.home.names import fictional_names
from studio.organisation.choices import Role
from studio.organisation.models import Base, Company, Membership, Person, Studio, Unit

PASSWORD = "studio-demo"  # noqa: S105  (the demonstration's published password)
FOUNDED = date(2016, 5, 1)
ACCOUNTS = ("lead", "office", "leader", "member", "trainer", "judge", "appraiser", "finance", "manager", "assessor")
# 67 members in four groups, the magnitude that a national report states.
MEMBERS = {"rotating": 19, "static": 17, "electrical": 16, "instrument": 15}
POSTS = (("检修工", "Maintenance worker"), ("班长", "Shift foreman"), ("工程师", "Engineer"), ("技师", "Technician"))


@dataclass
class World:
    """One studio with its people, for the apps' ``demo.py``. ``people`` are the members of its groups."""

    studio: Studio
    disciplines: list[Discipline]
    rng: random.Random
    people: list[Person] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    accounts: dict[str, Person] = field(default_factory=dict)
    leaders: dict[int, Person] = field(default_factory=dict)
    years: tuple[int, ...] = (2020, 2021)

    def members_of(self, discipline: Discipline) -> list[Person]:
        """Members of the discipline's group."""
        return [person for person in self.people if person.group_discipline == discipline.pk]


def build_world(studio: Studio, seed: int, sizes: dict[str, int], *, prefix: str, canary: str = "") -> World:
    """Create units, people, memberships and groups of ``studio``.

    ``canary`` is a word put into every name of the other studio, which must never show up in the first one.
    """
    load_catalogue(Discipline, SkillLevel, Occupation)
    world = World(studio, list(Discipline.objects.filter(key__in=sizes)), random.Random(seed))  # noqa: S311
    names = fictional_names(world.rng, sum(sizes.values()), canary)
    units = _units(studio.company, world.disciplines, canary)
    for number, discipline in enumerate(world.disciplines, start=1):
        _add_group(world, discipline, [next(names) for _each in range(sizes[discipline.key])], units, prefix, number)
    return world


def _units(company: Company, disciplines: list[Discipline], canary: str) -> dict[int, Unit]:
    made = {}
    for discipline in disciplines:
        name, name_en = f"{canary}{discipline.name}检修车间（示例）", f"{canary} {discipline.name_en} workshop (sample)"
        made[discipline.pk], _new = Unit.objects.get_or_create(company=company, name=name, name_en=name_en.strip())
    return made


def _add_group(world: World, discipline: Discipline, names: list, units: dict, prefix: str, number: int) -> None:
    studio = world.studio
    names_of_group = {"name": f"{discipline.name}专业组", "name_en": f"{discipline.name_en} group"}
    group, _new = Group.objects.update_or_create(  # the facts file may have made it already
        studio=studio, discipline=discipline, to_date=None, defaults={**names_of_group, "from_date": FOUNDED}
    )
    world.groups.append(group)
    people = []
    for index, (name, name_en) in enumerate(names):
        post, _post_en = world.rng.choice(POSTS)
        people.append(
            Person(
                login=f"{prefix}{number}{index:03}",
                employee_number=f"{number}0{index:03}",
                name=name,
                name_en=name_en,
                company=studio.company,
                unit=units[discipline.pk],
                post=post,
                phone=f"1380000{number}{index:03}",
                password=make_password(None),
            )
        )
    for person in people:
        person.save()
        person.group_discipline = discipline.pk
    joined = [_joined(world, index, len(people)) for index in range(len(people))]
    Membership.objects.bulk_create(
        Membership(studio=studio, person=person, role=Role.MEMBER, from_date=day)
        for person, day in zip(people, joined, strict=True)
    )
    positions = ["leader", "deputy"] + ["member"] * (len(people) - 2)
    GroupMembership.objects.bulk_create(
        GroupMembership(studio=studio, group=group, person=person, position=position, from_date=day)
        for person, position, day in zip(people, positions, joined, strict=True)
    )
    world.leaders[discipline.pk] = people[0]
    world.people += people
    _levels(world, discipline, people)


def _joined(world: World, index: int, size: int) -> date:
    """Most were there before 2020; the last few of each group joined in 2020 and 2021, so that the count grows."""
    if index >= size - 2:
        return date(2021, world.rng.randint(1, 6), world.rng.randint(1, 28))
    if index >= size - 4:
        return date(2020, world.rng.randint(2, 11), world.rng.randint(1, 28))
    return FOUNDED


def _levels(world: World, discipline: Discipline, people: list[Person]) -> None:
    occupations = list(Occupation.objects.filter(discipline=discipline))
    levels = list(SkillLevel.objects.filter(step__range=(3, 6)))
    LevelRecord.objects.bulk_create(
        LevelRecord(
            studio=world.studio,
            person=person,
            occupation=world.rng.choice(occupations),
            level=world.rng.choice(levels),
            reached_on=date(world.rng.randint(2012, 2019), world.rng.randint(1, 12), 15),
            basis="certificate",
            source="示例",
        )
        for person in people
    )


def add_accounts(world: World) -> None:
    """One account per role with the published password; leader and member are members of the first group."""
    studio, secret = world.studio, make_password(PASSWORD)
    lead = studio.lead
    people = iter(ACCOUNT_NAMES.items())
    for login, (name, name_en, post) in people:
        person = _account_person(world, login, name, name_en, post)
        person.password = secret
        person.save()
        world.accounts[login] = person
        if login in ("admin", "leader", "member") or person == lead:  # who has the role already
            continue
        to_date = date(2199, 12, 31) if login == "assessor" else None
        Membership.objects.create(studio=studio, person=person, role=login, from_date=FOUNDED, to_date=to_date)


# The lead is the article's; everybody else is fictional.
ACCOUNT_NAMES = {
    "admin": ("系统管理员（示例）", "Administrator (sample)", "系统管理员"),
    "lead": ("", "Zhang Zhaohong", "领衔人"),
    "office": ("林晓雯", "Lin Xiaowen", "工作室办公室"),
    "leader": ("", "", ""),
    "member": ("", "", ""),
    "trainer": ("何志远", "He Zhiyuan", "培训师"),
    "judge": ("苏建国", "Su Jianguo", "裁判员"),
    "appraiser": ("罗文斌", "Luo Wenbin", "考评员"),
    "finance": ("方静怡", "Fang Jingyi", "财务"),
    "manager": ("郑海涛", "Zheng Haitao", "经理"),
    "assessor": ("江映雪", "Jiang Yingxue", "外部评估员"),
}


def _account_person(world: World, login: str, name: str, name_en: str, post: str) -> Person:
    first = world.disciplines[0]
    if login == "lead" and (person := world.studio.lead):
        person.login, person.post = login, post
        return person
    if login in ("leader", "member"):
        person = world.leaders[first.pk] if login == "leader" else world.members_of(first)[2]
        person.login = login
        return person
    company = None if login == "assessor" else world.studio.company
    return Person(login=login, name=name, name_en=name_en, post=post, company=company, is_staff=login == "admin")


def add_bases(studio: Studio) -> None:
    """Three bases; the article does not name them, so these names are samples."""
    rows = [("培训基地（示例）", "Training base (sample)"), ("创新基地（示例）", "Innovation base (sample)")]
    rows.append(("实训基地（示例）", "Practice base (sample)"))
    for order, (name, name_en) in enumerate(rows, start=1):
        Base.objects.create(studio=studio, name=name, name_en=name_en, order=order)
