"""Calibrations of equipment: the newest one says when the next is due."""

from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.facilities.models import Calibration, Equipment
from studio.kit.deletes import delete_record


@transaction.atomic
def record_calibration(actor, studio, *, equipment: Equipment, **values) -> Calibration:
    """A calibration of equipment that is not retired."""
    equipment = _lock(equipment)
    if refused := equipment.why_locked(actor):
        raise Refused(refused)
    made = Calibration.objects.create(studio=studio, equipment=equipment, **values)
    audit(actor, "create", made)
    _settle(equipment)
    return made


@transaction.atomic
def change_calibration(calibration: Calibration, actor, **values) -> Calibration:
    """Correct a calibration; it stays with its equipment."""
    equipment = _lock(calibration.equipment)
    if values.pop("equipment", equipment) != equipment:
        raise Refused(_("A calibration stays with its equipment. Delete it and record it at the other one."))
    calibration.superseded_on = None  # its neighbours may be others now
    for name, value in values.items():
        setattr(calibration, name, value)
    calibration.save()
    audit(actor, "change", calibration, fields=sorted(values))
    _settle(equipment)
    return calibration


@transaction.atomic
def delete_calibration(calibration: Calibration, actor) -> None:
    """Take back a calibration that was recorded wrongly."""
    equipment = _lock(calibration.equipment)
    delete_record(calibration, actor)
    _settle(equipment)


def _lock(equipment: Equipment) -> Equipment:
    return Equipment._base_manager.select_for_update().get(pk=equipment.pk)


def _settle(equipment: Equipment) -> None:
    """Date when each calibration was superseded, and carry the newest one's days to the equipment."""
    follower = None
    for one in equipment.calibrations.order_by("-done_on"):
        next_day = follower.done_on if follower else None
        if one.superseded_on != next_day:
            Calibration._base_manager.filter(pk=one.pk).update(superseded_on=next_day)
        follower = one
    newest = equipment.calibrations.order_by("-done_on").first()
    equipment.calibrated_on = newest and newest.done_on
    equipment.calibration_due = newest and newest.due_on
    equipment.save()
