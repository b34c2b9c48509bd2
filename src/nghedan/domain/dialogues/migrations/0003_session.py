from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dialogues", "0002_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="dialogue",
            name="adjourned_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="bế mạc lúc"),
        ),
        migrations.AddField(
            model_name="dialogue",
            name="closed_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="ngày kết thúc"),
        ),
        migrations.AddField(
            model_name="dialogue",
            name="opened_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="khai mạc lúc"),
        ),
    ]
