from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('innovations', '0003_verdicts_stay'),
    ]

    operations = [
        migrations.AddField(
            model_name='intellectualproperty',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en', 'number', 'owners'),
        ),
        migrations.AddField(
            model_name='project',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.AddField(
            model_name='result',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.AddField(
            model_name='transformation',
            name='search',
            field=studio.core.finding.fields.SearchField('unit', 'unit_en'),
        ),
        migrations.RunPython(step('innovations', 'intellectualproperty', 'project', 'proposal', 'result', 'transformation'), migrations.RunPython.noop),
    ]
