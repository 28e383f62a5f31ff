"""Django's ``migrate``, quicker where it begins with an empty database; see decision 0023."""

from contextlib import contextmanager, nullcontext

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState


class Command(migrate.Command):
    def handle(self, *args, **options):
        recorder = MigrationRecorder(connections[options["database"]])
        with nullcontext() if recorder.applied_migrations() else each_model_alone():
            return super().handle(*args, **options)


@contextmanager
def each_model_alone():
    """A changed model is rendered again by itself, not with all that lead to it, which here is every model there is.

    Others keep the model as it was: enough for tables that are being made, whose columns name only tables and keys.
    """
    usual = ProjectState._find_reload_model
    ProjectState._find_reload_model = lambda _state, app_label, model_name, delay=False: {(app_label, model_name)}
    try:
        yield
    finally:
        ProjectState._find_reload_model = usual
