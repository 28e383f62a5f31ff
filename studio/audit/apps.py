from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """What was done and why."""

    name = "studio.audit"
    label = "audit"
    verbose_name = _("Audit log")

    def ready(self):
        """Listen to people signing in and out."""
        from studio.audit import sign_in  # needs the models

        sign_in.connect()
