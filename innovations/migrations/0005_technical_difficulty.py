from django.db import migrations

from innovations.kinds import load_kinds


def forwards(apps, schema_editor):
    load_kinds(apps.get_model("innovations", "InnovationKind"))


class Migration(migrations.Migration):
    """A technical difficulty is a proposal of a kind of its own."""

    dependencies = [("innovations", "0004_search")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
