from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppraisalsConfig(AppConfig):
    """Skills appraisal: the third of the five functions."""

    name = "appraisals"
    verbose_name = _("Skills appraisal")
