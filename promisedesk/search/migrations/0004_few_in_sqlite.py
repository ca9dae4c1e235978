"""SQLite: what there is little of (customers) has a table of its words to itself, too.

Else looking for a customer by a word that letters are full of goes through all the letters.
"""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE search_words_aside USING fts5(words, tokenize = 'ascii')",
    """
    CREATE TRIGGER search_words_aside_follow AFTER DELETE ON search_document
    WHEN old.kind <> 'message'
    BEGIN DELETE FROM search_words_aside WHERE rowid = old.id; END
    """,
    """
    INSERT INTO search_words_aside (rowid, words)
    SELECT d.id, w.words FROM search_document d CROSS JOIN search_words w ON w.rowid = d.id
    WHERE d.kind <> 'message'
    """,
]
SQLITE_BACK = ["DROP TRIGGER search_words_aside_follow", "DROP TABLE search_words_aside"]


def make(apps, editor):
    if editor.connection.vendor == "sqlite":
        for statement in SQLITE:
            editor.execute(statement)


def drop(apps, editor):
    if editor.connection.vendor == "sqlite":
        for statement in SQLITE_BACK:
            editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_few_among_many")]
    operations = [migrations.RunPython(make, drop)]
