"""Rights to appraisals and to their scores (see the table in organisation/access.py for the grammar).

A member sees batches open for applications and own things; scores are an area of their own, because fewer people see
them and a candidate only after the decision. Entering them needs the role itself, also for administrators.
"""

import rules
from django.utils.translation import gettext_lazy as _

from appraisals.conflicts import why_not_score, why_not_score_batch
from studio.organisation.access import Area

Area(
    "appraisals",
    _("Appraisals: batches, candidates"),
    lead="V E A nominate",
    office="V E A nominate",
    group_leader="V:group nominate:group",
    member="V:own apply:own",
    trainer="V",
    judge="T",
    appraiser="V:assigned",
    finance="T",
    manager="V",
    assessor="T",
    participant="V:own apply:own",
).register()

# ``read_roll`` opens the scanned score roll of a batch; nobody reads it for being a candidate.
Area(
    "appraisal_scores",
    _("Appraisals: scores"),
    person_only=("edit",),
    lead="V read_roll",
    office="V E read_roll",
    group_leader="T",
    member="V:own",
    trainer="T",
    appraiser="V:assigned E:assigned read_roll:assigned",
    manager="V read_roll",
    assessor="T",
    participant="V:own",
).register()


@rules.predicate
def may_score(person, target) -> bool:
    """Whether nothing but the right itself keeps the person from scoring ``target`` (a studio: anything there)."""
    kind = target._meta.label_lower if target is not None else ""
    if kind == "appraisals.batch":
        return why_not_score_batch(person, target) is None
    if kind == "appraisals.score":
        return may_score(person, target.candidate)
    if kind == "appraisals.candidate":
        return why_not_score_batch(person, target.batch) is None and why_not_score(person, target) is None
    return True


_EDIT = "appraisal_scores.edit"
rules.set_perm(_EDIT, rules.permissions.permissions[_EDIT] & may_score)
