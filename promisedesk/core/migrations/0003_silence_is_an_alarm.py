from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0002_alarms_and_undo")]

    operations = [
        migrations.AddField(
            model_name="workspace",
            name="silent_minutes",
            field=models.PositiveIntegerField(default=10),
        ),
    ]
