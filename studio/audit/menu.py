from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("audit", _("Audit log"), "audit:log", "history", "audit", 90, "studio").register()
