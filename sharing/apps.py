from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    """Joint building and sharing: the fifth of the five functions."""

    name = "sharing"
    verbose_name = _("Joint building and sharing")
