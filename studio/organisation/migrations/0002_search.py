from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('organisation', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='base',
            name='search',
            field=studio.core.finding.fields.SearchField('name', 'name_en'),
        ),
        migrations.AddField(
            model_name='honour',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en', 'granting_body'),
        ),
        migrations.AddField(
            model_name='person',
            name='search',
            field=studio.core.finding.fields.SearchField('name', 'name_en', 'employee_number'),
        ),
        migrations.RunPython(step('organisation', 'base', 'honour', 'person'), migrations.RunPython.noop),
    ]
