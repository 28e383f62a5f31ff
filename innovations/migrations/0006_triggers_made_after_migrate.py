"""These triggers are made after each ``migrate`` now (studio/core/stays.py): a table rebuilt by SQLite lost them."""

from django.db import migrations

TRIGGERS = [("benefit_verdict_stays", "innovations_benefitverdict")]


def drop(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name, table in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION IF EXISTS benefit_verdict_stays()")


class Migration(migrations.Migration):

    dependencies = [("innovations", "0005_technical_difficulty")]

    operations = [migrations.RunPython(drop, migrations.RunPython.noop)]
