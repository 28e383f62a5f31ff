from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetitionsConfig(AppConfig):
    """Skills competition: the second of the five functions."""

    name = "competitions"
    verbose_name = _("Skills competition")
