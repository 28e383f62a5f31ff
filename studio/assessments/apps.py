from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """Visits of those who assess the studio, what they said, and what came of it."""

    name = "studio.assessments"
    label = "assessments"
    verbose_name = _("Assessments")
