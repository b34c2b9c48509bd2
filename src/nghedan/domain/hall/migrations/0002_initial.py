import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("dialogues", "0003_session"),
        ("hall", "0001_initial"),
        ("identities", "0001_initial"),
        ("invitations", "0001_initial"),
        ("matters", "0002_after_the_hall"),
        ("opinions", "0001_initial"),
        ("organisations", "0001_initial"),
        ("tenancy", "0002_series"),
    ]

    operations = [
        migrations.AddField(
            model_name="attendance",
            name="guest",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attendances",
                to="invitations.guest",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="hamlet",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.hamlet",
                verbose_name="thôn, tổ dân phố",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="identity",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="identities.identity",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="dialogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="minutesline",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="minutesline",
            name="minutes",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="hall.minutes"
            ),
        ),
        migrations.AddField(
            model_name="minutessignature",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="minutessignature",
            name="minutes",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="hall.minutes"
            ),
        ),
        migrations.AddField(
            model_name="minutessignature",
            name="officer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.officer",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="dialogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="matter",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter"),
        ),
        migrations.AddField(
            model_name="outcome",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.unit",
                verbose_name="đơn vị thực hiện",
            ),
        ),
        migrations.AddField(
            model_name="projection",
            name="dialogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
            ),
        ),
        migrations.AddField(
            model_name="projection",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="projection",
            name="matter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="matters.matter",
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="dialogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="guest",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="invitations.guest",
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="hamlet",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.hamlet",
                verbose_name="thôn, tổ dân phố",
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="identity",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="identities.identity",
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="matter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="matters.matter",
            ),
        ),
        migrations.AddField(
            model_name="speakerrequest",
            name="opinion",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="opinions.opinion",
            ),
        ),
        migrations.AddField(
            model_name="turn",
            name="dialogue",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dialogues.dialogue"
            ),
        ),
        migrations.AddField(
            model_name="turn",
            name="locality",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.locality"
            ),
        ),
        migrations.AddField(
            model_name="turn",
            name="opinion",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="opinions.opinion",
            ),
        ),
        migrations.AddField(
            model_name="turn",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="turns", to="hall.speakerrequest"
            ),
        ),
        migrations.AddField(
            model_name="projection",
            name="turn",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="hall.turn"
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="turn",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcomes",
                to="hall.turn",
            ),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(fields=["locality", "dialogue", "position"], name="agenda_in_order"),
        ),
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(fields=["locality", "dialogue", "hamlet"], name="attendance_of_hamlet"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "void"), _negated=True),
                fields=("locality", "dialogue", "guest"),
                name="guest_arrives_once",
                violation_error_message="Đại biểu này đã được ghi có mặt; không cần ghi nữa.",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.UniqueConstraint(fields=("locality", "dialogue"), name="one_minutes"),
        ),
        migrations.AddConstraint(
            model_name="minutesline",
            constraint=models.UniqueConstraint(fields=("locality", "minutes", "position"), name="line_position_once"),
        ),
        migrations.AddConstraint(
            model_name="minutesline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("subject_id", ""), _negated=True),
                fields=("locality", "minutes", "subject_type", "subject_id", "kind"),
                name="line_grows_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutessignature",
            constraint=models.UniqueConstraint(fields=("locality", "minutes", "part"), name="signed_once_per_part"),
        ),
        migrations.AddIndex(
            model_name="speakerrequest",
            index=models.Index(fields=["locality", "dialogue", "state", "number"], name="request_in_order"),
        ),
        migrations.AddConstraint(
            model_name="speakerrequest",
            constraint=models.UniqueConstraint(fields=("locality", "dialogue", "number"), name="request_number_once"),
        ),
        migrations.AddIndex(
            model_name="turn",
            index=models.Index(fields=["locality", "dialogue", "started_at"], name="turn_in_order"),
        ),
        migrations.AddConstraint(
            model_name="turn",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("speaking", "paused"))),
                fields=("locality", "dialogue"),
                name="one_speaker",
                violation_error_message="Đang có người phát biểu; xin kết thúc lượt đó trước.",
            ),
        ),
        migrations.AddConstraint(
            model_name="projection",
            constraint=models.UniqueConstraint(fields=("locality", "dialogue"), name="one_projection"),
        ),
        migrations.AddIndex(
            model_name="outcome",
            index=models.Index(fields=["locality", "dialogue"], name="outcome_of_dialogue"),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "standing")),
                fields=("locality", "dialogue", "matter"),
                name="one_standing_outcome",
                violation_error_message="Nội dung này đã có kết quả; xin hoàn tác kết quả trước rồi ghi lại.",
            ),
        ),
    ]
