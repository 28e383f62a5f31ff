from django.contrib import admin

from studio.facilities.models import Calibration, Closure, Equipment, OpenHours, Room, RoomDay, Use, VisitorBatch
from studio.kit.admin import RecordAdmin


class CountedAdmin(RecordAdmin):
    """Changing these counts days anew, which only the studio's pages do."""

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Room)
class RoomAdmin(RecordAdmin):
    list_display = ["name", "name_en", "studio", "use", "floor_area", "from_date", "to_date"]
    list_filter = ["studio", "use"]
    list_select_related = ["studio"]
    fixed = ["from_date", "to_date"]


@admin.register(OpenHours)
class OpenHoursAdmin(CountedAdmin):
    list_display = ["room", "studio", "weekday", "opens", "closes", "from_date", "to_date"]
    list_filter = ["studio", "weekday"]
    list_select_related = ["studio", "room"]


@admin.register(Closure)
class ClosureAdmin(CountedAdmin):
    list_display = ["title", "title_en", "studio", "room", "from_date", "to_date"]
    list_filter = ["studio"]
    list_select_related = ["studio", "room"]


@admin.register(RoomDay)
class RoomDayAdmin(CountedAdmin):
    list_display = ["room", "day", "studio", "open_minutes", "used_minutes", "used_open_minutes"]
    list_filter = ["studio"]
    list_select_related = ["studio", "room"]


@admin.register(Use)
class UseAdmin(CountedAdmin):
    list_display = ["purpose", "purpose_en", "studio", "room", "day", "starts", "ends", "counted_minutes"]
    list_filter = ["studio", "function"]
    list_select_related = ["studio", "room"]


@admin.register(Equipment)
class EquipmentAdmin(RecordAdmin):
    list_display = ["number", "name", "name_en", "studio", "room", "value", "state", "calibration_due"]
    list_filter = ["studio", "state"]
    list_select_related = ["studio", "room"]
    fixed = ["value"]


@admin.register(Calibration)
class CalibrationAdmin(RecordAdmin):
    list_display = ["equipment", "studio", "done_on", "due_on", "done_by"]
    list_filter = ["studio"]
    list_select_related = ["studio", "equipment"]
    fixed = ["done_on", "due_on"]


@admin.register(VisitorBatch)
class VisitorBatchAdmin(RecordAdmin):
    list_display = ["day", "kind", "studio", "unit", "unit_en", "heads"]
    list_filter = ["studio", "kind"]
    list_select_related = ["studio"]
    fixed = ["heads"]
