"""Linking two records, and taking a link away."""

from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.links.models import Link, key_of
from studio.links.registry import linkable_as

MOST = 100


@transaction.atomic
def link(record, other, actor) -> Link:
    """Link ``record``, which ``actor`` may edit, with ``other``, which ``actor`` sees. Twice is once."""
    _refuse_unless_allowed(record, other, actor)
    if _kinds_differ(record, other):
        raise Refused(_("These two kinds of record cannot be linked."))
    for one in sorted((record, other), key=key_of):  # neither is deleted meanwhile
        if not type(one)._base_manager.select_for_update(of=("self",)).filter(pk=one.pk).exists():
            raise Refused(_("One of the two records was deleted meanwhile."))
    if found := Link.objects.between(record, other).first():
        return found
    if Link.objects.of(record).count() >= MOST or Link.objects.of(other).count() >= MOST:
        raise Refused(_("A record has at most %(most)s links.") % {"most": MOST})
    first, second = sorted((key_of(record), key_of(other)))
    made = Link.objects.create(studio=record.studio, first=first, second=second, by=actor)
    audit(actor, "link.add", made, ends=[first, second])
    return made


@transaction.atomic
def unlink(record, other, actor) -> None:
    """Take the link between the two away; nothing happens when there is none."""
    _refuse_unless_allowed(record, other, actor)
    found = Link.objects.select_for_update().between(record, other).first()
    if found:
        audit(actor, "link.remove", found, ends=[found.first, found.second])
        found.delete()


def forget(record) -> None:
    """Take away the links of a record that is about to be deleted."""
    Link.objects.of(record).delete()


def sees(person, record) -> bool:
    """Whether ``person`` may view this very record."""
    return type(record).objects.visible_to(person, record.studio).filter(pk=record.pk).exists()


def _refuse_unless_allowed(record, other, actor) -> None:
    require(actor, f"{record.area}.edit", record)
    # What is in another studio and what is hidden are refused alike, so that neither is told to be there.
    if record.studio_id != other.studio_id or not sees(actor, other):
        raise Refused(_("There is no such record."), 404)


def _kinds_differ(record, other) -> bool:
    one, two = linkable_as(record), linkable_as(other)
    return one is None or two is None or not one.takes(two) or key_of(record) == key_of(other)
