"""How groups, their members and levels are found by words."""

from disciplines.columns import group_columns, level_columns, place_columns
from studio.kit.searching import Searched

Searched(group_columns, "users-group", 20, shows="discipline from_date to_date").register()
Searched(place_columns, through=("person", "group")).register()
Searched(level_columns, through=("person",)).register()
