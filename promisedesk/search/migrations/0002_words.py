"""Where the words are: an FTS5 table on SQLite, a tsvector column on PostgreSQL."""

from django.db import migrations

# The ascii tokenizer parts at blanks and keeps every letter beyond ASCII as it is: what
# words.py made is what is looked up. The trigger keeps the two tables together.
SQLITE = [
    "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize = 'ascii')",
    """
    CREATE TRIGGER search_words_follow AFTER DELETE ON search_document
    BEGIN DELETE FROM search_words WHERE rowid = old.id; END
    """,
]
SQLITE_BACK = ["DROP TRIGGER search_words_follow", "DROP TABLE search_words"]
POSTGRESQL = [
    "ALTER TABLE search_document ADD COLUMN words tsvector",
    "CREATE INDEX search_document_words ON search_document USING gin (words)",
]
POSTGRESQL_BACK = ["ALTER TABLE search_document DROP COLUMN words"]


def _run(editor, sqlite, postgresql):
    for statement in postgresql if editor.connection.vendor == "postgresql" else sqlite:
        editor.execute(statement)


def make(apps, editor):
    _run(editor, SQLITE, POSTGRESQL)


def drop(apps, editor):
    _run(editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
