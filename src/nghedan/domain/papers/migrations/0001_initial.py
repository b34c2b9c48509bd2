import django.db.models.deletion
import nghedan.foundation.db.clock
import nghedan.foundation.db.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dialogues", "0003_session"),
        ("organisations", "0001_initial"),
        ("tenancy", "0002_series"),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficialPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=nghedan.foundation.db.models.new_public_id, editable=False, max_length=12, unique=True
                    ),
                ),
                ("created_at", models.DateTimeField(default=nghedan.foundation.db.clock.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("kind", models.CharField(editable=False, max_length=60, verbose_name="loại văn bản")),
                ("subject_type", models.CharField(blank=True, editable=False, max_length=60)),
                ("subject_id", models.CharField(blank=True, editable=False, max_length=12)),
                ("audience", models.CharField(default="office", editable=False, max_length=20)),
                ("title", models.CharField(max_length=400, verbose_name="trích yếu")),
                ("addressee", models.CharField(blank=True, max_length=400, verbose_name="kính gửi")),
                ("words", models.JSONField(blank=True, default=dict, verbose_name="phần soạn thêm")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="ngày trình")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="ngày ký")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                ("frozen_text", models.TextField(blank=True, editable=False)),
                ("frozen_html", models.TextField(blank=True, editable=False)),
                ("digest", models.CharField(blank=True, editable=False, max_length=64, verbose_name="mã kiểm tra")),
                ("state", models.CharField(editable=False, max_length=20)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.body",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
                (
                    "dialogue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
                    ),
                ),
                (
                    "locality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.locality",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="papers.officialpaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "văn bản",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="HeldRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=nghedan.foundation.db.models.new_public_id, editable=False, max_length=12, unique=True
                    ),
                ),
                ("created_at", models.DateTimeField(default=nghedan.foundation.db.clock.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("subject_type", models.CharField(max_length=60)),
                ("subject_id", models.CharField(max_length=12)),
                ("state", models.CharField(editable=False, max_length=20)),
                (
                    "locality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.locality",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="held", to="papers.officialpaper"
                    ),
                ),
            ],
            options={
                "verbose_name": "nội dung có trong văn bản",
            },
        ),
        migrations.AddIndex(
            model_name="officialpaper",
            index=models.Index(fields=["locality", "dialogue", "kind"], name="official_paper_of_dialogue"),
        ),
        migrations.AddIndex(
            model_name="officialpaper",
            index=models.Index(fields=["locality", "subject_type", "subject_id"], name="official_paper_of_subject"),
        ),
        migrations.AddIndex(
            model_name="officialpaper",
            index=models.Index(fields=["locality", "body", "issued_on"], name="official_paper_by_day"),
        ),
        migrations.AddConstraint(
            model_name="officialpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "submitted", "signed", "issued"))),
                fields=("locality", "dialogue", "kind", "subject_id"),
                name="one_standing_paper_of_a_kind",
                violation_error_message="Văn bản này đã có; xin mở bản đã có để sửa.",
            ),
        ),
        migrations.AddIndex(
            model_name="heldrow",
            index=models.Index(fields=["locality", "subject_type", "subject_id"], name="held_row_by_subject"),
        ),
        migrations.AddConstraint(
            model_name="heldrow",
            constraint=models.UniqueConstraint(
                fields=("locality", "paper", "subject_type", "subject_id"), name="held_once_per_paper"
            ),
        ),
    ]
