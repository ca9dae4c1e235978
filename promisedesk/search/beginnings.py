"""What a half-typed word may become, asked of SQLite's own list of words.

FTS5 gathers every row of every word that begins so before it gives the first: 12 ms for one
common word in 1,000,000 letters, growing with them. Whole words it walks through from the
newest row, and stops when there are enough: 0.3 ms, the look into the list included.
"""

from dataclasses import replace

from django.db import connection

from promisedesk.search.asking import Term

MOST = 50  # words, some 0.06 ms each; a beginning of more stays one

# From each word to the next (sqlite.org/fts5.html, 6): the list has a row for every place of
# a word, so "the first after this one" is all that may be asked. No word has char(1) in it.
_NEXT = "(SELECT term FROM search_vocabulary WHERE term >= {} LIMIT 1)"
_KEPT = f"""
    WITH RECURSIVE kept(word) AS (
        SELECT {_NEXT.format("%s")}
        UNION ALL
        SELECT {_NEXT.format("kept.word || char(1)")} FROM kept
        WHERE kept.word < %s || char(1114111) LIMIT {MOST + 2}
    )
    SELECT word FROM kept WHERE word < %s || char(1114111)
"""  # noqa: S608  signs of ours; every value is a parameter


def spelt_out(term: Term) -> Term:
    """The term with all words its last one may become; as it is if they are too many."""
    if not term.is_prefix:
        return term
    beginning = term.typed[-1]
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, [beginning] * 3)
        kept = [word for (word,) in cursor.fetchall()]
    if len(kept) > MOST:
        return term
    longer = [(*run[:-1], word) for run in term.runs for word in kept]
    return replace(term, runs=tuple(dict.fromkeys([*term.runs, *longer])), is_prefix=False)
