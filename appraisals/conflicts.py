"""Who scores whom: the assigned appraisers once there are any, nobody themselves, no appraiser their own unit."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import rights


def why_not_score_batch(person, batch) -> str | None:
    """Why ``person`` does not enter scores of ``batch``, whatever the role; ``None`` when they may."""
    assigned = {row.person_id for row in batch.appraisers.all()}
    if not assigned:
        return None
    if person.pk not in assigned:
        return _("This batch has appraisers assigned; only they enter its scores.")
    if "appraiser" not in rights(person, batch.studio).roles:
        return _("Only who holds the role of appraiser enters scores. Ask the office to renew the role.")
    return None


def why_not_score(person, candidate) -> str | None:
    """Why ``person`` leaves this candidate to somebody else; ``None`` when they may."""
    if candidate.person_id == person.pk:
        return _("Nobody enters their own scores. Leave your own line to somebody else.")
    is_appraiser = any(row.person_id == person.pk for row in candidate.batch.appraisers.all())
    if is_appraiser and same_unit(person.unit, candidate.person.unit):
        return _("%(person)s belongs to your unit (%(unit)s). Leave this line to an appraiser of another unit.") % {
            "person": candidate.person,
            "unit": candidate.person.unit,
        }
    return None


def same_unit(one, other) -> bool:
    """Whether both work in one unit, or one unit lies within the other."""
    if one is None or other is None:
        return False
    return one.pk in _upwards(other) or other.pk in _upwards(one)


def _upwards(unit) -> set[int]:
    """The unit and all units it lies in."""
    seen = set()
    while unit is not None and unit.pk not in seen:
        seen.add(unit.pk)
        unit = unit.parent
    return seen
