"""People from a table: a verdict for every row, and nothing written while one of them is bad."""

from collections import Counter
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.log import record as audit
from studio.core.text import fold, fold_number
from studio.organisation import guards
from studio.organisation.actions.people import free_login
from studio.organisation.models import Person, Studio, Unit

HEADS = {
    "employee_number": ("employee number", "employee_number", "工号", "员工编号"),
    "name": ("name", "chinese name", "姓名"),
    "name_en": ("english name", "name_en", "英文名", "英文姓名"),
    "unit": ("unit", "单位", "部门"),
    "post": ("post", "岗位", "职务"),
    "phone": ("phone", "手机", "电话", "联系电话"),
    "email": ("e-mail", "email", "邮箱", "电子邮箱"),
    "identity_number": ("identity number", "identity_number", "身份证号", "身份证号码"),
    "login": ("sign-in name", "login", "登录名"),
}
RIGHTS = {
    fold(head) for head in ("role", "administrator", "is_staff", "is_active", "password", "角色", "管理员", "密码")
}
BY_HEAD = {fold(head): field for field, heads in HEADS.items() for head in heads}


class BadTable(ValueError):
    """Heads that cannot be imported; the message says which and why."""


@dataclass
class Verdict:
    """What happens with one row: ``create``, ``update``, ``unchanged``, or ``error`` with its kind."""

    line: int
    what: str
    who: str
    problem: str = ""
    detail: str = ""
    fields: list[str] = field(default_factory=list)
    person: Person | None = None


@dataclass
class Plan:
    """The verdicts of a table, and heads that nobody knows."""

    studio: Studio
    verdicts: list[Verdict]
    ignored: list[str]

    @property
    def bad(self) -> dict[str, list[Verdict]]:
        """Rows with an error, grouped by its kind."""
        found: dict[str, list[Verdict]] = {}
        for verdict in self.verdicts:
            if verdict.what == "error":
                found.setdefault(verdict.problem, []).append(verdict)
        return found

    @property
    def counts(self) -> Counter:
        """How many rows have which verdict."""
        return Counter(verdict.what for verdict in self.verdicts)


def plan_import(studio: Studio, heads: list[str], rows: list[tuple[int, list[str]]]) -> Plan:
    """Check every row against the rules and what is there; writes nothing. Raises ``BadTable`` for its heads."""
    columns = _columns(heads)
    known = {person.employee_number: person for person in _with(studio).exclude(employee_number="")}
    logins = {person.login.casefold(): person for person in Person.objects.all()}
    units = {}
    for unit in Unit.objects.filter(company=studio.company):
        units |= {fold(name): unit for name in (unit.name, unit.name_en) if name}
    numbers = Counter(fold_number(_cell(cells, columns.get("employee_number"))) for _line, cells in rows)
    typed = Counter(_cell(cells, columns.get("login")).casefold() for _line, cells in rows)
    reader = Reader(studio, columns, known, logins, units, numbers, typed)
    verdicts = [reader.verdict(line, cells) for line, cells in rows]
    return Plan(studio, verdicts, [head for head in heads if head and fold(head) not in BY_HEAD])


@transaction.atomic
def run_import(plan: Plan, actor: Person | None = None) -> None:
    """Write a plan without bad rows, in one transaction with one audit row."""
    if plan.bad:
        raise ValueError("a plan with bad rows is not written")
    for verdict in plan.verdicts:
        person = verdict.person
        if verdict.what == "unchanged":
            continue
        if person.unit is not None and person.unit.pk is None:
            person.unit, _new = Unit.objects.get_or_create(
                company=plan.studio.company, name=person.unit.name, defaults={"name_en": ""}
            )
        if verdict.what == "create":
            person.login = person.login or free_login(plan.studio.company, person)
            person.set_unusable_password()
        person.save()
    counts = plan.counts
    audit(actor, "people.import", studio=plan.studio, created=counts["create"], updated=counts["update"])


def _with(studio: Studio):
    return Person.objects.filter(company=studio.company).select_related("unit")


def _columns(heads: list[str]) -> dict[str, int]:
    rights = [head for head in heads if fold(head) in RIGHTS]
    if rights:
        raise BadTable(_("Rights are not imported. Delete the column “%(head)s”.") % {"head": rights[0]})
    columns: dict[str, int] = {}
    for index, head in enumerate(heads):
        name = BY_HEAD.get(fold(head))
        if name in columns:
            raise BadTable(_("Two columns say the same: “%(head)s”.") % {"head": head})
        if name:
            columns[name] = index
    if "employee_number" not in columns and "login" not in columns:
        raise BadTable(_("There is no column “employee number” (工号)."))
    return columns


def _cell(cells: list[str], index: int | None) -> str:
    return cells[index].strip() if index is not None and index < len(cells) else ""


@dataclass
class Reader:
    """Judges one row after the other against what is there."""

    studio: Studio
    columns: dict[str, int]
    known: dict[str, Person]
    logins: dict[str, Person]
    units: dict[str, Unit]
    numbers: Counter
    typed: Counter

    def verdict(self, line: int, cells: list[str]) -> Verdict:
        """What happens with the row."""
        values = {name: _cell(cells, index) for name, index in self.columns.items()}
        values["employee_number"] = number = fold_number(values.get("employee_number", ""))
        who = values.get("name") or values.get("name_en") or number
        person = self.known.get(number) if number else self.logins.get(values.get("login", "").casefold())
        if problem := self._problem(values, person):
            return Verdict(line, "error", who, *problem)
        return self._judge(line, who, values, person)

    def _problem(self, values: dict, person: Person | None) -> tuple[str, str] | None:
        number, login = values["employee_number"], values.get("login", "")
        if not number and not login:
            return _("Employee number missing"), ""
        if number and self.numbers[number] > 1:
            return _("Employee number stands in the table twice"), number
        if login and self.typed[login.casefold()] > 1:
            return _("Sign-in name stands in the table twice"), login
        taken = self.logins.get(login.casefold()) if login else None
        if taken and taken != person:
            return _("Sign-in name belongs to somebody else"), login
        if person and person.company_id != self.studio.company_id:
            return _("Sign-in name belongs to somebody else"), login
        if not person and not values.get("name") and not values.get("name_en"):
            return _("Name missing"), ""
        return None

    def _judge(self, line: int, who: str, values: dict, person: Person | None) -> Verdict:
        new = person is None
        person = person or Person(company=self.studio.company)
        changed = self._fill(person, values)
        if not new and not changed:
            return Verdict(line, "unchanged", who, person=person)
        if not new and guards.is_strong(person):
            detail = ", ".join(changed)
            return Verdict(line, "error", who, _("Holds rights; change it on the person's page"), detail)
        if problems := _problems(person):
            return Verdict(line, "error", who, _("Value not allowed"), "; ".join(problems))
        return Verdict(line, "create" if new else "update", who, fields=changed, person=person)

    def _fill(self, person: Person, values: dict) -> list[str]:
        """Take over what the row says; an empty cell says nothing."""
        changed = []
        for name, value in values.items():
            if not value:
                continue
            value = self._unit(value) if name == "unit" else value
            if getattr(person, name) != value:
                setattr(person, name, value)
                changed.append(name)
        return changed

    def _unit(self, name: str) -> Unit:
        """The unit of that name; a new one is made when the table is written."""
        return self.units.setdefault(fold(name), Unit(company=self.studio.company, name=name))


def _problems(person: Person) -> list[str]:
    """What the fields of the person, and of a new unit, refuse."""
    unchecked = ["password", "sort_key", *([] if person.login else ["login"])]
    checks = [(person, unchecked)]
    if person.unit is not None and person.unit.pk is None:
        checks.append((person.unit, ["company"]))
    found = []
    for record, exclude in checks:
        try:
            record.clean_fields(exclude=exclude)
        except ValidationError as problem:
            for name, texts in problem.message_dict.items():
                field = "unit" if record is not person else name
                found.append(f"{Person._meta.get_field(field).verbose_name}: {' '.join(texts)}")
    return found
