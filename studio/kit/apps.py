from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KitConfig(AppConfig):
    """Generic pages that apps declare their screens on."""

    name = "studio.kit"
    label = "kit"
    verbose_name = _("Screens")
    default_auto_field = "django.db.models.BigAutoField"
