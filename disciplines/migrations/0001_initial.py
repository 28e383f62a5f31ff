import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
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
            name='Discipline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='Used in addresses; stays the same.', max_length=30, unique=True, verbose_name='key')),
                ('name', studio.core.fields.NameField(blank=True, max_length=60, verbose_name='Chinese name')),
                ('name_en', studio.core.fields.NameField(blank=True, max_length=60, verbose_name='English name')),
                ('sign', models.CharField(help_text='One letter or character shown beside the colour.', max_length=2, verbose_name='sign')),
                ('order', models.PositiveSmallIntegerField(default=1, verbose_name='order')),
                ('color_light', models.CharField(max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9A-Fa-f]{6}$', 'Write a colour like #1864AB.')], verbose_name='colour on light')),
                ('color_dark', models.CharField(max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9A-Fa-f]{6}$', 'Write a colour like #1864AB.')], verbose_name='colour on dark')),
            ],
            options={
                'verbose_name': 'discipline',
                'verbose_name_plural': 'disciplines',
                'ordering': ['order', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('name_en', ''), _negated=True), _connector='OR'), name='discipline_has_a_name', violation_error_code='field:name', violation_error_message='Give a name in Chinese or in English.'), models.CheckConstraint(condition=models.Q(('color_light__regex', '^#[0-9A-Fa-f]{6}$'), ('color_dark__regex', '^#[0-9A-Fa-f]{6}$')), name='discipline_colours_are_colours')],
            },
            bases=(studio.core.fields.TwoNames, models.Model),
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('name', studio.core.fields.NameField(blank=True, max_length=200, verbose_name='Chinese name')),
                ('name_en', studio.core.fields.NameField(blank=True, max_length=200, verbose_name='English name')),
                ('from_date', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('to_date', models.DateField(blank=True, null=True, verbose_name='to')),
                ('discipline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='disciplines.discipline', verbose_name='discipline')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'discipline group',
                'verbose_name_plural': 'discipline groups',
                'ordering': ['studio', 'discipline__order', '-from_date', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('name_en', ''), _negated=True), _connector='OR'), name='group_has_a_name', violation_error_code='field:name', violation_error_message='Give a name in Chinese or in English.'), models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='group_dates', violation_error_code='field:to_date', violation_error_message='The end lies before the start.'), models.UniqueConstraint(condition=models.Q(('to_date__isnull', True)), fields=('studio', 'discipline'), name='one_open_group_per_discipline', violation_error_code='field:discipline', violation_error_message='This discipline has a group already. End that first.')],
            },
            bases=(studio.core.fields.TwoNames, models.Model),
        ),
        migrations.CreateModel(
            name='GroupMembership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('position', models.CharField(choices=[('leader', 'Group leader'), ('deputy', 'Deputy group leader'), ('member', 'Group member')], default='member', max_length=10, verbose_name='position')),
                ('from_date', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('to_date', models.DateField(blank=True, null=True, verbose_name='to')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='disciplines.group', verbose_name='discipline group')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='group_memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'group membership',
                'verbose_name_plural': 'group memberships',
                'ordering': ['group', 'position', 'person__sort_key', 'pk'],
                'indexes': [models.Index(fields=['studio', 'person', 'from_date'], name='group_member_studio_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='group_membership_dates', violation_error_code='field:to_date', violation_error_message='The end lies before the start.'), models.CheckConstraint(condition=models.Q(('position__in', ['leader', 'deputy', 'member'])), name='group_membership_position'), models.UniqueConstraint(condition=models.Q(('to_date__isnull', True)), fields=('studio', 'person'), name='one_open_group_per_person', violation_error_code='field:person', violation_error_message='This person belongs to a group already. End that first.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalGroup',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='recorded')),
                ('name', studio.core.fields.NameField(blank=True, max_length=200, verbose_name='Chinese name')),
                ('name_en', studio.core.fields.NameField(blank=True, max_length=200, verbose_name='English name')),
                ('from_date', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('to_date', models.DateField(blank=True, null=True, verbose_name='to')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('discipline', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='disciplines.discipline', verbose_name='discipline')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('studio', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'historical discipline group',
                'verbose_name_plural': 'historical discipline groups',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalGroupMembership',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='recorded')),
                ('position', models.CharField(choices=[('leader', 'Group leader'), ('deputy', 'Deputy group leader'), ('member', 'Group member')], default='member', max_length=10, verbose_name='position')),
                ('from_date', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('to_date', models.DateField(blank=True, null=True, verbose_name='to')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('group', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='disciplines.group', verbose_name='discipline group')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('studio', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='organisation.studio', verbose_name='studio')),
            ],
            options={
                'verbose_name': 'historical group membership',
                'verbose_name_plural': 'historical group memberships',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Occupation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=20, verbose_name='code')),
                ('name', studio.core.fields.NameField(blank=True, max_length=80, verbose_name='Chinese name')),
                ('name_en', studio.core.fields.NameField(blank=True, max_length=80, verbose_name='English name')),
                ('discipline', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='occupations', to='disciplines.discipline', verbose_name='discipline')),
            ],
            options={
                'verbose_name': 'occupation',
                'verbose_name_plural': 'occupations',
                'ordering': ['discipline', 'code', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('name_en', ''), _negated=True), _connector='OR'), name='occupation_has_a_name', violation_error_code='field:name', violation_error_message='Give a name in Chinese or in English.'), models.UniqueConstraint(fields=('name', 'name_en'), name='occupation_named_once')],
            },
            bases=(studio.core.fields.TwoNames, models.Model),
        ),
        migrations.CreateModel(
            name='SkillLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=30, unique=True, verbose_name='key')),
                ('name', studio.core.fields.NameField(blank=True, max_length=60, verbose_name='Chinese name')),
                ('name_en', studio.core.fields.NameField(blank=True, max_length=60, verbose_name='English name')),
                ('step', models.PositiveSmallIntegerField(help_text='1 is apprentice, 8 chief technician.', unique=True, verbose_name='step')),
                ('national_number', models.PositiveSmallIntegerField(blank=True, help_text='Five to one for the middle five steps.', null=True, verbose_name='national level')),
            ],
            options={
                'verbose_name': 'skill level',
                'verbose_name_plural': 'skill levels',
                'ordering': ['step'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('name_en', ''), _negated=True), _connector='OR'), name='skill_level_has_a_name', violation_error_code='field:name', violation_error_message='Give a name in Chinese or in English.'), models.CheckConstraint(condition=models.Q(('national_number__isnull', True), ('national_number__range', (1, 5)), _connector='OR'), name='national_level_one_to_five')],
            },
            bases=(studio.core.fields.TwoNames, models.Model),
        ),
        migrations.CreateModel(
            name='LevelRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='recorded')),
                ('reached_on', models.DateField(verbose_name='reached on')),
                ('basis', models.CharField(choices=[('appraisal', 'Skills appraisal'), ('competition', 'Competition result'), ('certificate', 'Certificate from elsewhere'), ('appointment', 'Appointment')], max_length=12, verbose_name='basis')),
                ('source', studio.core.fields.NameField(blank=True, max_length=200, verbose_name='source')),
                ('certificate_number', studio.core.fields.NameField(blank=True, max_length=40, verbose_name='certificate number')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='levels', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('studio', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.studio', verbose_name='studio')),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disciplines.occupation', verbose_name='occupation')),
                ('level', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disciplines.skilllevel', verbose_name='skill level')),
            ],
            options={
                'verbose_name': 'level record',
                'verbose_name_plural': 'level records',
                'ordering': ['person', '-reached_on', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('basis__in', ['appraisal', 'competition', 'certificate', 'appointment'])), name='level_basis'), models.UniqueConstraint(fields=('person', 'occupation', 'level', 'reached_on'), name='level_recorded_once')],
            },
        ),
    ]
