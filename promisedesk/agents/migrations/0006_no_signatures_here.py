from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0005_on_call"),
        ("replies", "0006_signatures"),  # takes over what stands there
    ]

    operations = [migrations.RemoveField(model_name="agent", name="signature")]
