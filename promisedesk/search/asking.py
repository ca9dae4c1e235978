"""What somebody typed into the search field, as words to look for.

Nothing typed reaches a database as an operator: only words of letters and digits do, and
each database's own signs are put around them here.
"""

import re
from dataclasses import dataclass

from promisedesk.search import words

LONGEST_QUERY = 500  # characters
MOST_TERMS = 12
SHORTEST_PREFIX = 2  # letters; one alone begins half of all words

_CHUNK = re.compile(r'"([^"]*)("?)|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be there: any of these runs of words standing side by side.

    With `is_prefix`, the last word of `typed` may go on.
    """

    typed: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]
    is_prefix: bool


def read(query: str) -> list[Term]:
    """The terms of a query, all required; [] when there is no word in it.

    "two words" in quotes, and things like a-b@c.example, are looked for as a run. The last
    word also finds longer ones, unless its quote is closed.
    """
    terms = []
    chunks = list(_CHUNK.finditer(query[:LONGEST_QUERY]))
    for chunk in chunks:
        quoted, closing, plain = chunk.groups()
        is_last = chunk is chunks[-1] and not closing
        if term := _term(plain or quoted or "", is_last):
            terms.append(term)
    return terms[:MOST_TERMS]


def _term(text: str, is_prefix: bool) -> Term | None:
    parts = [part[: words.LONGEST_WORD] for part in words.split(text)]
    if not parts:
        return None
    typed = tuple(words.fold(part) for part in parts)
    runs = {tuple(words.stem(part, latin) for part in parts): None for latin in words.LATIN}
    return Term(typed, tuple(runs), is_prefix and len(typed[-1]) >= SHORTEST_PREFIX)


def for_fts5(terms: list[Term], without: list[Term] = ()) -> str:
    """The terms as an FTS5 query (sqlite.org/fts5.html, 3), `without` those not wanted."""

    def one(term: Term) -> str:
        phrases = [f'"{" ".join(run)}"' for run in term.runs]
        if term.is_prefix:
            phrases += [f'"{" ".join(run)}" *' for run in _prefixes(term)]
        return f"({' OR '.join(phrases)})"

    wanted = " AND ".join(one(term) for term in terms)
    return " NOT ".join([f"({wanted})", *(one(term) for term in without)]) if without else wanted


def for_tsquery(terms: list[Term], without: list[Term] = ()) -> str:
    """The terms as a tsquery literal (PostgreSQL 8.11.2), `without` those not wanted."""

    def one(term: Term) -> str:
        runs = ["(" + " <-> ".join(f"'{word}'" for word in run) + ")" for run in term.runs]
        if term.is_prefix:
            runs += [
                "(" + " <-> ".join(f"'{word}'" for word in run) + ":*)" for run in _prefixes(term)
            ]
        return f"({' | '.join(runs)})"

    return " & ".join([*map(one, terms), *(f"!{one(term)}" for term in without)])


def _prefixes(term: Term) -> dict[tuple[str, ...], None]:
    """The runs with their last word as typed: half a word has no stem yet."""
    return {(*run[:-1], term.typed[-1]): None for run in term.runs}
