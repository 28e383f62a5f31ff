"""How competition records are found by words."""

from competitions.columns import (
    competition_columns,
    correction_columns,
    entrant_columns,
    entry_columns,
    event_columns,
    mark_columns,
    result_columns,
)
from studio.kit.searching import Searched

# Where a row is about one entry: who entered, and in what.
OF_ENTRY = ("entry__entrants__person", "entry__event", "entry__event__competition")

Searched(competition_columns, "trophy", 210, shows="discipline level from_date state").register()
Searched(
    event_columns, "flag", 220, shows="discipline competition planned_on state", through=("competition",)
).register()
Searched(entry_columns, through=("entrants__person", "event", "event__competition")).register()
Searched(entrant_columns, through=("person", "event", "event__competition")).register()
for columns in (result_columns, mark_columns, correction_columns):
    Searched(columns, through=OF_ENTRY).register()
