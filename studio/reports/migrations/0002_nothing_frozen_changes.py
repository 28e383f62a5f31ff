"""The database itself refuses to change a frozen document or a revision, whoever asks."""

from django.db import migrations

# Table, moments it refuses, and on updates of which columns.
GUARDS = [
    ("reports_report", "UPDATE OF document, sha256, format_version", "frozen_report"),
    ("reports_textrevision", "UPDATE", "text_revision"),
]


def guard(apps, schema_editor):
    postgres = schema_editor.connection.vendor == "postgresql"
    if postgres:
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION reports_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'frozen: reports and revisions do not change'; END $$"
        )
    for table, moment, name in GUARDS:
        body = "EXECUTE FUNCTION reports_refuse()" if postgres else (
            "BEGIN SELECT RAISE(ABORT, 'frozen: reports and revisions do not change'); END"
        )
        each = "FOR EACH ROW " if postgres else ""
        schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {moment} ON {table} {each}{body}")


def unguard(apps, schema_editor):
    for table, _moment, name in GUARDS:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {name}{on}")


class Migration(migrations.Migration):

    dependencies = [("reports", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
