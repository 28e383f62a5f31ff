from django.db import migrations

from studio.regulations.kinds import CATEGORIES, KINDS, load_catalogue


def forwards(apps, schema_editor):
    load_catalogue(apps.get_model("regulations", "RegulationKind"), KINDS)
    load_catalogue(apps.get_model("regulations", "SpendCategory"), CATEGORIES)


class Migration(migrations.Migration):
    """Kinds of regulation and spending categories that every installation starts with."""

    dependencies = [("regulations", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
