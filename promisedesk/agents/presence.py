"""Who has a conversation open, and who is writing in it.

A page says so every few seconds; whoever is silent for AWAY is gone. Nothing is kept: it is
a courtesy to those who look at the same conversation, not a record of anybody's work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.timezone import now

from promisedesk.agents.models import Agent, Presence
from promisedesk.core import waking

AWAY = timedelta(seconds=15)
BEAT_SECONDS = 6  # between words of a page that is open


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody who is there."""

    agent_id: int
    name: str
    is_typing: bool


def beat(conversation: int, agent: Agent, *, is_typing: bool = False) -> None:
    """The agent has this conversation (a number) open, and is writing in it or not.

    Who looks is woken only where that is news: most words of a page say nothing new.
    """
    mine = Presence.objects.filter(conversation_id=conversation, agent=agent)
    is_known = mine.filter(is_typing=is_typing, at__gt=now() - AWAY).exists()
    Presence.objects.bulk_create(
        [Presence(conversation_id=conversation, agent=agent, is_typing=is_typing, at=now())],
        update_conflicts=True,
        unique_fields=["conversation_id", "agent"],
        update_fields=["is_typing", "at"],
    )
    if not is_known:
        waking.ring()


def leave(conversation: int, agent: Agent) -> None:
    """The agent has closed it."""
    if Presence.objects.filter(conversation_id=conversation, agent=agent).delete()[0]:
        waking.ring()


def present() -> dict[int, tuple[Here, ...]]:
    """Who is where now, by the number of the conversation. One query of a small table."""
    found: dict[int, list[Here]] = {}
    rows = Presence.objects.filter(at__gt=now() - AWAY).order_by("conversation_id", "agent_id")
    for conversation, agent, name, is_typing in rows.values_list(
        "conversation_id", "agent_id", "agent__name", "is_typing"
    ):
        found.setdefault(conversation, []).append(Here(agent, name, is_typing))
    return {conversation: tuple(here) for conversation, here in found.items()}


def others(here: Iterable[Here], agent_id: int) -> list[Here]:
    """Those who are there beside this agent; whoever writes comes first."""
    return sorted(
        (one for one in here if one.agent_id != agent_id), key=lambda one: not one.is_typing
    )


def forget() -> int:
    """Remove those who went long ago; returns how many."""
    return Presence.objects.filter(at__lt=now() - AWAY * 4).delete()[0]
