"""Places in a group, each an audit row because leaders have rights; and what may still be said of a level record."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from disciplines.choices import Position
from disciplines.models import Group, GroupMembership, LevelRecord
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation.access import rights
from studio.organisation.models import Membership, Person

LEADING = (Position.LEADER, Position.DEPUTY)


@transaction.atomic
def join(
    actor: Person,
    studio,
    *,
    group: Group,
    person: Person,
    position: str = Position.MEMBER,
    from_date: date | None = None,
    to_date: date | None = None,
) -> GroupMembership:
    """Put ``person`` into ``group``. Raises ``Refused`` without a role in the studio or beside another group."""
    from_date = from_date or timezone.localdate()
    _refuse_unless_allowed(actor, studio, person, position)
    Person.objects.select_for_update().get(pk=person.pk)  # two groups at once are decided one after the other
    _refuse_beside_others(studio, group, person, from_date, to_date)
    place = GroupMembership(
        studio=studio, group=group, person=person, position=position, from_date=from_date, to_date=to_date
    )
    place.save()
    _note(actor, "group.join", place)
    return place


@transaction.atomic
def change_place(
    place: GroupMembership, actor: Person, *, position: str, to_date: date | None = None, **unchanged
) -> GroupMembership:
    """Change the position or let the place end; group, person and first day never change, a form may repeat them."""
    if touches_leading(place.position, position):
        _refuse_unless_allowed(actor, place.studio, place.person, Position.LEADER)
    if to_date and to_date < place.from_date:
        raise Refused(_("The place began on %(day)s; it cannot end before.") % {"day": place.from_date})
    if place.to_date and (to_date is None or to_date > place.to_date):
        _refuse_beside_others(place.studio, place.group, place.person, place.from_date, to_date, place)
    place.position, place.to_date = position, to_date
    place.save()
    _note(actor, "group.change", place)
    return place


def touches_leading(before: str, after: str) -> bool:
    """Whether the change touches the rights of a leader or deputy."""
    return before != after and (before in LEADING or after in LEADING)


def end_places(membership: Membership, actor: Person | None) -> None:
    """With the last role in a studio ends the place in its group."""
    day = membership.to_date
    later = Q(to_date__isnull=True) | Q(to_date__gt=day)
    places = GroupMembership.objects.filter(later, person=membership.person, studio=membership.studio)
    for place in places.filter(from_date__lte=day):
        place.to_date = day
        place.save()
        _note(actor, "group.change", place)


@transaction.atomic
def withdraw_level(level: LevelRecord, actor: Person, reason: str) -> None:
    """Let a level no longer hold from today; the record stays to be seen, with the reason."""
    # A level dated ahead by hand never held, so it ends on its own day.
    level.withdrawn_on = max(timezone.localdate(), level.reached_on)
    level.withdrawn_reason = reason
    level.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    audit(actor, "level.withdraw", level, reason=reason)


@transaction.atomic
def add_certificate(level: LevelRecord, actor: Person, number: str) -> None:
    """Note the number of the certificate, which is printed after the level was reached."""
    if level.certificate_number:
        raise Refused(_("The certificate number is recorded already; a level record stays as it was written."))
    level.certificate_number = number
    level.save(update_fields=["certificate_number"])
    audit(actor, "level.certificate", level)


def _refuse_unless_allowed(actor: Person, studio, person: Person, position: str) -> None:
    if position not in LEADING:
        return
    if actor.pk == person.pk:
        raise Refused(_("Nobody makes themselves a leader. Ask another person who may."))
    if "all" not in rights(actor, studio).scopes("groups", "edit"):
        raise Refused(_("Leaders and deputies are named by the studio lead or the office."), 403)


def _refuse_beside_others(studio, group, person, from_date, to_date, place=None) -> None:
    if not Membership.objects.in_force(from_date).filter(studio=studio, person=person).exists():
        raise Refused(_("%(person)s has no role in the studio on this day. Give one first.") % {"person": person})
    if not (group.from_date <= from_date and (group.to_date is None or from_date <= group.to_date)):
        raise Refused(_("The group does not exist on %(day)s.") % {"day": from_date})
    open_end = Q(to_date__isnull=True) | Q(to_date__gte=from_date)
    others = GroupMembership.objects.filter(open_end, studio=studio, person=person).exclude(pk=place and place.pk)
    if to_date:
        others = others.filter(from_date__lte=to_date)
    if other := others.select_related("group").first():
        raise Refused(
            _("%(person)s belongs to “%(group)s” then. End that first.") % {"person": person, "group": other.group}
        )


def _note(actor, verb: str, place: GroupMembership) -> None:
    audit(
        actor,
        verb,
        place,
        group=place.group_id,
        person=place.person_id,
        position=place.position,
        from_date=str(place.from_date),
        to_date=str(place.to_date or ""),
    )
