from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='when')),
                ('actor_id', models.BigIntegerField(null=True, verbose_name='actor')),
                ('studio_id', models.BigIntegerField(null=True, verbose_name='studio')),
                ('verb', models.CharField(max_length=60, verbose_name='what')),
                ('object_type', models.CharField(blank=True, max_length=60, verbose_name='record type')),
                ('object_id', models.CharField(blank=True, max_length=60, verbose_name='record')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('facts', models.JSONField(default=dict, verbose_name='facts')),
                ('sequence', models.PositiveBigIntegerField(editable=False, null=True, unique=True)),
                ('hash', models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'audit row',
                'verbose_name_plural': 'audit rows',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['studio_id', '-at', '-id'], name='audit_studio_at'), models.Index(fields=['object_type', 'object_id'], name='audit_object')],
            },
        ),
    ]
