from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.menu import MenuItem

AREA, SECTION, PARENT = "regulations", "assessment", "regulations"

MenuItem(
    "regulations", pgettext_lazy("menu", "Regulations"), "regulations:regulation_list", "gavel", AREA, 4, SECTION
).register()
for key, label, name, order in (
    ("regulation_versions", _("Versions"), "regulations:version_list", 41),
    ("required_kinds", _("Required kinds"), "regulations:required_list", 42),
    ("readings", _("Read confirmations"), "regulations:reading_list", 43),
    ("meetings", _("Meetings"), "regulations:meeting_list", 44),
    ("meeting_rules", _("Meeting rules"), "regulations:rule_list", 45),
    ("duties", _("Duties"), "regulations:duty_list", 46),
):
    MenuItem(key, label, name, "", AREA, order, SECTION, PARENT).register()

MenuItem("funds", _("Funds"), "regulations:fund_list", "cash", "funds", 5, SECTION).register()
MenuItem("spends", _("Spends"), "regulations:spend_list", "", "funds", 51, SECTION, "funds").register()
