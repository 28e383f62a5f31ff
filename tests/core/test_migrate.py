"""The quick way through the first migration is taken for an empty database only, and left behind."""

import pytest
from django.core.management import call_command
from django.db.migrations.state import ProjectState

from studio.core.management.commands.migrate import each_model_alone

USUAL = ProjectState._find_reload_model


def test_the_usual_way_is_back_whatever_happens():
    with pytest.raises(ZeroDivisionError), each_model_alone():
        assert ProjectState._find_reload_model is not USUAL
        raise ZeroDivisionError
    assert ProjectState._find_reload_model is USUAL


@pytest.mark.django_db
def test_a_database_in_use_is_migrated_as_django_does_it(monkeypatch):
    taken = []
    way = lambda *_args, **_options: taken.append(ProjectState._find_reload_model)  # noqa: E731
    monkeypatch.setattr("django.core.management.commands.migrate.Command.handle", way)
    call_command("migrate", verbosity=0)
    assert taken == [USUAL]


@pytest.mark.django_db
def test_nothing_is_left_to_migrate_and_models_agree_with_the_tables():
    call_command("migrate", check_unapplied=True, verbosity=0)
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
