"""Where an agent is signed in: each browser, when it was last seen, and ending them.

A session ends by its row going away in Django's table: the next request of that browser is
nobody's. Live streams ask `is_alive` now and then.
"""

import time
from collections.abc import Iterable
from importlib import import_module

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent, Session
from promisedesk.agents.people import only_admins
from promisedesk.agents.verbs import SESSION_ENDED, SESSIONS_ENDED
from promisedesk.core.events import record

SEEN_EVERY = 300  # seconds; how exact `seen_at` is: not a write a request
_seen: dict[str, float] = {}  # session key -> monotonic time of the last write, a process


def place_of(request) -> dict[str, str]:
    """Where a request comes from, as the log keeps it: its IP address and its browser."""
    return {
        "address": request.META.get("REMOTE_ADDR", "")[:64],
        "browser": request.META.get("HTTP_USER_AGENT", "")[:300],
    }


def begin(request, agent: Agent) -> None:
    """Remember this browser's session; Django has just given it its key."""
    if not request.session.session_key:
        request.session.save()
    Session.objects.update_or_create(
        key=request.session.session_key,
        defaults={"agent": agent, "seen_at": now(), **place_of(request)},
    )
    _seen[request.session.session_key] = time.monotonic()


def touch(request) -> None:
    """Note that a signed-in browser is there, every few minutes."""
    key = request.session.session_key
    if time.monotonic() - _seen.get(key, float("-inf")) < SEEN_EVERY:
        return
    if len(_seen) > 10_000:
        _seen.clear()
    _seen[key] = time.monotonic()
    found = Session.objects.filter(key=key)
    if not found.update(seen_at=now(), address=place_of(request)["address"]):
        begin(request, request.user)


def of(agent: Agent) -> list[Session]:
    """Their living sessions, the last seen first; those that ran out are tidied away."""
    rows = list(agent.sessions.order_by("-seen_at"))
    alive = [row for row in rows if _store().exists(row.key)]
    Session.objects.filter(pk__in={row.pk for row in rows} - {row.pk for row in alive}).delete()
    return alive


def is_alive(key: str, agent_id: int) -> bool:
    """Whether this session is still one of this agent, who still works here."""
    return Session.objects.filter(
        key=key, agent=agent_id, agent__is_active=True
    ).exists() and _store().exists(key)


def agents_of(keys: Iterable[str]) -> dict[str, int]:
    """Those of the sessions that are still somebody's who works here: key and agent's number.

    Asked by the open streams, for all of them at once.
    """
    rows = Session.objects.filter(key__in=set(keys), agent__is_active=True)
    return dict(rows.values_list("key", "agent"))


@transaction.atomic
def end(session: Session, *, by: Agent) -> None:
    """End one session: one's own, or as an admin anybody's. Raises Refused."""
    if session.agent_id != by.pk:
        only_admins(by)
    _end([session])
    record(SESSION_ENDED, by=by, to=session.agent.name, agent=session.agent_id)


@transaction.atomic
def end_others(agent: Agent, *, besides: str = "", by: Agent) -> int:
    """End every session of an agent but that of the key `besides`; returns how many."""
    if agent.pk != by.pk:
        only_admins(by)
    ended = end_all(agent, besides=besides)
    record(SESSIONS_ENDED, by=by, to=agent.name, agent=agent.pk, count=ended)
    return ended


def end_all(agent: Agent, *, besides: str = "") -> int:
    """The same, as a part of something else that is recorded."""
    rows = list(agent.sessions.exclude(key=besides))
    _end(rows)
    return len(rows)


def _end(rows: list[Session]) -> None:
    for row in rows:
        _store().delete(row.key)
        _seen.pop(row.key, None)
    Session.objects.filter(pk__in=[row.pk for row in rows]).delete()


def _store():
    return import_module(settings.SESSION_ENGINE).SessionStore()


def _signed_in(request, user, **_signal) -> None:
    begin(request, user)


def _signed_out(request, user, **_signal) -> None:
    if user is not None and request.session.session_key:
        Session.objects.filter(key=request.session.session_key).delete()


user_logged_in.connect(_signed_in, dispatch_uid="agents.sessions.in")
user_logged_out.connect(_signed_out, dispatch_uid="agents.sessions.out")
