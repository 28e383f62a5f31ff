from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('competitions', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='competition',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en', 'organiser'),
        ),
        migrations.AddField(
            model_name='entry',
            name='search',
            field=studio.core.finding.fields.SearchField('team_name'),
        ),
        migrations.AddField(
            model_name='event',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.RunPython(step('competitions', 'competition', 'entry', 'event'), migrations.RunPython.noop),
    ]
