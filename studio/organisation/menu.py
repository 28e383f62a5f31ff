from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

MenuItem("people", _("People"), "organisation:person_list", "users", "people", 10, "studio").register()
MenuItem("roles", _("Roles"), "organisation:membership_list", "", "people", 12, "studio", "people").register()
MenuItem("studio", _("The studio"), "organisation:studio_list", "building-factory", "studio", 30, "studio").register()
MenuItem("honours", _("Honours"), "organisation:honour_list", "", "studio", 32, "studio", "studio").register()
MenuItem("bases", _("Bases"), "organisation:base_list", "", "studio", 34, "studio", "studio").register()
