from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("reports", _("Reports"), "reports:report_list", "report", "reports", 10, "reports").register()
MenuItem(
    "briefing_text", _("Texts of the lead"), "reports:text_list", "", "briefing_text", 12, "reports", "reports"
).register()
MenuItem(
    "deliveries", _("Scheduled deliveries"), "reports:delivery_list", "", "report_deliveries", 14, "reports", "reports"
).register()
