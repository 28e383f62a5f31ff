"""Rights to innovations and to benefit claims (the grammar is in organisation/access.py).

Office edits and does not decide; a group leader decides in the own group. Whoever is not a member of the studio
proposes, and sees what is their own. Only the finance role confirms benefit, never of a project of one's own.
"""

import rules
from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area, rights

Area(
    "innovations",
    _("Innovation: proposals, projects, results, transformations"),
    lead="V E A",
    office="V E",
    group_leader="E:group A:group",
    member="V E:own",
    trainer="V",
    judge="V",
    appraiser="V",
    finance="V",
    manager="V",
    assessor="V",
    participant="V:own E:own",
).register()

Area(
    "benefits",
    _("Innovation: benefit claims"),
    person_only=("confirm",),
    lead="V E",
    office="V E",
    group_leader="E:group",
    member="V:own E:own",
    trainer="T",
    finance="V confirm",
    manager="V",
    assessor="T",
    participant="V:own",
).register()


@rules.predicate
def is_within_own_part(person, target) -> bool:
    """Participants write proposals and nothing else, also where a project or result is partly theirs."""
    if target is None or target._meta.label_lower in ("organisation.studio", "innovations.proposal"):
        return True
    return rights(person, target.studio).roles != {"participant"}


@rules.predicate
def benefits_from_claim(person, target) -> bool:
    """Whether ``target`` is a claim of the person or of a project of theirs (a studio is not)."""
    return target is not None and hasattr(target, "benefits") and target.benefits(person)


def strengthen(name: str, predicate) -> None:
    """Ask ``predicate`` as well wherever the permission ``name`` is asked."""
    rules.set_perm(name, rules.permissions.permissions[name] & predicate)


strengthen("innovations.edit", is_within_own_part)
strengthen("benefits.confirm", ~benefits_from_claim)
