from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('disciplines', '0002_catalogue'),
    ]

    operations = [
        migrations.AddField(
            model_name='group',
            name='search',
            field=studio.core.finding.fields.SearchField('name', 'name_en'),
        ),
        migrations.AddField(
            model_name='levelrecord',
            name='search',
            field=studio.core.finding.fields.SearchField('certificate_number', 'source'),
        ),
        migrations.RunPython(step('disciplines', 'group', 'levelrecord'), migrations.RunPython.noop),
    ]
