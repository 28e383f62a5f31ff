from django.db import migrations

from innovations.kinds import load_kinds


def forwards(apps, schema_editor):
    load_kinds(apps.get_model("innovations", "InnovationKind"))


class Migration(migrations.Migration):
    """The kinds that every installation starts with."""

    dependencies = [("innovations", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
