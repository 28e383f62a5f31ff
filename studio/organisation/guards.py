"""Why somebody may not touch the rights or the account of somebody else: each answers ``None`` or a text.

Whoever may change an account's contacts can take the account over (by resetting its password), so an account is as
protected as the strongest role of its person.
"""

from django.utils.translation import gettext as _

from studio.organisation.access import rights
from studio.organisation.choices import Role
from studio.organisation.models import Membership, Person, Studio

CONTACTS = ("phone", "email", "identity_number")
# What leads to an account. The rest (name, unit, post) only describes the person.
ACCOUNT_FIELDS = frozenset({"login", "email", "is_active"})
# Given and taken by whoever may approve (lead, administrator), not by office.
STRONG_ROLES = frozenset({Role.LEAD, Role.OFFICE, Role.FINANCE, Role.MANAGER, Role.ASSESSOR})


def permission_for(role: str) -> str:
    """The right that giving or taking ``role`` asks."""
    return "people.approve" if role in STRONG_ROLES else "people.edit"


def may_manage(actor: Person | None, studio, role: str) -> bool:
    """Whether ``actor`` (``None`` is the command line) may give and take ``role``.

    A group leader edits people of the group and no roles: a membership belongs to no group.
    """
    if actor is None:
        return True
    verb = permission_for(role).partition(".")[2]
    return "all" in rights(actor, studio).scopes("people", verb)


def may_reveal(actor: Person, studio: Studio, person: Person) -> bool:
    """Whether ``actor`` may read the full contacts: the person, and whoever holds the right in this studio."""
    return actor.pk == person.pk or actor.has_perm("people.reveal", studio)


def why_not_give(actor, studio, person, role: str, to_date) -> str | None:
    """Nobody raises the own rights, and nobody gives a role above the own ones."""
    if actor and actor.pk == person.pk:
        return _("Nobody gives a role to themselves. Ask another person who may.")
    if not may_manage(actor, studio, role):
        return _("You may not give this role. Ask the studio lead.")
    if not person.is_active:
        return _("%(person)s may not sign in. Allow that first.") % {"person": person}
    if role == Role.ASSESSOR and to_date is None:
        return _("An external assessor's role needs an end.")
    return None


def why_not_end(actor, membership: Membership) -> str | None:
    """Roles are taken by whoever could have given them; giving up the own one is allowed."""
    if actor and actor.pk == membership.person_id:
        return None
    if not may_manage(actor, membership.studio, membership.role):
        return _("You may not take this role. Ask the studio lead.")
    return None


def is_strong(person: Person) -> bool:
    """Whether the account holds more than a working role anywhere today."""
    return person.is_staff or person.memberships.in_force().filter(role__in=STRONG_ROLES).exists()


def why_not_change_account(actor: Person | None, person: Person, memberships=None) -> str | None:
    """Administrators may; others only accounts whose every role, in every studio, they may give themselves.

    ``memberships`` are all of the person's, where they were read already.
    """
    if actor is None or actor.is_staff or actor.pk == person.pk:
        return None
    if person.is_staff:
        return _("This is an administrator's account. Only administrators change it.")
    if memberships is None:
        memberships = person.memberships.in_force().select_related("studio__company", "studio__parent")
    held = [membership for membership in memberships if membership.is_in_force]
    if all(may_manage(actor, membership.studio, membership.role) for membership in held):
        return None
    return _("This account holds roles that you may not give. Ask the studio lead or an administrator.")


def why_not_invite(actor: Person | None, person: Person, memberships=None) -> str | None:
    """A link to a new password is the whole account, so it takes the right over the account."""
    if not person.is_active:
        return _("%(person)s may not sign in. Allow that first.") % {"person": person}
    return why_not_change_account(actor, person, memberships)


def why_not_last_administrator(person: Person) -> str | None:
    """One administrator who may sign in always stays."""
    if Person.objects.filter(is_staff=True, is_active=True).exclude(pk=person.pk).exists():
        return None
    return _("This is the last administrator. Make another one first.")
