from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("home", _("Home"), "home:home", "home", "", 0, "home").register()
