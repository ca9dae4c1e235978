"""Which transaction wrote an event: what core.feed reads by on PostgreSQL (decision 0012)."""

from django.db import migrations, models


def add_transaction(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE core_event ADD COLUMN txid xid8 NOT NULL DEFAULT pg_current_xact_id()"
        )
        schema_editor.execute("CREATE INDEX event_by_transaction ON core_event (txid, id)")


def remove_transaction(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE core_event DROP COLUMN txid")


class Migration(migrations.Migration):
    dependencies = [("core", "0004_the_look_and_the_rest")]

    operations = [
        migrations.AddField(
            model_name="workspace",
            name="era",
            field=models.CharField(blank=True, default="", max_length=8),
        ),
        migrations.RunPython(add_transaction, remove_transaction),
    ]
