import django.db.models.deletion
import nghedan.foundation.db.clock
import nghedan.foundation.db.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dialogues', '0003_session'),
        ('papers', '0001_initial'),
        ('tenancy', '0002_series'),
    ]

    operations = [
        migrations.CreateModel(
            name='FrozenFigures',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=nghedan.foundation.db.models.new_public_id, editable=False, max_length=12, unique=True)),
                ('created_at', models.DateTimeField(default=nghedan.foundation.db.clock.now, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('counted_on', models.DateField(verbose_name='ngày tính số liệu')),
                ('figures', models.JSONField(verbose_name='số liệu')),
                ('journal_number', models.BigIntegerField(editable=False)),
                ('journal_seal', models.CharField(editable=False, max_length=64)),
                ('state', models.CharField(editable=False, max_length=20)),
                ('dialogue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dialogues.dialogue')),
                ('locality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.locality')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='papers.officialpaper')),
            ],
            options={
                'verbose_name': 'số liệu đã chốt',
                'ordering': ('-pk',),
                'indexes': [models.Index(fields=['locality', 'dialogue', 'id'], name='frozen_figures_of')],
            },
        ),
        migrations.CreateModel(
            name='PublicResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=nghedan.foundation.db.models.new_public_id, editable=False, max_length=12, unique=True)),
                ('created_at', models.DateTimeField(default=nghedan.foundation.db.clock.now, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('shown_at', models.DateTimeField(editable=False, verbose_name='người đứng đầu xem từ')),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='công khai lúc')),
                ('foreword', models.TextField(blank=True, verbose_name='lời mở đầu')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='lý do')),
                ('state', models.CharField(editable=False, max_length=20)),
                ('dialogue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dialogues.dialogue')),
                ('locality', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.locality')),
            ],
            options={
                'verbose_name': 'trang kết quả công khai',
                'constraints': [models.UniqueConstraint(fields=('locality', 'dialogue'), name='one_public_result')],
            },
        ),
    ]
