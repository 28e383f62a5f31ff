from django.utils.translation import gettext_lazy as _

from disciplines.columns import level_columns, place_columns
from studio.kit.details import Panel
from studio.kit.menu import MenuItem
from studio.organisation.registries import person_panels

MenuItem("groups", _("Discipline groups"), "disciplines:group_list", "users-group", "groups", 20, "studio").register()
for key, label, name, area, order in (
    ("group_members", _("Group members"), "disciplines:group_membership_list", "groups", 22),
    ("levels", _("Skill levels"), "disciplines:level_list", "people", 24),
    ("catalogue", _("Occupations and levels"), "disciplines:catalogue", "groups", 26),
):
    MenuItem(key, label, name, "", area, order, "studio", "groups").register()

person_panels.register(
    "groups",
    Panel(
        "groups",
        _("Groups"),
        place_columns,
        "person",
        show="group position from_date to_date",
        new="disciplines:group_membership_new",
        new_label=_("Add to a group"),
    ),
)
person_panels.register(
    "levels",
    Panel(
        "levels",
        _("Skill levels"),
        level_columns,
        "person",
        show="occupation level reached_on basis certificate_number",
        new="disciplines:level_new",
        new_label=_("Record a level"),
    ),
)
