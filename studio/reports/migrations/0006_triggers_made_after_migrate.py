"""These triggers are made after each ``migrate`` now (studio/core/stays.py): a table rebuilt by SQLite lost them."""

from django.db import migrations

TRIGGERS = [("frozen_report", "reports_report"), ("text_revision", "reports_textrevision")]


def drop(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name, table in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION IF EXISTS reports_refuse()")


class Migration(migrations.Migration):

    dependencies = [("reports", "0005_report_about_a_person")]

    operations = [migrations.RunPython(drop, migrations.RunPython.noop)]
