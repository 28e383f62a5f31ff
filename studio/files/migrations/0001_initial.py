import django.db.models.deletion
import studio.core.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisation', '0001_initial'),
        ('organisation', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('owner_type', models.CharField(editable=False, max_length=60)),
                ('owner_id', models.BigIntegerField(editable=False)),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('original_name', studio.core.fields.NameField(max_length=200, verbose_name='file name')),
                ('random_name', models.CharField(editable=False, max_length=32, unique=True)),
                ('size', models.PositiveBigIntegerField(verbose_name='size')),
                ('sha256', models.CharField(max_length=64)),
                ('detected_type', models.CharField(max_length=100, verbose_name='type')),
                ('retired_at', models.DateTimeField(editable=False, null=True, verbose_name='retired')),
                ('retired_reason', models.CharField(blank=True, max_length=400, verbose_name='reason')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('retired_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'attachment',
                'verbose_name_plural': 'attachments',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['owner_type', 'owner_id'], name='attachment_owner')],
                'constraints': [models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='attachment_is_not_empty'), models.CheckConstraint(condition=models.Q(models.Q(('retired_at', None), ('retired_by', None), ('retired_reason', '')), models.Q(('retired_at__isnull', False), ('retired_by__isnull', False), models.Q(('retired_reason', ''), _negated=True)), _connector='OR'), name='attachment_retired_with_reason'), models.UniqueConstraint(condition=models.Q(('retired_at', None)), fields=('owner_type', 'owner_id', 'kind', 'original_name', 'sha256'), name='attachment_once')],
            },
        ),
    ]
