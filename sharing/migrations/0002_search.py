from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('sharing', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='agreement',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.AddField(
            model_name='alliance',
            name='search',
            field=studio.core.finding.fields.SearchField('name', 'name_en', 'cluster', 'cluster_en'),
        ),
        migrations.AddField(
            model_name='exchangeevent',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en', 'place'),
        ),
        migrations.AddField(
            model_name='partnerunit',
            name='search',
            field=studio.core.finding.fields.SearchField('name', 'name_en', 'region'),
        ),
        migrations.AddField(
            model_name='resourceuse',
            name='search',
            field=studio.core.finding.fields.SearchField('purpose'),
        ),
        migrations.AddField(
            model_name='sharedresource',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.RunPython(step('sharing', 'agreement', 'alliance', 'exchangeevent', 'partnerunit', 'resourceuse', 'sharedresource'), migrations.RunPython.noop),
    ]
