"""Rights to training (see the table in organisation/access.py for the grammar).

A participant sees what is open for enrolment and own things; nobody writes results of their own, whatever the role.
"""

import rules
from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

Area(
    "training",
    _("Training: plans, courses, sessions"),
    lead="V E A",
    office="V E A",
    group_leader="E:group A:group",
    member="V enrol",
    trainer="V E:assigned",
    judge="V",
    appraiser="V",
    finance="V",
    manager="V",
    assessor="V",
    participant="V:own enrol",
).register()

Area(
    "training_results",
    _("Training: attendance and results"),
    lead="E",
    office="E",
    group_leader="E:group",
    member="V:own",
    trainer="V:assigned E:assigned",
    judge="T",
    appraiser="T",
    finance="T",
    manager="V",
    assessor="T",
    participant="V:own",
).register()


@rules.predicate
def is_own_attendance(person, target) -> bool:
    """Whether ``target`` is the person's own attendance (a session or a studio is not)."""
    return getattr(target, "person_id", None) == person.pk


_EDIT = "training_results.edit"
rules.set_perm(_EDIT, rules.permissions.permissions[_EDIT] & ~is_own_attendance)
