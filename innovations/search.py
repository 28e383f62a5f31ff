"""How innovation records are found by words."""

from innovations.columns import (
    claim_columns,
    project_columns,
    property_columns,
    proposal_columns,
    result_columns,
    transformation_columns,
)
from studio.kit.searching import Searched

Searched(proposal_columns, "bulb", 410, shows="discipline submitted_on state", through=("author",)).register()
Searched(project_columns, "rocket", 420, shows="discipline started_on state", through=("leader",)).register()
Searched(result_columns, "box", 430, shows="discipline accepted_on state", through=("project",)).register()
Searched(property_columns, "certificate", 440, shows="kind number granted_on").register()
Searched(transformation_columns, "share", 450, shows="result since form", through=("result",)).register()
Searched(claim_columns, through=("project", "claimant")).register()
