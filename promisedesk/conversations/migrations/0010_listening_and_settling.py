from django.db import migrations, models


def settle_what_was_fetched(apps, schema_editor):
    """Mailboxes until now left their mails: only what comes from here on may be moved."""
    Mailbox = apps.get_model("conversations", "Mailbox")
    Mailbox.objects.update(settled_uid=models.F("last_uid"))


class Migration(migrations.Migration):
    dependencies = [("conversations", "0009_looking_into_files")]

    operations = [
        migrations.AddField(
            model_name="mailbox",
            name="listened_by",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="listened_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="settled_uid",
            field=models.BigIntegerField(default=0),
        ),
        migrations.RunPython(settle_what_was_fetched, migrations.RunPython.noop),
    ]
