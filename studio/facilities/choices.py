from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.organisation.registries import functions_in_order


class RoomUse(TextChoices):
    """What a room is meant for."""

    TRAINING = "training", _("Training room")
    PRACTICE = "practice", _("Practice workshop")
    PILOT = "pilot", _("Pilot workshop")
    INSPECTION = "inspection", _("Inspection room")
    DISPLAY = "display", _("Result display room")
    MEETING = "meeting", _("Meeting room")
    OTHER = "other", pgettext_lazy("room", "Other")


class Weekday(IntegerChoices):
    """Days of the week as ISO numbers them."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class EquipmentState(TextChoices):
    """Whether equipment can be used."""

    IN_SERVICE = "in_service", _("In service")
    REPAIR = "repair", _("Under repair")
    RETIRED = "retired", pgettext_lazy("equipment", "Retired")


class CalibrationState(TextChoices):
    """How a calibration stands today; computed, never stored."""

    VALID = "valid", pgettext_lazy("calibration", "Valid")
    SOON = "soon", _("Due soon")
    OVERDUE = "overdue", pgettext_lazy("calibration", "Overdue")
    NONE = "none", _("No calibration recorded")


class VisitorKind(TextChoices):
    """Three counts that are never added together."""

    GROUP = "group", _("Group visit")
    INDIVIDUAL = "individual", _("Individual visitors")
    ONLINE = "online", _("Online views")


def function_choices():
    """The studio's functions, for what a room was used for; asked late, because functions register themselves."""
    return [(function.key, function.label) for function in functions_in_order()]
