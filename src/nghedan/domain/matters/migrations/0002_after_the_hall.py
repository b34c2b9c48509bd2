from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="matter",
            name="answered_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày trả lời"),
        ),
        migrations.AddField(
            model_name="matter",
            name="closed_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày kết thúc"),
        ),
        migrations.AddField(
            model_name="matter",
            name="reopened_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày người dân đề nghị xem lại"),
        ),
        migrations.AddField(
            model_name="matter",
            name="writing_due_on",
            field=models.DateField(blank=True, null=True, verbose_name="hạn trả lời bằng văn bản"),
        ),
    ]
