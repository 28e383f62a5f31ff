from django.db import migrations

import studio.core.finding.fields
from studio.core.finding import step


class Migration(migrations.Migration):
    """Search tokens, filled for what is there already."""

    dependencies = [
        ('assessments', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='comment',
            name='search',
            field=studio.core.finding.fields.SearchField('gist', 'gist_en'),
        ),
        migrations.AddField(
            model_name='improvementaction',
            name='search',
            field=studio.core.finding.fields.SearchField('title', 'title_en'),
        ),
        migrations.AddField(
            model_name='visit',
            name='search',
            field=studio.core.finding.fields.SearchField('assessed_by', 'assessed_by_en'),
        ),
        migrations.RunPython(step('assessments', 'comment', 'improvementaction', 'visit'), migrations.RunPython.noop),
    ]
