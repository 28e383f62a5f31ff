from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.columns import entrant_columns
from studio.kit.details import Panel
from studio.kit.menu import MenuItem
from studio.organisation.registries import person_panels

FIRST = "competitions:competition_list"
MenuItem("competitions", _("Competition"), FIRST, "trophy", "competitions", 20).register()
for key, label, name, area, order in (
    ("list", _("Competitions"), FIRST, "competitions", 21),
    ("events", pgettext_lazy("competition", "Events"), "competitions:event_list", "competitions", 22),
    ("entries", pgettext_lazy("competition", "Entries"), "competitions:entry_list", "competitions", 23),
    ("results", _("Results and awards"), "competitions:result_list", "competition_results", 24),
    ("marks", pgettext_lazy("competition", "Marks"), "competitions:mark_list", "competition_marks", 25),
):
    MenuItem(f"competitions_{key}", label, name, "", area, order, parent="competitions").register()

person_panels.register(
    "competitions",
    Panel(
        "competitions",
        _("Competitions"),
        entrant_columns,
        "person",
        show="event competition level held_on absent",
        all="competitions:entrant_list",
        empty=_("Has not competed yet."),
    ),
)
