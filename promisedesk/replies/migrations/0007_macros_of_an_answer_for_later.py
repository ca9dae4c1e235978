from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0006_signatures")]

    operations = [
        migrations.AddField(
            model_name="scheduled",
            name="macros",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
