"""Telling agents what concerns them: given to them, named in a note, written to them, due, broken.

A notice is written in the transaction of the deed, so it is there exactly when the deed is.
Which kinds somebody wants, and whether by push as well, is theirs to say (Agent.wishes).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Notice, PushSubscription
from promisedesk.core import waking
from promisedesk.core.events import Verb

LISTED = 100  # of the newest; older ones are history
KEPT_DAYS = 60


class Kind(StrEnum):
    GIVEN = "given"
    NAMED = "named"
    WROTE = "wrote"
    SIDE = "side"
    DUE_SOON = "due_soon"
    BROKEN = "broken"
    ESCALATED = "escalated"
    URGENT = "urgent"
    NOT_SENT = "not_sent"
    RULE = "rule"
    FACTOR = "factor"
    SECOND_EYES = "second_eyes"
    FLARE = "flare"


SAYS = {
    Kind.GIVEN: _("Somebody gives me a conversation"),
    Kind.NAMED: _("Somebody names me in a note"),
    Kind.WROTE: _("A customer writes in a conversation of mine, or one I follow"),
    Kind.SIDE: _("A supplier or courier answers in a conversation of mine"),
    Kind.DUE_SOON: _("A promise of mine will soon be due"),
    Kind.BROKEN: _("A promise of mine is missed"),
    Kind.ESCALATED: _("A missed promise of others is passed on to me"),
    Kind.NOT_SENT: _("An answer of mine meant for later was not sent"),
    Kind.SECOND_EYES: _("A heated answer wants a second pair of eyes, or mine comes back"),
    Kind.FLARE: _("A customer writes in anger twice in a row"),
    Kind.RULE: _("A rule of the desk tells me something"),
}
# Told whatever one wishes: how to get in was changed, somebody is called.
ALWAYS = {Kind.FACTOR, Kind.URGENT}
WAYS = ("browser", "sound", "push")


def wants(agent: Agent, what: str) -> bool:
    """Whether the agent wishes a kind of notice, or a way. Kinds are on until switched off."""
    if what in WAYS:
        return bool(agent.wishes.get(what))
    return what in ALWAYS or what not in agent.wishes.get("not", ())


def wish(agent: Agent, kinds: Iterable[str], ways: Iterable[str]) -> None:
    """Keep which kinds this agent wants to be told, and by which ways besides the bell."""
    wanted = set(kinds)
    chosen = {way: way in set(ways) for way in WAYS}
    agent.wishes = agent.wishes | chosen | {"not": [one for one in Kind if one not in wanted]}
    agent.save(update_fields=["wishes"])


def notice(
    agents: Iterable[Agent],
    kind: Kind,
    verb: Verb,
    *,
    by: Agent | None = None,
    conversation: Any = None,
    **data: Any,
) -> int:
    """Write a notice for each of these who wants it, but for whoever did it. How many."""
    told = [agent for agent in agents if agent != by and agent.is_active and wants(agent, kind)]
    Notice.objects.bulk_create(
        Notice(
            agent=agent,
            verb=verb.name,
            by=by,
            conversation_id=conversation and conversation.pk,
            data={"kind": kind, **data},
            due_at=now() if kind == Kind.URGENT or wants(agent, "push") else None,
        )
        for agent in told
    )
    if told:
        waking.tell()
    return len(told)


def of(agent: Agent) -> QuerySet[Notice]:
    """The agent's notices, newest first."""
    return Notice.objects.filter(agent=agent).select_related("by").order_by("-pk")


def waiting(agents: Iterable[int]) -> dict[int, tuple[int, int]]:
    """(how many were not seen, the newest one's number) of each of these that has any."""
    unseen = Notice.objects.filter(agent__in=set(agents), seen_at=None).values("agent")
    found = unseen.annotate(count=Count("pk"), newest=Max("pk")).order_by()
    return {row["agent"]: (row["count"], row["newest"]) for row in found}


def see(agent: Agent, *, conversation: int | None = None, only: str = "") -> int:
    """Mark as seen: all, those of a conversation (a number), or one (a public id). How many."""
    unseen = Notice.objects.filter(agent=agent, seen_at=None)
    if conversation is not None:
        unseen = unseen.filter(conversation_id=conversation)
    if only:
        unseen = unseen.filter(public_id=only)
    if not unseen.exists():  # a plain read: an open page must not take SQLite's write lock
        return 0
    # What was seen on the page need not be pushed any more.
    seen = unseen.update(seen_at=now(), due_at=None)
    if seen:
        waking.ring()
    return seen


def subscribe(agent: Agent, endpoint: str, p256dh: str, auth: str, browser: str = "") -> None:
    """Push notices to this browser from now on, whoever's it was before."""
    PushSubscription.objects.update_or_create(
        endpoint=endpoint,
        defaults={
            "agent": agent,
            "p256dh": p256dh,
            "auth": auth,
            "browser": browser[:200],
            "failing_since": None,
        },
    )


def unsubscribe(agent: Agent, endpoint: str) -> int:
    """Push nothing to this browser any more. 0 if it was none of theirs."""
    return PushSubscription.objects.filter(agent=agent, endpoint=endpoint).delete()[0]
