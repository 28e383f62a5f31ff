"""Pages of facilities, declared on the kit; what a room's page shows of its hours is in room_page.py."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.facilities import calibrations, filters, forms, places, uses
from studio.facilities.columns import (
    calibration_columns,
    closure_columns,
    equipment_columns,
    open_hours_columns,
    room_columns,
    room_day_columns,
    use_columns,
    visitor_columns,
)
from studio.facilities.models import Closure, OpenHours, Use
from studio.facilities.room_page import RoomHours
from studio.kit.addresses import studio_reverse
from studio.kit.deletes import DeleteView
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage


class RoomList(ListPage):
    columns, filters = room_columns, filters.RoomFilters
    purpose = _("The studio's rooms and workshops: area, stations, keeper. Their use is what an assessment looks at.")
    new_label = _("Add a room")


class RoomDetail(DetailPage):
    columns = room_columns
    facts = "base use floor_area seats stations keeper from_date to_date risk_notice"
    files = True
    template_name = "facilities/room_detail.html"
    panels = (
        Panel(
            "uses",
            _("Actual use"),
            use_columns,
            "room",
            show="purpose day starts ends counted_minutes function persons",
            new="facilities:use_new",
            new_label=pgettext_lazy("room", "Record a use"),
            all="facilities:use_list",
            empty=_("No use of this room is recorded yet."),
        ),
        Panel(
            "equipment",
            _("Equipment"),
            equipment_columns,
            "room",
            show="number name value state calibration",
            new="facilities:equipment_new",
            new_label=_("Add equipment"),
            all="facilities:equipment_list",
            empty=_("No equipment stands in this room."),
        ),
        Panel(
            "hours",
            pgettext_lazy("week", "Open hours"),
            open_hours_columns,
            "room",
            show="day opens closes from_date to_date",
            new="facilities:open_hours_new",
            new_label=_("Add open hours"),
            all="facilities:open_hours_list",
            empty=_("No open hours are set, so the room counts as closed."),
        ),
        Panel(
            "closures",
            _("Closures of this room"),
            closure_columns,
            "room",
            show="title from_date to_date",
            new="facilities:closure_new",
            new_label=_("Close the room"),
            empty=_("This room was never closed by itself."),
        ),
    )

    def more(self, record) -> dict:
        """The week, the months of the year looked at, and the days of one of them."""
        may_record = self.may_add("facility_uses.edit") and record.in_service_on(timezone.localdate())
        url = f"{studio_reverse(self.studio, 'facilities:use_new')}?room={record.pk}"
        return {"hours": RoomHours(record, self.request), "record_url": url if may_record else ""}


class RoomPage(FormPage):
    form_class = forms.RoomForm
    title_new, title_edit = _("Add a room"), _("Change the room")
    create_action, update_action = staticmethod(places.add_room), staticmethod(places.change_room)
    initial_from = ("base",)


class OpenHoursList(ListPage):
    columns, filters = open_hours_columns, filters.OpenHoursFilters
    title = pgettext_lazy("week", "Open hours")
    purpose = _("When each room is open, by day of the week. Site utilisation is used hours ÷ these hours.")
    new_label = _("Add open hours")


class OpenHoursDetail(DetailPage):
    columns, title = open_hours_columns, pgettext_lazy("week", "Open hours")
    parents = ("room",)
    facts = "room weekday opens closes from_date to_date"


class NewHoursPage(FormPage):
    form_class, updates = forms.NewHoursForm, False
    title, title_new = pgettext_lazy("week", "Open hours"), _("Add open hours")
    create_action = staticmethod(places.add_hours)
    initial_from = ("room",)

    def done_url(self, record) -> str:
        """Back to the room, where the whole week shows."""
        return record.room.get_absolute_url()


class OpenHoursPage(FormPage):
    form_class, creates = forms.OpenHoursForm, False
    title, title_edit = pgettext_lazy("week", "Open hours"), _("Change the open hours")
    update_action = staticmethod(places.change_hours)
    intro = _(
        "A change here holds for all days since these hours are valid. "
        "If a room opens differently from some day on, end these hours the day before and add new ones."
    )


class DeleteHours(DeleteView):
    model, action = OpenHours, staticmethod(places.delete_hours)


class ClosureList(ListPage):
    columns, filters, period_field = closure_columns, filters.ClosureFilters, "from_date"
    purpose = _("Holidays and other days on which a room or the whole site is closed; they are no open hours.")
    new_label = _("Add a closure")


class ClosureDetail(DetailPage):
    columns = closure_columns
    parents = ("room",)
    facts = "room from_date to_date"


class ClosurePage(FormPage):
    form_class = forms.ClosureForm
    title_new, title_edit = _("Add a closure"), _("Change the closure")
    create_action, update_action = staticmethod(places.close), staticmethod(places.change_closure)
    initial_from = ("room",)


class DeleteClosure(DeleteView):
    model, action = Closure, staticmethod(places.delete_closure)


class RoomDayList(ListPage):
    columns, filters, period_field = room_day_columns, filters.RoomDayFilters, "day"
    title = _("Open and used hours")
    purpose = _("Each room day by day: open, used, used while open. Overlapping uses count once.")


class UseList(ListPage):
    columns, filters, period_field = use_columns, filters.UseFilters, "day"
    title = _("Actual use")
    purpose = _("What rooms were really used for, by whom and how long. Held training sessions record their own use.")
    new_label = pgettext_lazy("room", "Record a use")


class UseDetail(DetailPage):
    columns, title = use_columns, _("Actual use")
    parents = ("room",)
    facts = "room day starts ends counted_minutes function discipline persons recorded_by note"
    template_name = "facilities/use_detail.html"

    def more(self, record) -> dict:
        """The session (or other record) that this use follows."""
        return {"source": record.changed_at(self.person)}


class UsePage(FormPage):
    form_class = forms.UseForm
    title, title_new, title_edit = (
        _("Actual use"),
        pgettext_lazy("room", "Record a use"),
        pgettext_lazy("room", "Change the use"),
    )
    create_action, update_action = staticmethod(uses.record_use), staticmethod(uses.change_use)
    initial_from = ("room", "day", "starts")
    template_name = "facilities/use_form.html"

    def done_url(self, record) -> str:
        """The use, or the form again for the next use of the same room and day."""
        if "again" in self.request.POST:
            return f"{self.url('new')}?room={record.room_id}&day={record.day}&starts={record.ends:%H:%M}"
        return super().done_url(record)


class DeleteUse(DeleteView):
    model, action = Use, staticmethod(uses.delete_use)


class EquipmentList(ListPage):
    columns, filters = equipment_columns, filters.EquipmentFilters
    title = _("Equipment")
    purpose = _("The equipment ledger: number, place, value, and whether calibrations still hold.")
    new_label = _("Add equipment")


class EquipmentDetail(DetailPage):
    columns, title = equipment_columns, _("Equipment")
    parents = ("room",)
    facts = "model room discipline value from_date retired_on calibrated_on calibration_due calibration note"
    files = True
    panels = (
        Panel(
            "calibrations",
            _("Calibrations"),
            calibration_columns,
            "equipment",
            new="facilities:calibration_new",
            new_label=_("Record a calibration"),
            all="facilities:calibration_list",
            empty=_("No calibration is recorded. Equipment that needs none stays without."),
        ),
    )


class EquipmentPage(FormPage):
    form_class = forms.EquipmentForm
    title, title_new, title_edit = _("Equipment"), _("Add equipment"), _("Change the equipment")
    initial_from = ("room",)


class CalibrationList(ListPage):
    columns, filters, period_field = calibration_columns, filters.CalibrationFilters, "done_on"
    purpose = _("Every calibration with its certificate and how long it holds.")
    new_label = _("Record a calibration")


class CalibrationDetail(DetailPage):
    columns = calibration_columns
    parents = ("equipment",)
    facts = "equipment done_on due_on done_by certificate"
    files = True


class CalibrationPage(FormPage):
    form_class = forms.CalibrationForm
    title_new, title_edit = _("Record a calibration"), _("Change the calibration")
    create_action = staticmethod(calibrations.record_calibration)
    update_action = staticmethod(calibrations.change_calibration)
    initial_from = ("equipment",)

    def done_url(self, record) -> str:
        """Back to the equipment."""
        return record.equipment.get_absolute_url()


class DeleteCalibration(DeleteView):
    model, action = calibration_columns.model, staticmethod(calibrations.delete_calibration)


class VisitorList(ListPage):
    columns, filters, period_field = visitor_columns, filters.VisitorFilters, "day"
    title = pgettext_lazy("site", "Visitors")
    purpose = _("Group visits, individual visitors and online views: three counts that are never added together.")
    new_label = _("Record visitors")


class VisitorDetail(DetailPage):
    columns, title = visitor_columns, pgettext_lazy("site", "Visitors")
    facts = "day kind heads unit level discipline purpose guide comments"
    files = True


class VisitorPage(FormPage):
    form_class = forms.VisitorForm
    title, title_new, title_edit = pgettext_lazy("site", "Visitors"), _("Record visitors"), _("Change the entry")
