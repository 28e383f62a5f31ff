from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InnovationsConfig(AppConfig):
    """Innovation and profit creation: from the proposal to the confirmed benefit."""

    name = "innovations"
    verbose_name = _("Innovation and profit creation")
