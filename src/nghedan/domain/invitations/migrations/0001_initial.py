import django.db.models.deletion
import nghedan.foundation.db.clock
import nghedan.foundation.db.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dialogues", "0003_session"),
        ("identities", "0001_initial"),
        ("organisations", "0001_initial"),
        ("tenancy", "0002_series"),
    ]

    operations = [
        migrations.CreateModel(
            name="Allotment",
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
                ("seats", models.PositiveSmallIntegerField(verbose_name="số đại biểu")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn gửi danh sách")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="yêu cầu, ghi chú")),
                (
                    "returned_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày gửi danh sách"),
                ),
                ("state", models.CharField(editable=False, max_length=20)),
                (
                    "dialogue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
                    ),
                ),
                (
                    "hamlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.hamlet",
                        verbose_name="thôn, tổ dân phố",
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
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.unit",
                        verbose_name="đơn vị, đoàn thể",
                    ),
                ),
            ],
            options={
                "verbose_name": "phân bổ đại biểu",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Guest",
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
                ("group", models.CharField(default="people", max_length=20, verbose_name="nhóm")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="thứ tự giới thiệu")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="số giấy mời")),
                ("post_title", models.CharField(blank=True, max_length=200, verbose_name="chức vụ, tư cách")),
                ("organisation", models.CharField(blank=True, max_length=200, verbose_name="cơ quan, tổ chức")),
                ("reply_note", models.CharField(blank=True, max_length=300, verbose_name="lý do, ghi chú")),
                ("replied_on", models.DateField(blank=True, editable=False, null=True, verbose_name="ngày trả lời")),
                ("reply_digest", models.CharField(blank=True, editable=False, max_length=64)),
                ("state", models.CharField(editable=False, max_length=20)),
                (
                    "allotment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guests",
                        to="invitations.allotment",
                    ),
                ),
                (
                    "dialogue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
                    ),
                ),
                (
                    "hamlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.hamlet",
                        verbose_name="thôn, tổ dân phố",
                    ),
                ),
                (
                    "identity",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identities.identity",
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
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "stands_in_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substitutes",
                        to="invitations.guest",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "đại biểu",
                "ordering": ("group", "position", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("hamlet__isnull", True), ("unit__isnull", True), _connector="XOR"),
                name="allotted_to_hamlet_or_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("open", "returned"))),
                fields=("locality", "dialogue", "hamlet"),
                name="one_allotment_per_hamlet",
                violation_error_message="Thôn này đã được phân bổ; xin sửa dòng đã có.",
            ),
        ),
        migrations.AddConstraint(
            model_name="allotment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("open", "returned"))),
                fields=("locality", "dialogue", "unit"),
                name="one_allotment_per_unit",
                violation_error_message="Đơn vị này đã được phân bổ; xin sửa dòng đã có.",
            ),
        ),
        migrations.AddIndex(
            model_name="guest",
            index=models.Index(fields=["locality", "dialogue", "group", "position"], name="guest_in_order"),
        ),
        migrations.AddIndex(
            model_name="guest",
            index=models.Index(fields=["locality", "dialogue", "hamlet"], name="guest_of_hamlet"),
        ),
        migrations.AddConstraint(
            model_name="guest",
            constraint=models.UniqueConstraint(fields=("locality", "dialogue", "number"), name="guest_number_once"),
        ),
        migrations.AddConstraint(
            model_name="guest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reply_digest", ""), _negated=True),
                fields=("locality", "reply_digest"),
                name="guest_reply_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="guest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "removed"), _negated=True),
                fields=("locality", "dialogue", "officer"),
                name="officer_invited_once",
                violation_error_message="Người này đã có trong danh sách mời; xin sửa dòng đã có.",
            ),
        ),
    ]
