"""Site utilisation, the first assessed aspect, in the assessment briefing."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.core.money import percent
from studio.facilities.models import Room, RoomDay
from studio.organisation.registries import functions_in_order
from studio.reports.blocks import Column, Figures, Heading, Note, Table
from studio.reports.figures import discipline_table, linked, month_chart
from studio.reports.registry import Chapter, Concern, chapter, concern, fell, is_any
from studio.reports.text import both, named

HEADLINES = [
    "facilities.utilisation",
    "facilities.open_hours",
    "facilities.used_open_hours",
    "facilities.used_hours",
    "facilities.rooms",
    "facilities.floor_area",
]
VISITORS = [
    "facilities.group_visits",
    "facilities.group_visitors",
    "facilities.individual_visitors",
    "facilities.online_views",
]
EQUIPMENT = ["facilities.equipment", "facilities.equipment_value", "facilities.calibration_overdue"]


def build(context):
    """Headline figures, the rooms, the year month by month, hours by function, visitors and equipment."""
    yield Figures(HEADLINES)
    yield Note(both(_("Site utilisation = used hours within open hours ÷ open hours; overlapping uses count once.")))
    yield Heading(_("Rooms"))
    yield rooms(context)
    if context.figure("facilities.open_hours"):
        yield month_chart(context, "facilities.utilisation")
    yield Heading(_("Used hours by function"))
    keys = [f"facilities.used_hours_{function.key}" for function in functions_in_order()]
    yield discipline_table(context, [*keys, "facilities.used_hours_other", "facilities.used_hours"])
    if context.figure("facilities.used_hours"):
        yield month_chart(context, "facilities.used_hours")
    yield Heading(pgettext_lazy("site", "Visitors"))
    yield Figures(VISITORS)
    yield Note(both(_("Three separate counts; they are not added together.")))
    yield Heading(_("Equipment"))
    yield discipline_table(context, EQUIPMENT)


def rooms(context):
    """Each room in service within the period with its area and hours."""
    last = min(context.period.end, context.as_of)
    found = context.visible(Room).serving(context.period.start, last).select_related("base")
    days = RoomDay.objects.filter(studio=context.studio).until(context.period.start, last).by_room()
    columns = [
        Column(_("Room"), width=2.6),
        Column(_("Base"), width=1.8),
        Column(_("Area"), "number", _("m²")),
        Column(_("Open hours"), "minutes"),
        Column(_("Used within open hours"), "minutes"),
        Column(_("Utilisation"), "percent"),
    ]
    rows = [_row(room, days.get(room.pk)) for room in found]
    return Table(columns, rows, empty=_("No room is recorded yet."))


def _row(room, sums):
    is_open, used = (sums["open"], sums["used_open"]) if sums else (0, 0)
    base = named(room.base) if room.base else None
    name = linked(named(room), room.get_absolute_url())
    return [name, base, room.floor_area, is_open, used, percent(used, is_open)]


concern(Concern("facilities.utilisation", fell, _("No lower than in the period before"), 70))
concern(Concern("facilities.calibration_overdue", is_any, _("None: each device calibrated by its day"), 71))
chapter(Chapter("facilities", _("Site utilisation"), 700, build))
