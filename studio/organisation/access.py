"""Who may do what: areas declare one table each, everything asks here.

A cell of a table is a string of grants, each ``VERB`` or ``VERB:scope``. The verbs of roles.md are
``V`` view, ``E`` edit, ``A`` approve and ``T`` totals; an area may add its own in lower case (``enrol``).
Scopes are ``own``, ``assigned`` and ``group`` (the person leads the record's discipline group); any other scope is
a state of the record, which the model's query set answers: ``V:locked`` is what ``locked()`` gives.
``E`` and ``A`` imply ``V`` of all; ``V:own`` and ``V:assigned`` imply ``T``.
"""

from dataclasses import dataclass, field
from functools import cached_property

import rules
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from studio.core.registry import Registry
from studio.core.text import listed
from studio.organisation.choices import Role
from studio.organisation.registries import role_sources

VERBS = {"V": "view", "E": "edit", "A": "approve", "T": "totals"}
EVERYWHERE = frozenset({"all"})
RELATIONS = frozenset({"all", "own", "assigned", "group"})
PARENT_ROLES = (Role.LEAD, Role.OFFICE, Role.MANAGER)
DERIVED_ROLES = {
    "group_leader": _("Group leader"),
    "participant": _("Participant"),
    "parent": _("Parent studio"),
    "admin": _("Administrator"),
}


def role_label(key: str) -> str:
    """The name of a role key, granted or derived."""
    return DERIVED_ROLES.get(key) or Role(key).label


class Area:
    """One row of the table of rights: ``Area("training", label, lead="V E A", member="V enrol:own")``.

    ``person_only`` names verbs that the administrator flag does not grant (they need the role itself); a cell
    ``admin`` narrows what it grants of others: ``admin="V:locked"``.
    """

    def __init__(self, key: str, label: str, *, person_only: tuple[str, ...] = (), parent: str = "V", **cells: str):
        self.key, self.label, self.person_only = key, label, person_only
        self.cells = {role: self._read(cell) for role, cell in {"parent": parent, **cells}.items()}
        self.verbs = sorted({"view", "edit", "approve", "totals"} | {v for c in self.cells.values() for v in c})

    @staticmethod
    def _read(cell: str) -> dict[str, frozenset[str]]:
        grants: dict[str, set[str]] = {}
        for token in cell.split():
            verb, _colon, scope = token.partition(":")
            grants.setdefault(VERBS.get(verb, verb), set()).add(scope or "all")
            if verb in ("E", "A") and scope in ("", "group"):
                grants.setdefault("view", set()).add("all")
        if "view" in grants:
            grants.setdefault("totals", set()).add("all")
        return {verb: frozenset(scopes) for verb, scopes in grants.items()}

    def scopes(self, roles: frozenset[str], verb: str) -> frozenset[str]:
        """Where a holder of ``roles`` may do ``verb``: any of all, group, own, assigned; empty is nowhere."""
        cells = [self.cells.get(role, {}).get(verb, ()) for role in roles if role != "admin"]
        if "admin" in roles and verb not in self.person_only:
            cells.append(self.cells.get("admin", {}).get(verb, EVERYWHERE))
        found = frozenset().union(*cells)
        return EVERYWHERE if "all" in found else found

    def permits(self, verb: str, person, target) -> bool:
        """Whether ``person`` may do ``verb`` to ``target``: a studio (anything there?) or one of its records."""
        if target is None:
            return bool(person.is_staff) and verb not in self.person_only
        is_studio = target._meta.label == "organisation.Studio"
        held = rights(person, target if is_studio else target.studio)
        scopes = held.scopes(self.key, verb)
        if "all" in scopes or not scopes:
            return bool(scopes)
        if is_studio:
            return True
        return (
            ("group" in scopes and target.effective_discipline_id in held.disciplines_led)
            or ("own" in scopes and target.is_own(person))
            or ("assigned" in scopes and target.is_assigned(person))
            or any(target.is_in_state(state) for state in scopes - RELATIONS)
        )

    def holders(self, verb: str) -> list[str]:
        """Labels of the granted roles that may do ``verb`` somewhere, for refusals that say who to ask."""
        return [
            str(role_label(role))
            for role, cell in self.cells.items()
            if verb in cell and role not in ("parent", "admin")
        ]

    def register(self) -> "Area":
        """Put the area into the table and its permissions ``<key>.<verb>`` into rules."""
        areas.register(self.key, self)
        for verb in self.verbs:
            rules.add_perm(f"{self.key}.{verb}", self._predicate(verb))
        return self

    def _predicate(self, verb: str):
        def permits(person, target):
            return self.permits(verb, person, target)

        return rules.predicate(permits, name=f"{self.key}.{verb}")


areas: Registry[Area] = Registry("areas")


@dataclass(frozen=True)
class Rights:
    """The roles of one person in one studio today."""

    roles: frozenset[str]
    disciplines_led: frozenset[int] = field(default_factory=frozenset)

    def scopes(self, area: str, verb: str) -> frozenset[str]:
        """Where these roles may do ``verb`` in ``area``."""
        return areas[area].scopes(self.roles, verb)

    @cached_property
    def labels(self) -> list[str]:
        """Names of the roles, for the person menu."""
        return [str(role_label(role)) for role in sorted(self.roles)]


NOBODY = Rights(frozenset())


def rights(person, studio) -> Rights:
    """Roles of ``person`` in ``studio``, read once per person object (a request's person is a new object)."""
    if not person.is_authenticated or not person.is_active:
        return NOBODY
    known = getattr(person, "_rights", None)
    if known is None:
        known = person._rights = {}  # set as an attribute, a lazy request.user passes it on to the person
    if studio.pk not in known:
        known[studio.pk] = _read_rights(person, studio)
    return known[studio.pk]


def _read_rights(person, studio) -> Rights:
    memberships = apps.get_model("organisation", "Membership").objects.in_force()
    held = list(
        memberships.filter(person=person, studio__in=[studio.pk, studio.parent_id or studio.pk]).values_list(
            "studio", "role"
        )
    )
    roles = {role for where, role in held if where == studio.pk}
    led: set[int] = set()
    for source in role_sources if roles else ():
        for role, disciplines in source(person, studio).items():
            roles.add(role)
            led |= disciplines
    if any(where != studio.pk and role in PARENT_ROLES for where, role in held):
        roles.add("parent")
    if not roles and person.company_id and person.company_id == studio.company_id:
        roles.add("participant")
    if person.is_staff:
        roles.add("admin")
    return Rights(frozenset(roles), frozenset(led))


def figure_access(person, studio, area: str) -> str | None:
    """How a figure of ``area`` shows: ``rows`` (a link), ``number`` (bare), or ``None`` (absent)."""
    held = rights(person, studio)
    if "all" in held.scopes(area, "view"):
        return "rows"
    beyond_participant = held.roles - {"participant"}
    return "number" if areas[area].scopes(beyond_participant, "totals") else None


def refusal(permission: str) -> str:
    """Why an action is not offered: who may do it."""
    area, _dot, verb = permission.partition(".")
    holders = areas[area].holders(verb)
    return _("Only these roles may do this: %(roles)s.") % {"roles": listed(holders)}
