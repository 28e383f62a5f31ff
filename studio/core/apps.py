from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    """Pure helpers: no models, no business words."""

    name = "studio.core"
    label = "core"

    def ready(self):
        """What stands in no migration is looked after once all apps are migrated."""
        post_migrate.connect(make_indexes_and_triggers, dispatch_uid="studio.core.indexes_and_triggers")


def make_indexes_and_triggers(app_config, using="default", **kwargs):
    """After the last app of a ``migrate``: its signal comes once per app, in the order of INSTALLED_APPS."""
    from studio.core.finding.databases import ensure_indexes
    from studio.core.finding.filling import search_field_of
    from studio.core.stays import guard, those_that_stay

    *_others, last = (config for config in apps.get_app_configs() if config.models_module is not None)
    if app_config == last:
        ensure_indexes([(model, field) for model in apps.get_models() if (field := search_field_of(model))], using)
        guard(those_that_stay(apps.get_models()), using)
