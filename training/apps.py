from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Employee training: the first of the five functions."""

    name = "training"
    verbose_name = _("Employee training")
