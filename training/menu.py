from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("training", _("Training"), "training:session_list", "school", "training", 10).register()
MenuItem("training_plan", _("Plan"), "training:plan_line_list", "", "training", 11, parent="training").register()
MenuItem("training_courses", _("Courses"), "training:course_list", "", "training", 12, parent="training").register()
MenuItem("training_sessions", _("Sessions"), "training:session_list", "", "training", 13, parent="training").register()
MenuItem(
    "training_attendance",
    _("Attendance"),
    "training:attendance_list",
    "",
    "training_results",
    14,
    parent="training",
).register()
