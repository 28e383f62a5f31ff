from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from studio.core.registry import autodiscover


class HomeConfig(AppConfig):
    """The home page; last of all apps, so it loads what the others declare."""

    name = "studio.home"
    label = "home"
    verbose_name = _("Home")

    def ready(self):
        """Import the declaring modules of every app, now that all models exist."""
        autodiscover()
