"""How sharing records are found by words."""

from sharing.columns import (
    agreement_columns,
    alliance_columns,
    event_columns,
    member_columns,
    partner_columns,
    resource_columns,
    use_columns,
)
from studio.kit.searching import Searched

Searched(partner_columns, "building-community", 510, shows="kind region").register()
Searched(alliance_columns, "hierarchy-2", 520, shows="role level from_date").register()
Searched(member_columns, through=("unit", "alliance")).register()
Searched(agreement_columns, "heart-handshake", 530, shows="partner to_date state", through=("partner",)).register()
Searched(event_columns, "calendar-event", 540, shows="discipline planned_on state").register()
Searched(resource_columns, "stack-2", 550, shows="discipline kind state").register()
Searched(use_columns, through=("resource", "person", "partner")).register()
