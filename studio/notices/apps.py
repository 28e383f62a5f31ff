from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """What people are told, and what waits for them."""

    name = "studio.notices"
    label = "notices"
    verbose_name = _("notices")
