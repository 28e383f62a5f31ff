"""Roles given and taken: every one, by anybody, is an audit row."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation import guards
from studio.organisation.models import Membership, Person, Studio
from studio.organisation.registries import role_endings


@transaction.atomic
def give_role(
    actor: Person | None,
    studio: Studio,
    *,
    person: Person,
    role: str,
    from_date: date | None = None,
    to_date: date | None = None,
) -> Membership:
    """Let ``person`` hold ``role`` in ``studio``; ``actor`` None is the command line.

    Raises ``Refused`` for the own rights, for a role above the actor's, and for an assessor without an end.
    """
    from_date = from_date or timezone.localdate()
    _refuse(guards.why_not_give(actor, studio, person, role, to_date))
    held = Membership.objects.filter(studio=studio, person=person, role=role).order_by("-from_date").first()
    if held and (held.to_date is None or held.to_date >= from_date):
        raise Refused(_("%(person)s holds this role already.") % {"person": person})
    membership = Membership(studio=studio, person=person, role=role, from_date=from_date, to_date=to_date)
    membership.save()
    audit(
        actor,
        "role.give",
        membership,
        person=person.pk,
        role=role,
        from_date=str(from_date),
        to_date=str(to_date or ""),
    )
    return membership


@transaction.atomic
def end_role(
    membership: Membership, actor: Person | None, *, to_date: date, reason: str = "", **unchanged
) -> Membership:
    """Let a role end on ``to_date``, its last day. Person, role and start never change; a form may repeat them."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    _refuse(guards.why_not_end(actor, membership))
    if to_date < membership.from_date:
        raise Refused(_("The role began on %(day)s; it cannot end before.") % {"day": membership.from_date})
    membership.to_date = to_date
    membership._change_reason = reason[:100] or None
    membership.save()
    audit(
        actor,
        "role.end",
        membership,
        reason=reason,
        person=membership.person_id,
        role=membership.role,
        to_date=str(to_date),
    )
    if not _others(membership).exists():
        for ending in role_endings:
            ending(membership, actor)
    return membership


def _others(membership: Membership):
    """Roles of the same person and studio that hold after this one ended."""
    same = Membership.objects.filter(studio=membership.studio, person=membership.person).exclude(pk=membership.pk)
    return same.filter(Q(to_date__isnull=True) | Q(to_date__gt=membership.to_date))


def _refuse(why: str | None) -> None:
    if why:
        raise Refused(why)
