from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("promises", "0003_letters_to_agents")]
    operations = [
        migrations.RemoveIndex(model_name="promise", name="promise_by_due"),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(fields=["due_at", "state"], name="promise_by_due_and_state"),
        ),
    ]
