"""How facilities records are found by words."""

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
from studio.kit.searching import Searched

Searched(room_columns, "door", 610, shows="base use floor_area").register()
Searched(equipment_columns, "tool", 620, shows="name room state").register()
Searched(use_columns, "clock", 630, shows="room day counted_minutes", through=("room",)).register()
Searched(visitor_columns, "users", 640, shows="kind heads day").register()
Searched(closure_columns).register()
Searched(open_hours_columns, through=("room",)).register()
Searched(room_day_columns, through=("room",)).register()
Searched(calibration_columns, through=("equipment",)).register()
