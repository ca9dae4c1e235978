"""From an agent's letter to the promises in it, each with its moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, tzinfo
from importlib import import_module
from zoneinfo import ZoneInfo

from promisedesk.lib.language import recognise

from .due import IsOpen, is_weekday, latest
from .joining import joined
from .model import Commitment, Found
from .sentences import own_words

LANGUAGES = ("en", "ru", "pl")
MOST_CHARACTERS = 20_000  # a longer letter is a document


def find(
    text: str,
    language: str,
    now: datetime,
    time_zone: str | tzinfo,
    end_of_day: time = time(18),
    is_open: IsOpen = is_weekday,
) -> list[Commitment]:
    """What `text` promises the customer, the surest first, then in the order of the text.

    `language`: en, ru or pl; anything else is guessed. `now`: aware. `time_zone`: the
    customer's, where the due moments are read. `end_of_day`: when a working day ends. `is_open`:
    whether a date is a working day.
    """
    zone = ZoneInfo(time_zone) if isinstance(time_zone, str) else time_zone
    cleaned = own_words(text[:MOST_CHARACTERS])
    commitments = []
    for each in _found(cleaned, language):
        due_at = latest((each.when, *each.others), now, zone, end_of_day, is_open)
        if due_at and due_at.date() >= now.astimezone(zone).date():  # an older date was no deadline
            said = text[each.start : each.end]
            commitments.append(Commitment(each.start, each.end, said, each.kind, due_at, each.rank))
    return _distinct(commitments)


def _found(text: str, language: str) -> list[Found]:
    if language not in LANGUAGES:
        language = recognise(text) or ""
    if language in LANGUAGES:
        return _reader(language)(joined(text, language))
    return [found for each in LANGUAGES for found in _reader(each)(joined(text, each))]


def _reader(language: str) -> Callable[[str], list[Found]]:
    """Loaded when first needed: hundreds of patterns a language."""
    return import_module(f"{__package__}.{language}").find


def _distinct(commitments: list[Commitment]) -> list[Commitment]:
    """Best first; of two that overlap and fall due together only the better."""
    kept: list[Commitment] = []
    for each in sorted(commitments, key=lambda each: (-each.rank, each.start)):
        same = (
            other.due_at == each.due_at and each.start < other.end and other.start < each.end
            for other in kept
        )
        if not any(same):
            kept.append(each)
    return kept
