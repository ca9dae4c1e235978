"""Naming colleagues in a note: “@Anna, could you look?”.

Only those are mentioned who may see the conversation: a note must not become a way to see
what one may not. Of two Annas the whole name says which; a first name alone means both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import seeing
from promisedesk.conversations.models import Conversation, Mention, Message
from promisedesk.conversations.verbs import MENTIONED
from promisedesk.core.events import record

MOST = 20  # people mentioned in one note
# Not after a letter or digit: “anna@shop.example” mentions nobody.
_AT = re.compile(r"(?<![\w.@+-])@(?=\w)")


def named_in(text: str, colleagues: Iterable[Agent]) -> list[Agent]:
    """Which of these `text` names after an @, by whole name or first name, in any case."""
    starts = [one.end() for one in _AT.finditer(text)]
    if not starts:
        return []
    low = text.casefold()
    if len(low) != len(text):  # a letter grew (ß): places are not comparable then
        low = text.lower() if len(text.lower()) == len(text) else text
    colleagues, found = list(colleagues), {}
    for start in starts[:MOST]:
        for one in _named_at(low, start, colleagues):
            found[one.pk] = one
    return list(found.values())


def _named_at(text: str, start: int, colleagues: list[Agent]) -> list[Agent]:
    whole = [one for one in colleagues if _stands(text, start, one.name)]
    if whole:
        longest = max(len(one.name) for one in whole)
        return [one for one in whole if len(one.name) == longest]
    return [one for one in colleagues if _stands(text, start, one.first_name)]


def _stands(text: str, start: int, name: str) -> bool:
    name = name.casefold()
    end = start + len(name)
    return bool(name) and text[start:end] == name and not text[end : end + 1].isalnum()


@transaction.atomic
def mention(note: Message, agents: Iterable[Agent], *, by: Agent | None) -> list[Agent]:
    """Let these know that the note names them; returns those it had not named yet.

    They must be able to see it, see `named_in` and `seeing`.
    """
    demand(by, Deed.NOTE)
    known = set(Mention.objects.filter(message=note).values_list("agent", flat=True))
    new = [one for one in agents if one.pk not in known and one != by]
    for one in new:
        Mention.objects.create(conversation=note.conversation, message=note, agent=one)
        record(
            MENTIONED,
            by=by,
            conversation=note.conversation,
            about=note,
            message=note.pk,
            to=one.name,
            agent=one.pk,
        )
    return new


def read_note(note: Message) -> list[Agent]:
    """Mention whom the words of a new note name. No query when there is no @ in it."""
    if not _AT.search(note.text):
        return []
    colleagues = seeing.who_sees(note.conversation)
    return mention(note, named_in(note.text, colleagues), by=note.agent)


def seen(conversation: Conversation, *, by: Agent) -> bool:
    """They opened it: what mentioned them there is not new any more. False if nothing was."""
    unseen = Mention.objects.filter(conversation=conversation, agent=by, seen_at=None)
    return bool(unseen.update(seen_at=now()))
