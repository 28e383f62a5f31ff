from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('training', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='course',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.AddField(
            model_name='planline',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.RunPython(step('training', 'course', 'planline'), migrations.RunPython.noop),
    ]
