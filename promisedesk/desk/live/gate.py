"""Whose stream it is: the session cookie, asked when it opens and again every few seconds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.utils.timezone import now

from promisedesk.agents import sessions
from promisedesk.agents.middleware import MUST_ADD
from promisedesk.agents.models import Agent
from promisedesk.conversations.sight import Sight, sights_of


@dataclass(frozen=True, slots=True)
class Key:
    """A session, as it was when it was last asked: a change of either is looked into."""

    session: str
    data: str  # hash of what the row holds
    password: str  # hash of the agent's password: a new one ends all sessions

    def fits(self, data: str, password: str) -> bool:
        return self.data == _hash(data) and self.password == _hash(password)


@dataclass(frozen=True, slots=True)
class Visitor:
    agent_id: int
    key: Key
    sight: Sight


def visitor(session_key: str) -> Visitor | None:
    """Who is signed in with this session; None when nobody is who may see the desk."""
    row = Session.objects.filter(pk=session_key, expire_date__gt=now()).first()
    if not session_key or row is None:
        return None
    session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    agent = get_user(SimpleNamespace(session=session))  # it verifies the hash of the password
    if not isinstance(agent, Agent) or not agent.is_active or session.get(MUST_ADD):
        return None
    if not sessions.is_alive(session_key, agent.pk):
        return None
    key = Key(session_key, _hash(row.session_data), _hash(agent.password))
    sight = sights_of([agent.pk]).get(agent.pk)
    return Visitor(agent.pk, key, sight) if sight else None


def seen_now(keys: Iterable[tuple[Key, int]]) -> dict[Key, Sight | None]:
    """What each open session (with its agent's number) sees now; None where it has ended."""
    wanted = list(keys)
    agents = {agent for _key, agent in wanted}
    sights = sights_of(agents)
    passwords = dict(Agent.objects.filter(pk__in=agents).values_list("pk", "password"))
    theirs = sessions.agents_of(key.session for key, _agent in wanted)
    alive = Session.objects.filter(
        expire_date__gt=now(), pk__in={key.session for key, _a in wanted}
    )
    data = dict(alive.values_list("pk", "session_data"))
    found: dict[Key, Sight | None] = {}
    for key, agent in wanted:
        held = data.get(key.session)
        if held is None or agent not in sights or theirs.get(key.session) != agent:
            found[key] = None
        elif key.fits(held, passwords[agent]):
            found[key] = sights[agent]
        else:
            again = visitor(key.session)
            found[key] = again.sight if again and again.agent_id == agent else None
    return found


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
