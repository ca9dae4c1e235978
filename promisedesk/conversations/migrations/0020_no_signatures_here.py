from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0019_mood_of_a_conversation"),
        ("replies", "0006_signatures"),  # takes over what stands there
    ]

    operations = [
        migrations.RemoveField(model_name="inbox", name="signature"),
        migrations.RemoveField(model_name="inbox", name="signatures"),
    ]
