"""The checks a reply goes through, in the order in which a colleague would speak of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .asking import look_at_clearness, look_at_questions
from .brevity import look_at_length, look_at_reading_ease, look_at_sentences, look_at_size
from .draft import Draft
from .envelope import look_at_quote, look_at_sender, look_at_signature, look_at_subject
from .findings import Finding, Level
from .manners import look_at_address, look_at_apology, look_at_greeting, look_at_language
from .pledges import look_at_promises
from .safety import (
    look_at_attachments,
    look_at_emptiness,
    look_at_links,
    look_at_names,
    look_at_secrets,
    look_at_variables,
)
from .spelling import look_at_spelling
from .tone import look_at_tone, look_at_vagueness

Look = Callable[[Draft], Iterable[Finding] | None]


@dataclass(frozen=True, slots=True)
class Check:
    """`look` answers what is to be mended, nothing if all is well, None if there is nothing to
    judge by (no subject in a chat). `usual` is its level unless the shop sets another;
    a fixed one cannot be switched: such a letter never leaves."""

    id: str
    usual: Level
    look: Look
    is_fixed: bool = False


CHECKS: dict[str, Check] = {
    one.id: one
    for one in (
        Check("empty", Level.STOP, look_at_emptiness, is_fixed=True),
        Check("unfilled", Level.STOP, look_at_variables, is_fixed=True),
        Check("secrets", Level.STOP, look_at_secrets),
        Check("names", Level.STOP, look_at_names),
        Check("questions", Level.WARN, look_at_questions),
        Check("attachment", Level.WARN, look_at_attachments),
        Check("tone", Level.WARN, look_at_tone),
        Check("apology", Level.WARN, look_at_apology),
        Check("greeting", Level.WARN, look_at_greeting),
        Check("language", Level.WARN, look_at_language),
        Check("spelling", Level.WARN, look_at_spelling),
        Check("subject", Level.WARN, look_at_subject),
        Check("links", Level.WARN, look_at_links),
        Check("signature", Level.WARN, look_at_signature),
        Check("sender", Level.WARN, look_at_sender),
        Check("size", Level.WARN, look_at_size),
        Check("address", Level.HINT, look_at_address),
        Check("vague", Level.HINT, look_at_vagueness),
        Check("promise", Level.HINT, look_at_promises),
        Check("clear", Level.HINT, look_at_clearness),
        Check("quote", Level.HINT, look_at_quote),
        Check("length", Level.HINT, look_at_length),
        Check("sentences", Level.HINT, look_at_sentences),
        Check("ease", Level.HINT, look_at_reading_ease),
    )
}


def level_of(finding: Finding, of_check: str) -> Level:
    """What a finding weighs where its check has the level `of_check`."""
    return Level.HINT if finding.is_doubtful else Level(of_check)
