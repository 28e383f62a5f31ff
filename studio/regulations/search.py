"""How regulations, meetings, duties and money are found by words."""

from studio.kit.searching import Searched
from studio.regulations.columns import (
    duty_columns,
    reading_columns,
    regulation_columns,
    required_columns,
    version_columns,
)
from studio.regulations.fund_columns import fund_columns, spend_columns
from studio.regulations.meeting_columns import meeting_columns

Searched(regulation_columns, "gavel", 560, shows="code kind standing", through=("kind", "owner")).register()
Searched(meeting_columns, "presentation", 562, shows="kind planned_on state").register()
Searched(duty_columns, "checklist", 564, shows="person discipline from_date", through=("person",)).register()
Searched(fund_columns, "cash", 566, shows="source year state").register()
Searched(spend_columns, "receipt", 568, shows="spent_on amount state").register()
Searched(version_columns, through=("regulation",)).register()
Searched(reading_columns, through=("person", "version_read__regulation")).register()
Searched(required_columns, through=("kind",)).register()
