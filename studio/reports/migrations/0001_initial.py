import django.db.models.deletion
import studio.core.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('disciplines', '0002_catalogue'),
        ('files', '0001_initial'),
        ('jobs', '0001_initial'),
        ('organisation', '0001_initial'),
        ('organisation', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeadText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('period_key', models.CharField(max_length=30, verbose_name='period')),
                ('chapter', models.CharField(max_length=60, verbose_name='chapter')),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', 'Simplified Chinese')], max_length=10, verbose_name='language')),
                ('body', studio.core.fields.NoteField(blank=True, max_length=20000, verbose_name='text')),
                ('discipline', models.ForeignKey(blank=True, help_text='Leave empty when it belongs to all disciplines.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disciplines.discipline', verbose_name='discipline')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'text of the lead',
                'verbose_name_plural': 'texts of the lead',
                'ordering': ['studio', 'period_key', 'chapter', 'discipline', 'language'],
                'constraints': [models.UniqueConstraint(fields=('studio', 'period_key', 'chapter', 'discipline', 'language'), name='lead_text_once_per_group'), models.UniqueConstraint(condition=models.Q(('discipline', None)), fields=('studio', 'period_key', 'chapter', 'language'), name='lead_text_once'), models.CheckConstraint(condition=models.Q(('language__in', ['en', 'zh-hans'])), name='lead_text_language')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('key', models.CharField(max_length=60, verbose_name='report')),
                ('period_key', models.CharField(max_length=30, verbose_name='period')),
                ('period_from', models.DateField(verbose_name='from')),
                ('period_to', models.DateField(verbose_name='to')),
                ('as_of', models.DateField(verbose_name='cut-off')),
                ('parameters', models.JSONField(default=dict, verbose_name='parameters')),
                ('asked_at', models.DateTimeField(verbose_name='asked')),
                ('document', models.TextField(editable=False, verbose_name='frozen document')),
                ('sha256', models.CharField(editable=False, max_length=64, verbose_name='SHA-256')),
                ('format_version', models.PositiveSmallIntegerField(editable=False, verbose_name='format of the document')),
                ('released_to_assessors_at', models.DateTimeField(blank=True, null=True, verbose_name='released to assessors')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('discipline', models.ForeignKey(blank=True, help_text='Leave empty when it belongs to all disciplines.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disciplines.discipline', verbose_name='discipline')),
                ('job', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='jobs.job', verbose_name='job')),
                ('released_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='released by')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'report',
                'verbose_name_plural': 'reports',
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['studio', '-asked_at', '-id'], name='report_studio_asked')],
                'constraints': [models.CheckConstraint(condition=models.Q(('period_to__isnull', True), ('period_to__gte', models.F('period_from')), _connector='OR'), name='report_period', violation_error_code='field:period_to', violation_error_message='The end lies before the start.'), models.CheckConstraint(condition=models.Q(models.Q(('released_by__isnull', True), ('released_to_assessors_at__isnull', True)), models.Q(('released_by__isnull', False), ('released_to_assessors_at__isnull', False)), _connector='OR'), name='report_released_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ReportFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', 'Simplified Chinese')], max_length=10, verbose_name='language')),
                ('format', models.CharField(choices=[('pdf', 'PDF'), ('html', 'Web page')], max_length=10, verbose_name='format')),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment', verbose_name='file')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='reports.report', verbose_name='report')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'file of a report',
                'verbose_name_plural': 'files of reports',
                'ordering': ['report', 'language', 'format'],
                'constraints': [models.UniqueConstraint(fields=('report', 'language', 'format'), name='report_file_once'), models.CheckConstraint(condition=models.Q(('language__in', ['en', 'zh-hans'])), name='report_file_language'), models.CheckConstraint(condition=models.Q(('format__in', ['pdf', 'html'])), name='report_file_format')],
            },
        ),
        migrations.CreateModel(
            name='TextRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('number', models.PositiveIntegerField(verbose_name='revision')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='reports.leadtext', verbose_name='text of the lead')),
            ],
            options={
                'verbose_name': 'revision of a text',
                'verbose_name_plural': 'revisions of texts',
                'ordering': ['text', '-number'],
                'constraints': [models.UniqueConstraint(fields=('text', 'number'), name='text_revision_number_once')],
            },
        ),
    ]
