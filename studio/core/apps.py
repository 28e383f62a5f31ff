from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Pure helpers: no models, no business words."""

    name = "studio.core"
    label = "core"
