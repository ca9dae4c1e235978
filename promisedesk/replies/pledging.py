"""Promises in what an agent writes: found, shown before the letter leaves, and then kept track of.

What is found counts unless the writer says that it is none. It is found anew when the letter is
written, so that "tomorrow" is counted from then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.utils.timezone import now

from promisedesk.conversations.models import Conversation
from promisedesk.lib import commitments
from promisedesk.lib.language import recognise
from promisedesk.promises import making, policies
from promisedesk.promises.committing import MOST, Pledge
from promisedesk.promises.models import Promise

TOLD_BY = 2000  # characters tell the language


@dataclass(frozen=True, slots=True)
class Found:
    """One promise in a text. `key` is the same while its words are."""

    key: str
    pledge: Pledge


def found_in(
    conversation: Conversation,
    text: str,
    at: datetime | None = None,
    *,
    moved: Mapping[str, datetime] | None = None,
) -> list[Found]:
    """What a letter written at `at` (now) promises, in the order of the text; at most MOST.

    Times are the customer's; a day ends at 18:00 there. Working days are those of the inbox's
    calendar, holidays and all. What is past already is none; `moved`: another time for some, by
    key, which stands as it was chosen: a wrong year is to be refused, not passed over.
    """
    moved = moved or {}
    at = at or now()
    version = policies.policy_of(conversation.inbox).calendar.version
    calendar = policies.work_calendar(version)
    zone = making.told_zone(conversation, calendar.time_zone)

    def is_open(day: date) -> bool:
        return bool(calendar.intervals_on(day))

    # A call is written down in the language of whoever made it, not of the customer.
    language = recognise(text[:TOLD_BY], hint=conversation.language, by_words_only=True) or ""
    found = commitments.find(text, language, at, zone, is_open=is_open)
    keyed = [(_key(one.kind, one.text), one) for one in found]
    timed = [(key, one, moved.get(key, one.due_at)) for key, one in keyed]
    future = [row for row in timed if row[2] > at or row[0] in moved][:MOST]
    return [
        Found(key, Pledge(one.kind, one.text, due_at))
        for key, one, due_at in sorted(future, key=lambda row: row[1].start)
    ]


def _key(kind: str, says: str) -> str:
    words = " ".join(says.lower().split())
    return sha256(f"{kind} {words}".encode()).hexdigest()[:12]


def chosen(
    conversation: Conversation,
    text: str,
    *,
    denied: Collection[str] = (),
    moved: Mapping[str, datetime] | None = None,
) -> list[Pledge]:
    """What to promise with a letter: all that is in it but those `denied` (keys).

    `moved`: another time for some, by key.
    """
    found = found_in(conversation, text, moved=moved)
    return [one.pledge for one in found if one.key not in denied]


def moved_in(
    conversation: Conversation,
    text: str,
    moved: Mapping[str, datetime],
    denied: Collection[str] = (),
) -> dict[str, datetime]:
    """Those of `moved` that are about a promise in the text that counts."""
    if not moved:
        return {}
    kept = {one.key for one in found_in(conversation, text, moved=moved)} - set(denied)
    return {key: at for key, at in moved.items() if key in kept}


def deed_in_words(deed: str) -> str:
    """ "Call", "Refund", in the reader's language."""
    return str(Promise.Deed(deed).label)
