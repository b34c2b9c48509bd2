import django.db.models.deletion
import nghedan.foundation.db.clock
import nghedan.foundation.db.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dialogues", "0003_session"),
        ("tenancy", "0002_series"),
    ]

    operations = [
        migrations.CreateModel(
            name="Minutes",
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
                ("corrections", models.TextField(blank=True, verbose_name="ý kiến bổ sung khi đọc thông qua")),
                (
                    "read_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="đọc thông qua lúc"),
                ),
                ("locked_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ký xong lúc")),
                (
                    "fingerprint",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="mã kiểm tra"),
                ),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "biên bản",
            },
        ),
        migrations.CreateModel(
            name="MinutesLine",
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
                ("kind", models.CharField(max_length=20, verbose_name="loại")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("position", models.PositiveIntegerField(verbose_name="thứ tự")),
                ("subject_type", models.CharField(blank=True, editable=False, max_length=60)),
                ("subject_id", models.CharField(blank=True, editable=False, max_length=12)),
                ("text", models.TextField(verbose_name="nội dung")),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "dòng biên bản",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="MinutesSignature",
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
                ("part", models.CharField(max_length=20, verbose_name="tư cách")),
                ("name", models.CharField(max_length=200, verbose_name="họ tên, chức vụ")),
                ("signed_at", models.DateTimeField(editable=False, verbose_name="ký lúc")),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "chữ ký biên bản",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                ("kind", models.CharField(max_length=20, verbose_name="kết quả tại hội nghị")),
                ("answered_by", models.CharField(blank=True, max_length=200, verbose_name="người trả lời")),
                ("text", models.TextField(blank=True, verbose_name="nội dung trả lời, kết luận")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn")),
                ("competent_body", models.CharField(blank=True, max_length=200, verbose_name="cơ quan có thẩm quyền")),
                ("state_before", models.CharField(editable=False, max_length=20)),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "kết quả tại hội nghị",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Projection",
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
                ("shows", models.CharField(default="title", max_length=20, verbose_name="màn hình hội trường")),
                ("line", models.CharField(blank=True, max_length=300, verbose_name="dòng chữ")),
                ("has_countdown", models.BooleanField(default=False, verbose_name="hiện đồng hồ đếm ngược")),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "màn hình hội trường",
            },
        ),
        migrations.CreateModel(
            name="SpeakerRequest",
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
                ("number", models.PositiveIntegerField(editable=False, verbose_name="số đăng ký")),
                ("ahead_of", models.PositiveIntegerField(default=0, editable=False)),
                ("topic", models.CharField(blank=True, max_length=300, verbose_name="nội dung sẽ phát biểu")),
                ("way", models.CharField(default="office", max_length=20, verbose_name="cách đăng ký")),
                ("may_show_name", models.BooleanField(default=False, verbose_name="đồng ý nêu tên trên màn hình")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do đổi thứ tự")),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "đăng ký phát biểu",
                "ordering": ("-ahead_of", "number"),
            },
        ),
        migrations.CreateModel(
            name="Turn",
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
                ("granted_seconds", models.PositiveIntegerField(default=180, verbose_name="thời gian dành cho, giây")),
                ("started_at", models.DateTimeField(editable=False, verbose_name="bắt đầu")),
                ("paused_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="tạm dừng lúc")),
                ("paused_seconds", models.PositiveIntegerField(default=0, editable=False)),
                ("ended_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="kết thúc")),
                ("state", models.CharField(editable=False, max_length=20)),
            ],
            options={
                "verbose_name": "lượt phát biểu",
                "ordering": ("started_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("title", models.CharField(max_length=300, verbose_name="nội dung")),
                ("minutes", models.PositiveSmallIntegerField(default=10, verbose_name="số phút")),
                ("responsible", models.CharField(blank=True, max_length=200, verbose_name="người thực hiện")),
                ("is_for_speakers", models.BooleanField(default=False, verbose_name="phần người dân phát biểu")),
                ("started_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="bắt đầu")),
                ("ended_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="kết thúc")),
                ("state", models.CharField(editable=False, max_length=20)),
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
            ],
            options={
                "verbose_name": "mục chương trình",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Attendance",
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
                ("note", models.CharField(blank=True, max_length=200, verbose_name="ghi chú")),
                ("arrived_at", models.DateTimeField(editable=False, verbose_name="đến lúc")),
                ("left_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="về lúc")),
                ("state", models.CharField(editable=False, max_length=20)),
                (
                    "dialogue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
                    ),
                ),
            ],
            options={
                "verbose_name": "người dự",
                "ordering": ("arrived_at", "pk"),
            },
        ),
    ]
