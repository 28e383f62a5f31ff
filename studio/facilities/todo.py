"""What waits for somebody on the site."""

from django.utils.translation import gettext_lazy as _

from studio.facilities.models import Equipment
from studio.notices.registry import Todo


def calibrations_due(person, studio):
    """Equipment to calibrate, for whoever looks after it."""
    return Equipment.objects.to_calibrate(person, studio).select_related("studio")


Todo(
    "facilities.calibrate",
    _("Equipment to calibrate (overdue or due within 30 days)"),
    "facilities",
    calibrations_due,
    "facilities:equipment_list",
).register()
