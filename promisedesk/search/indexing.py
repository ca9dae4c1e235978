"""Putting texts where they can be found. `search` knows its documents by kind and number."""

from django.db import connection

from promisedesk.search import words

MANY = "message"  # the kind there is most of, by far
LONGEST_TSVECTOR = 700_000  # bytes; PostgreSQL refuses those of a megabyte (12.11)

_PUT_SQLITE = """
    INSERT INTO search_document (kind, "key", "group") VALUES (%s, %s, %s)
    ON CONFLICT (kind, "key") DO UPDATE SET "group" = excluded."group" RETURNING id
"""
_PUT_POSTGRESQL = """
    INSERT INTO search_document (kind, "key", "group", words) VALUES (%s, %s, %s, %s::tsvector)
    ON CONFLICT (kind, "key") DO UPDATE SET "group" = excluded."group", words = excluded.words
"""


def put(kind: str, key: int, text: str, *, group: int | None, language: str = "") -> None:
    """Make a text findable as document `key` of its `kind`; replaces what was there.

    `group` is what it belongs to (a message's conversation). Only the first 100,000
    characters are read. Call it in the transaction that wrote the text.
    """
    stems = words.stems(text, language)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_PUT_POSTGRESQL, [kind, key, group, _as_tsvector(stems)])
            return
        cursor.execute(_PUT_SQLITE, [kind, key, group])
        row = [cursor.fetchone()[0], " ".join(stems)]
        for table in tables_of(kind):
            # A name of ours; the values travel apart.
            put_in = f"INSERT OR REPLACE INTO {table} (rowid, words) VALUES (%s, %s)"  # noqa: S608
            cursor.execute(put_in, row)


def tables_of(kind: str) -> tuple[str, ...]:
    """SQLite: where words of this kind are. All are together, and few ones by themselves too."""
    return ("search_words",) if kind == MANY else ("search_words", "search_words_aside")


def _as_tsvector(stems: list[str]) -> str:
    """A tsvector as PostgreSQL reads it: no parser of its own comes between (8.11.1).

    Words that would make it too long are left out: one mail full of signs that each stand
    for several letters is findable by its beginning.
    """
    lexemes, size = [], 0
    for place, stem in enumerate(stems, 1):
        lexeme = f"'{stem}':{place}"
        size += len(lexeme.encode())
        if size > LONGEST_TSVECTOR:
            break
        lexemes.append(lexeme)
    return " ".join(lexemes)
