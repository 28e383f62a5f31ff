from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports: chapters become one frozen document, and writers make files of it."""

    name = "studio.reports"
    label = "reports"
