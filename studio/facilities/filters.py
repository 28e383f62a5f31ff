"""Filters of the facilities lists; period and discipline come from the pickers of every page."""

import django_filters
from django.utils.translation import gettext_lazy as _

from studio.facilities.choices import CalibrationState
from studio.facilities.models import Calibration, Closure, Equipment, OpenHours, Room, RoomDay, Use, VisitorBatch
from studio.kit.filters import DateBetween, Filters


class RoomFilters(Filters):
    in_service = django_filters.BooleanFilter(method="by_service", label=_("In service today"))

    class Meta:
        model = Room
        fields = ["base", "use"]

    def by_service(self, rows, name, wanted):
        """Those in service today, or those that are not."""
        now = Room.objects.in_service().values("pk")
        return rows.filter(pk__in=now) if wanted else rows.exclude(pk__in=now)


class OpenHoursFilters(Filters):
    in_force = django_filters.BooleanFilter(method="by_day", label=_("In force today"))

    class Meta:
        model = OpenHours
        fields = ["room", "weekday"]

    def by_day(self, rows, name, wanted):
        """Hours that hold today, or those that do not."""
        now = OpenHours.objects.in_force().values("pk")
        return rows.filter(pk__in=now) if wanted else rows.exclude(pk__in=now)


class ClosureFilters(Filters):
    from_date = DateBetween(label=_("Closed from"))

    class Meta:
        model = Closure
        fields = ["room"]


class RoomDayFilters(Filters):
    day = DateBetween(label=_("Day"))

    class Meta:
        model = RoomDay
        fields = ["room"]


class UseFilters(Filters):
    day = DateBetween(label=_("Day"))

    class Meta:
        model = Use
        fields = ["room", "function", "recorded_by"]


class EquipmentFilters(Filters):
    calibration = django_filters.ChoiceFilter(
        method="by_calibration", choices=CalibrationState.choices, label=_("Calibration")
    )
    calibration_due = DateBetween(label=_("Calibration due"))

    class Meta:
        model = Equipment
        fields = ["state", "room"]

    def by_calibration(self, rows, name, wanted):
        """By how the newest calibration stands today."""
        return rows.with_calibration().filter(calibration=wanted)


class CalibrationFilters(Filters):
    done_on = DateBetween(label=_("Calibrated on"))

    class Meta:
        model = Calibration
        fields = ["equipment"]


class VisitorFilters(Filters):
    day = DateBetween(label=_("Day"))

    class Meta:
        model = VisitorBatch
        fields = ["kind", "level"]
