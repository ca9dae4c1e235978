"""What agents are told by letter: gathered to one letter a person, at most one in APART.

Here is only what a letter has to tell, and when; how it leaves is the channel's business
(channels.email.calling). A letter that went out as the worker died may go twice: with the same
Message-ID, so that mail programs show it once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.core import leases
from promisedesk.promises.models import AgentLetter

APART = timedelta(minutes=10)  # between two letters to one person
APART_URGENT = timedelta(minutes=1)
NAMED = 10  # conversations named in a letter; the rest is counted
GIVE_UP = 30  # tries, over half a day: what it tells is no news any more


def write(agent: Agent, missed: Iterable[str] = (), urgent: Iterable[str] = ()) -> None:
    """Have a letter tell of these conversations (public ids). Call it in a transaction."""
    missed, urgent = list(missed), list(urgent)
    AgentLetter.objects.bulk_create([AgentLetter(agent=agent, due_at=None)], ignore_conflicts=True)
    letter = AgentLetter.objects.select_for_update().get(agent=agent)
    waiting = joined(letter.waiting, content(missed, urgent))
    apart = APART_URGENT if urgent else APART
    due_at = max(now(), letter.sent_at + apart) if letter.sent_at else now()
    if letter.due_at is not None and not urgent:
        due_at = letter.due_at
    AgentLetter.objects.filter(pk=letter.pk).update(waiting=waiting, due_at=due_at)


def content(missed: list[str], urgent: list[str]) -> dict[str, Any]:
    return {"missed": len(missed), "urgent": urgent[:NAMED], "named": missed[:NAMED]}


def joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What both tell."""

    def some(key: str) -> list[str]:
        return list(dict.fromkeys([*one.get(key, []), *other.get(key, [])]))[:NAMED]

    return {
        "missed": one.get("missed", 0) + other.get("missed", 0),
        "named": some("named"),
        "urgent": some("urgent"),
    }


@transaction.atomic
def take_up(letter: AgentLetter) -> AgentLetter:
    """Fix what this letter tells, so that what comes meanwhile is in the next."""
    letter = AgentLetter.objects.select_for_update().select_related("agent").get(pk=letter.pk)
    if not letter.leaving:
        letter.number += 1
    letter.leaving, letter.waiting = joined(letter.leaving, letter.waiting), {}
    letter.save(update_fields=["leaving", "waiting", "number"])
    return letter


@transaction.atomic
def sent(letter: AgentLetter, at: datetime) -> None:
    """It left: the next one, if anything came meanwhile, is due later."""
    row = AgentLetter.objects.select_for_update().get(pk=letter.pk)
    again = APART_URGENT if row.waiting.get("urgent") else APART
    AgentLetter.objects.filter(pk=letter.pk).update(
        leaving={},
        sent_at=at,
        attempts=0,
        last_error="",
        due_at=at + again if row.waiting else None,
    )


def failed(letter: AgentLetter, why: str) -> None:
    """Try again later, not for ever."""
    if letter.attempts >= GIVE_UP:
        AgentLetter.objects.filter(pk=letter.pk).update(
            due_at=None, leaving={}, attempts=0, last_error=why[:500]
        )
        return
    again = now() + leases.backoff(letter.attempts, first=30)
    AgentLetter.objects.filter(pk=letter.pk).update(due_at=again, last_error=why[:500])
