"""Rights to competitions (see the table in organisation/access.py for the grammar).

Marks of our own events are secret until they are locked: of everybody only the judges of the event see them, and
administrators are no exception. Giving marks needs the role of judge itself and the assignment to the event.
"""

import rules
from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

Area(
    "competitions",
    _("Competitions: set-up and entries"),
    lead="V E A",
    office="V E A",
    group_leader="E:group",
    member="V enter",
    trainer="V",
    judge="V:assigned",
    appraiser="V",
    finance="V",
    manager="V",
    assessor="V",
    participant="V:own enter",
).register()

Area(
    "competition_results",
    _("Competitions: results of events held elsewhere"),
    lead="E",
    office="E",
    group_leader="E:group",
    member="V",
    trainer="V",
    judge="V",
    appraiser="V",
    finance="V",
    manager="V",
    assessor="V",
    participant="V:own",
).register()

Area(
    "competition_marks",
    _("Competitions: marks of our own events"),
    person_only=("edit",),
    parent="V:locked",
    admin="V:locked",
    lead="V:locked",
    office="V:locked",
    group_leader="T",
    member="V:own",
    trainer="T",
    judge="V:assigned E:assigned",
    appraiser="T",
    finance="T",
    manager="V:locked",
    assessor="T",
    participant="V:own",
).register()


@rules.predicate
def competes_in(person, target) -> bool:
    """Whether ``target`` is an entry or result of the person (an event or a studio is not)."""
    return target is not None and hasattr(target, "has_entrant") and target.has_entrant(person)


_EDIT = "competition_results.edit"
rules.set_perm(_EDIT, rules.permissions.permissions[_EDIT] & ~competes_in)
