from django.db import migrations

from disciplines.catalogue import load_catalogue


def load(apps, schema_editor):
    """Fill the catalogues of a new installation."""
    names = ("Discipline", "SkillLevel", "Occupation")
    load_catalogue(*(apps.get_model("disciplines", name) for name in names))


class Migration(migrations.Migration):
    dependencies = [("disciplines", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
