"""The moves of equipment."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from studio.audit.errors import Refused
from studio.audit.flow import Flow, Move
from studio.facilities.choices import EquipmentState
from studio.facilities.forms import RetireForm
from studio.facilities.models import Equipment


def retire(equipment, actor, reason, retired_on=None):
    day = retired_on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused(_("This day lies ahead. Give today or a day before."))
    if day < equipment.from_date:
        raise Refused(_("The equipment came into service only on %(day)s.") % {"day": equipment.from_date})
    equipment.retired_on = day


equipment_flow = Flow(
    Equipment,
    "state",
    Move(
        "repair",
        _("Send to repair"),
        (EquipmentState.IN_SERVICE,),
        EquipmentState.REPAIR,
        "facilities.edit",
        reason=True,
    ),
    Move(
        "repaired",
        _("Back in service"),
        (EquipmentState.REPAIR,),
        EquipmentState.IN_SERVICE,
        "facilities.edit",
        tone="primary",
    ),
    Move(
        "retire",
        _("Retire"),
        (EquipmentState.IN_SERVICE, EquipmentState.REPAIR),
        EquipmentState.RETIRED,
        "facilities.approve",
        fill=retire,
        form=RetireForm,
        reason=True,
        tone="danger",
    ),
)
