"""Columns of facilities records: for lists, exports and report tables."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.facilities.choices import CalibrationState
from studio.facilities.models import Calibration, Closure, Equipment, OpenHours, Room, RoomDay, Use, VisitorBatch
from studio.kit.columns import Column, Columns

room_columns = Columns(
    Room,
    Column("name", _("Room"), kind="link"),
    Column("base"),
    Column("use"),
    Column("floor_area", unit=_("m²")),
    Column("seats"),
    Column("stations"),
    Column("keeper"),
    Column("from_date"),
    Column("to_date"),
    Column("risk_notice"),
    Column("utilisation", _("Utilisation"), kind="percent", sort="", using="with_utilisation", of_period=True),
    url="facilities:room_detail",
    default="name base use floor_area stations keeper utilisation",
    sort="name",
    card="use floor_area utilisation",
)

open_hours_columns = Columns(
    OpenHours,
    Column("weekday", kind="choice"),
    Column("day", _("Day of the week"), path="weekday", kind="choice"),
    Column("room", kind="link"),
    Column("opens"),
    Column("closes"),
    Column("from_date"),
    Column("to_date"),
    url="facilities:open_hours_detail",
    default="room weekday opens closes from_date to_date",
    sort="weekday",
    card="weekday opens closes",
)

closure_columns = Columns(
    Closure,
    Column("title", _("Reason"), kind="link"),
    Column("room", _("Room (none: whole site)")),
    Column("from_date"),
    Column("to_date"),
    url="facilities:closure_detail",
    default="title room from_date to_date",
    sort="-from_date",
    card="room from_date to_date",
)

room_day_columns = Columns(
    RoomDay,
    Column("room", kind="link"),
    Column("day"),
    Column("open_minutes", kind="minutes"),
    Column("used_minutes", kind="minutes"),
    Column("used_open_minutes", kind="minutes"),
    Column("utilisation", _("Utilisation"), kind="percent", using="with_utilisation"),
    url="facilities:room_detail",
    link_pk="room_id",
    default="room day open_minutes used_minutes used_open_minutes utilisation",
    sort="-day",
    card="day used_open_minutes utilisation",
)

use_columns = Columns(
    Use,
    Column("purpose", kind="link"),
    Column("room"),
    Column("day"),
    Column("starts"),
    Column("ends"),
    Column("counted_minutes", kind="minutes"),
    Column("function"),
    Column("discipline"),
    Column("persons"),
    Column("recorded_by"),
    Column("note"),
    url="facilities:use_detail",
    default="purpose room day starts ends counted_minutes function discipline persons",
    sort="-day",
    card="room day counted_minutes",
)

equipment_columns = Columns(
    Equipment,
    Column("number", kind="link"),
    Column("name", _("Name")),
    Column("model"),
    Column("value", pgettext_lazy("equipment", "Value"), kind="money"),
    Column("room"),
    Column("discipline"),
    Column("from_date"),
    Column("state", kind="state"),
    Column("retired_on"),
    Column("calibrated_on"),
    Column("calibration_due"),
    Column("calibration", _("Calibration"), kind="state", using="with_calibration", choices=CalibrationState),
    Column("note"),
    url="facilities:equipment_detail",
    default="number name room value state calibration_due calibration",
    sort="number",
    card="name state calibration",
)

calibration_columns = Columns(
    Calibration,
    Column("done_on", kind="link"),
    Column("equipment"),
    Column("due_on"),
    Column("done_by"),
    Column("certificate"),
    url="facilities:calibration_detail",
    default="done_on equipment due_on done_by certificate",
    sort="-done_on",
    card="due_on done_by certificate",
)

visitor_columns = Columns(
    VisitorBatch,
    Column("day", kind="link"),
    Column("kind"),
    Column("heads"),
    Column("unit", pgettext_lazy("visitors", "From")),
    Column("level"),
    Column("discipline"),
    Column("purpose"),
    Column("guide"),
    Column("comments"),
    url="facilities:visitors_detail",
    default="day kind unit level heads purpose guide",
    sort="-day",
    card="kind unit heads",
)
