"""A scheduled delivery is paused and taken up again."""

from django.utils.translation import gettext_lazy as _

from studio.audit.flow import Flow, Move
from studio.reports.choices import DeliveryState
from studio.reports.delivering import resume
from studio.reports.models import Delivery

Flow(
    Delivery,
    "state",
    Move("pause", _("Pause"), (DeliveryState.ACTIVE,), DeliveryState.PAUSED, "report_deliveries.edit"),
    Move(
        "resume",
        _("Take up again"),
        (DeliveryState.PAUSED,),
        DeliveryState.ACTIVE,
        "report_deliveries.edit",
        fill=resume,
        tone="primary",
    ),
)
