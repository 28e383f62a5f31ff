"""How visits, what was said in them and what follows are found by words."""

from studio.assessments.columns import action_columns, comment_columns, visit_columns
from studio.kit.searching import Searched

Searched(visit_columns, "clipboard-check", 610, shows="date_text kind").register()
Searched(comment_columns, "message", 620, shows="kind given_by raised_on").register()
Searched(action_columns, "target", 630, shows="owner due_on state").register()
