"""The triggers of what is written once: complete, on every database, and back after a table was rebuilt."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from studio.core.stays import those_that_stay

pytestmark = pytest.mark.django_db
STAYING = those_that_stay(apps.get_models())


def names() -> set[str]:
    catalogue = "sqlite_master WHERE type = 'trigger'" if connection.vendor == "sqlite" else "pg_trigger"
    column = "name" if connection.vendor == "sqlite" else "tgname"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {catalogue}")
        return {name for (name,) in cursor.fetchall()}


def expected() -> set[str]:
    return {name for model in STAYING for name in model.stays.triggers(model)}


def test_what_is_written_once():
    assert {model._meta.label for model in STAYING} >= {
        "reports.Report",
        "reports.TextRevision",
        "innovations.BenefitVerdict",
        "disciplines.LevelRecord",
    }


def test_each_has_its_triggers():
    assert expected() <= names()


def test_a_migrate_brings_back_what_a_rebuilt_table_lost():
    name, *_others = sorted(expected())
    table = next(model._meta.db_table for model in STAYING if name in model.stays.triggers(model))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))
    connection.check_constraints()
    call_command("migrate", verbosity=0)
    assert expected() <= names()
