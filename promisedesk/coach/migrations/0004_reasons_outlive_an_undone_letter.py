import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coach", "0003_writing_help"),
        ("conversations", "0020_no_signatures_here"),
    ]

    operations = [
        migrations.AlterField(
            model_name="dismissal",
            name="message",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="conversations.message",
            ),
        ),
    ]
