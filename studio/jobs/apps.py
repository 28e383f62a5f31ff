from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """Slow work: a row in the database is the truth, the queue only a wake-up call."""

    name = "studio.jobs"
    label = "jobs"
    verbose_name = _("jobs")
