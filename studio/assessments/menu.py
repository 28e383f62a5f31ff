from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("visits", _("Visits"), "assessments:visit_list", "clipboard-check", "visits", 10, "assessment").register()
for key, label, name, order in (
    ("visit_comments", _("Comments and requests"), "assessments:comment_list", 12),
    ("visit_actions", _("Improvement actions"), "assessments:action_list", 14),
):
    MenuItem(key, label, name, "", key, order, "assessment", "visits").register()
