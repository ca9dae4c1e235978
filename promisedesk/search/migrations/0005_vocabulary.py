"""SQLite: the words that are kept, in their order, read out of the words' own index.

Else half a word is looked for by gathering every letter that has a word which begins so.
"""

from django.db import migrations

SQLITE = "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_words, instance)"


def make(apps, editor):
    if editor.connection.vendor == "sqlite":
        editor.execute(SQLITE)


def drop(apps, editor):
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TABLE search_vocabulary")


class Migration(migrations.Migration):
    dependencies = [("search", "0004_few_in_sqlite")]
    operations = [migrations.RunPython(make, drop)]
