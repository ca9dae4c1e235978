"""Many notices at once become one that counts: a storm of news is told as "137 of them".

A few come one by one. More than MOST_SINGLE within WINDOW are counted in one notice, which
grows until it is seen. A newcomer would get wrong: its push waits a little, so that what is
read on the lock screen is the whole number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from promisedesk.agents.models import Agent, Notice
from promisedesk.agents.noticing import Kind, wants
from promisedesk.core import waking

MOST_SINGLE = 3
WINDOW = timedelta(minutes=10)
SETTLES = timedelta(seconds=20)  # before a counted one is pushed


@dataclass(frozen=True, slots=True)
class News:
    """One thing an agent should know. `verb` is the event's name."""

    kind: Kind
    verb: str
    conversation: int
    data: dict[str, Any] = field(default_factory=dict)
    is_late: bool = False


def tell(agent: Agent, news: Sequence[News]) -> int:
    """Tell an agent, one by one or counted; how many of these they wanted to know.

    Call it in a transaction of one writer at a time (core.locks), or two counts may begin.
    """
    news = [one for one in news if wants(agent, one.kind)]
    if not news or not agent.is_active:
        return 0
    since = Notice.objects.filter(agent=agent, seen_at=None, created_at__gt=now() - WINDOW)
    counted = since.filter(data__has_key="gathered").order_by("-pk").first()
    if counted is not None:
        _add(counted, news)
    elif len(news) + since.filter(verb__in={one.verb for one in news}).count() > MOST_SINGLE:
        _begin(agent, news)
    else:
        Notice.objects.bulk_create(_single(agent, one) for one in news)
    waking.tell()
    return len(news)


def _single(agent: Agent, one: News) -> Notice:
    return Notice(
        agent=agent,
        verb=one.verb,
        conversation_id=one.conversation,
        data={"kind": one.kind, **({"late": True} if one.is_late else {}), **one.data},
        due_at=now() if wants(agent, "push") else None,
    )


def _counts(news: Sequence[News]) -> Counter[str]:
    found = Counter(str(one.kind) for one in news)
    found["late"] = sum(one.is_late for one in news)
    return found


def _begin(agent: Agent, news: Sequence[News]) -> None:
    Notice.objects.create(
        agent=agent,
        verb=news[0].verb,
        data={"kind": _loudest(_counts(news)), "gathered": dict(_counts(news))},
        due_at=now() + SETTLES if wants(agent, "push") else None,
    )


def _add(counted: Notice, news: Sequence[News]) -> None:
    sums = Counter(counted.data["gathered"]) + _counts(news)
    data = counted.data | {"kind": _loudest(sums), "gathered": dict(sums)}
    Notice.objects.filter(pk=counted.pk).update(data=data)


def _loudest(counts: Counter[str]) -> str:
    """What the icon shows: a missed promise before one that will be due."""
    return str(Kind.DUE_SOON if set(+counts) <= {"due_soon", "late"} else Kind.BROKEN)
