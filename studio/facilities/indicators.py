"""The figures of the site: area, hours and utilisation, visitors, equipment."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.facilities.choices import VisitorKind
from studio.facilities.models import Calibration, Equipment, Room, RoomDay, Use, VisitorBatch
from studio.indicators.registry import Figure, Ratio, Sum, figures
from studio.organisation.registries import functions_in_order

ROOMS, DAYS, USES = "facilities:room_list", "facilities:room_day_list", "facilities:use_list"
EQUIPMENT, VISITORS = "facilities:equipment_list", "facilities:visitors_list"
HOURS = pgettext_lazy("use", "hours")
OVERLAPS = _("Where uses of a room overlap, the time counts once, for the use that started first.")


def past(period, as_of):
    """Days up to today: what lies ahead was not open yet."""
    return Q(day__lte=timezone.localdate())


def overdue(period, as_of):
    """Equipment in service whose newest calibration, as of the day, ran out before that day."""
    day = min(period.end, as_of, timezone.localdate())
    newest = Q(superseded_on__isnull=True) | Q(superseded_on__gt=day)
    ran_out = Calibration.objects.filter(newest, equipment=OuterRef("pk"), done_on__lte=day, due_on__lt=day)
    in_service = Q(retired_on__isnull=True) | Q(retired_on__gte=day)
    return in_service & Q(Exists(ran_out), from_date__lte=day)


def of_rooms(key, **values):
    """A stock of rooms in service."""
    return Figure(
        key, kind="stock", model=Room, start="from_date", end="to_date", area="facilities", list=ROOMS, **values
    )


def of_days(key, minutes, **values):
    """Minutes of rooms' days that have passed."""
    return Figure(
        key,
        unit=HOURS,
        kind="flow",
        model=RoomDay,
        where=past,
        date="day",
        measure=Sum(minutes),
        area="facilities",
        list=DAYS,
        format="minutes",
        **values,
    )


def of_uses(key, **values):
    """A figure of actual uses, by the discipline they served."""
    return Figure(
        key, kind="flow", model=Use, date="day", discipline="discipline", area="facility_uses", list=USES, **values
    )


def used_hours(key, **values):
    """Hours of uses, each use with its own part of the time."""
    return of_uses(key, unit=HOURS, measure=Sum("counted_minutes"), format="minutes", **values)


def of_visitors(key, **values):
    """One of the three counts of visitors, which are never added together."""
    return Figure(
        key,
        kind="flow",
        model=VisitorBatch,
        date="day",
        discipline="discipline",
        area="visitors",
        list=VISITORS,
        **values,
    )


def of_equipment(key, **values):
    """A stock of equipment in service."""
    return Figure(
        key,
        kind="stock",
        model=Equipment,
        start="from_date",
        end="retired_on",
        discipline="discipline",
        area="facilities",
        list=EQUIPMENT,
        **values,
    )


figures.declare(
    of_rooms(
        "facilities.rooms",
        label=_("Rooms in service"),
        unit=pgettext_lazy("unit", "rooms"),
        definition=_("Rooms of the studio in service on the last day of the period."),
    ),
    of_rooms(
        "facilities.floor_area",
        label=_("Area in use"),
        unit=_("m²"),
        definition=_("The area of all rooms in service on the last day of the period."),
        measure=Sum("floor_area"),
    ),
    of_days(
        "facilities.open_hours",
        "open_minutes",
        label=_("Open hours"),
        definition=_(
            "The open hours of all rooms on the days of the period, today at most: by the hours of the day of the "
            "week, without closures of the room or of the whole site."
        ),
    ),
    of_days(
        "facilities.used_open_hours",
        "used_open_minutes",
        label=_("Used hours within open hours"),
        definition=_(
            "The part of the used hours that lies within the open hours of the room. "
            "Uses of one room at the same time count once."
        ),
    ),
    Figure(
        "facilities.utilisation",
        label=_("Site utilisation"),
        unit="%",
        definition=_(
            "Used hours within open hours ÷ open hours of all rooms, on the days of the period up to today. Uses of "
            "one room at the same time count once, so it is never above 100 %. Without open hours there is no data."
        ),
        kind="flow",
        measure=Ratio("facilities.used_open_hours", "facilities.open_hours"),
        area="facilities",
        format="percent",
    ),
    of_uses(
        "facilities.uses",
        label=_("Uses recorded"),
        unit=pgettext_lazy("unit", "uses"),
        definition=_("Actual uses of rooms in the period, by the day they took place; bookings do not count."),
    ),
    used_hours(
        "facilities.used_hours",
        label=_("Used hours"),
        definition=format_lazy(
            "{} {}",
            _(
                "The time rooms were really used in the period, within open hours or outside them. A held training "
                "session counts from its start, with its class hours × the minutes of a class hour (45 unless set)."
            ),
            OVERLAPS,
        ),
    ),
    *(
        used_hours(
            f"facilities.used_hours_{function.key}",
            label=format_lazy("{}{}", _("Used hours: "), function.label),
            where=Q(function=function.key),
            definition=format_lazy("{} {}", _("The used hours of uses that served this function."), OVERLAPS),
        )
        for function in functions_in_order()
    ),
    used_hours(
        "facilities.used_hours_other",
        label=_("Used hours: other purposes"),
        where=Q(function=""),
        definition=format_lazy("{} {}", _("The used hours of uses that served none of the functions."), OVERLAPS),
    ),
    of_visitors(
        "facilities.group_visits",
        label=_("Group visits"),
        unit=pgettext_lazy("unit", "visits"),
        definition=_("Visits of groups in the period, whatever their size."),
        where=Q(kind=VisitorKind.GROUP),
    ),
    of_visitors(
        "facilities.group_visitors",
        label=_("People in group visits"),
        unit=pgettext_lazy("unit", "people"),
        definition=_("The people of all group visits in the period. Not added to individual visitors or online views."),
        where=Q(kind=VisitorKind.GROUP),
        measure=Sum("heads"),
    ),
    of_visitors(
        "facilities.individual_visitors",
        label=_("Individual visitors"),
        unit=pgettext_lazy("unit", "people"),
        definition=_("People who came on their own in the period. Not added to group visits or online views."),
        where=Q(kind=VisitorKind.INDIVIDUAL),
        measure=Sum("heads"),
    ),
    of_visitors(
        "facilities.online_views",
        label=_("Online views"),
        unit=pgettext_lazy("unit", "views"),
        definition=_("Views of the studio's online display in the period. Not added to people who came."),
        where=Q(kind=VisitorKind.ONLINE),
        measure=Sum("heads"),
    ),
    of_equipment(
        "facilities.equipment",
        label=_("Equipment in service"),
        unit=pgettext_lazy("equipment", "pieces"),
        definition=_("Equipment taken into service by the last day of the period and not retired before it."),
    ),
    of_equipment(
        "facilities.equipment_value",
        label=_("Equipment value"),
        unit=_("CNY"),
        definition=_("The original value of the equipment in service on the last day of the period."),
        measure=Sum("value"),
        format="money",
    ),
    Figure(
        "facilities.calibration_overdue",
        label=_("Calibrations overdue"),
        unit=pgettext_lazy("equipment", "pieces"),
        definition=_(
            "Equipment in service whose newest calibration had run out before the last day of the period, today "
            "at most."
        ),
        kind="expected",
        model=Equipment,
        where=overdue,
        discipline="discipline",
        area="facilities",
        list=EQUIPMENT,
    ),
)
