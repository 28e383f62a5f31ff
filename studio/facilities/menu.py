from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.menu import MenuItem

MenuItem(
    "facilities", _("Site utilisation"), "facilities:room_list", "building-factory", "facilities", 3, "assessment"
).register()
for key, label, name, area, order in (
    ("facilities_rooms", _("Rooms"), "facilities:room_list", "facilities", 31),
    ("facilities_uses", _("Actual use"), "facilities:use_list", "facility_uses", 32),
    ("facilities_days", _("Open and used hours"), "facilities:room_day_list", "facilities", 33),
    ("facilities_hours", pgettext_lazy("week", "Open hours"), "facilities:open_hours_list", "facilities", 34),
    ("facilities_closures", _("Closures"), "facilities:closure_list", "facilities", 35),
    ("facilities_equipment", pgettext_lazy("menu", "Equipment"), "facilities:equipment_list", "facilities", 36),
    ("facilities_calibrations", _("Calibrations"), "facilities:calibration_list", "facilities", 37),
    ("facilities_visitors", pgettext_lazy("site", "Visitors"), "facilities:visitors_list", "visitors", 38),
):
    MenuItem(key, label, name, "", area, order, "assessment", "facilities").register()
