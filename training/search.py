"""How training records are found by words."""

from studio.kit.searching import Searched
from training.columns import attendance_columns, course_columns, plan_line_columns, session_columns

Searched(course_columns, "school", 110, shows="discipline year hours").register()
Searched(plan_line_columns, "clipboard-list", 120, shows="discipline year state").register()
Searched(session_columns, through=("course", "trainer")).register()
Searched(attendance_columns, through=("person", "session__course")).register()
