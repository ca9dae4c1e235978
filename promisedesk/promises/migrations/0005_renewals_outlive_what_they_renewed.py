import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("promises", "0004_kept_by_day")]
    operations = [
        migrations.AlterField(
            model_name="promise",
            name="renews",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="renewed_by",
                to="promises.promise",
            ),
        ),
    ]
