"""PostgreSQL: what there is little of (customers) has an index of its words to itself.

Else looking for a customer by a word that letters are full of goes through all the letters.
"""

from django.db import migrations

POSTGRESQL = (
    "CREATE INDEX search_document_words_aside ON search_document "
    "USING gin (words) WHERE kind <> 'message'"
)


def make(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL)


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP INDEX search_document_words_aside")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_words")]
    operations = [migrations.RunPython(make, drop)]
