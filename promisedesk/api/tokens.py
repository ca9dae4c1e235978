"""Keys for programs. A token is shown once, when it is made; the desk keeps its hash only.

Plain SHA-256 is enough, and quick: a token is 256 random bits, nobody tries them all.
"""

import hashlib
import secrets
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.agents.sessions import place_of
from promisedesk.api.models import Token
from promisedesk.api.verbs import ELSEWHERE, MADE, REVOKED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

PREFIX = "pd_"  # so that a token in a wrong place is recognised
USED_EVERY = timedelta(minutes=1)  # how exact `used_at` is: not a write a request
LONGEST = 200
MOST = 50  # living tokens of one agent
KNOWN_FOR = 90 * 24 * 3600  # seconds; an address that a token came from


@transaction.atomic
def make(agent: Agent, name: str, *, by: Agent | None = None) -> str:
    """A new token that acts as the agent: 46 characters, no blanks, told only this once.

    `by` None: made by the owner at the command line. Raises Refused without a name, or when
    the agent has too many.
    """
    demand(by, Deed.NOTE)
    name = " ".join(name.replace("\x00", "").split())[:100]
    if by is not None:
        if by.pk != agent.pk:
            raise Refused(_("Tokens are made by those whom they act as."))
        if not name:
            raise Refused(_("Give the token a name, so that you know later what it is for."))
        if agent.tokens.filter(revoked_at=None).count() >= MOST:
            raise Refused(_("That are many tokens. Revoke one that is not used first."))
    token = PREFIX + secrets.token_urlsafe(32)
    Token.objects.create(agent=agent, name=name, token_hash=_hash(token))
    record(MADE, by=by or agent, token=name, agent=agent.pk)
    return token


def find(token: str) -> Token | None:
    """The living token of an active agent, with its agent; None for any other text."""
    if not token or len(token) > LONGEST:
        return None
    return (
        Token.objects.filter(token_hash=_hash(token), revoked_at=None, agent__is_active=True)
        .select_related("agent")
        .first()
    )


@transaction.atomic
def revoke(token: Token, *, by: Agent | None = None) -> bool:
    """End a token now, for good; what it did stays. False if it had ended already.

    One's own, or as an admin anybody's; `by` None is the command line. Raises Refused.
    """
    if by is not None and by.pk != token.agent_id:
        demand(by, Deed.RUN)
    if not Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now()):
        return False
    record(REVOKED, by=by, token=token.name, to=token.agent.name, agent=token.agent_id)
    return True


def revoke_all_of(agent_id: int) -> int:
    """End every token of this agent; returns how many."""
    return Token.objects.filter(agent=agent_id, revoked_at=None).update(revoked_at=now())


def note_use(token: Token, request=None) -> None:
    """Remember that it was used, to the minute; and write down an address it is new at."""
    if token.used_at is not None and token.used_at >= now() - USED_EVERY:
        return
    was_used = token.used_at is not None
    Token.objects.filter(pk=token.pk).update(used_at=now())
    if request is not None:
        _note_place(token, place_of(request), was_used=was_used)


def _note_place(token: Token, place: dict[str, str], *, was_used: bool) -> None:
    key = f"token-at:{token.pk}:{hashlib.sha256(place['address'].encode()).hexdigest()[:16]}"
    some = f"token-known:{token.pk}"
    if cache.add(key, 1, KNOWN_FOR) and was_used and cache.get(some):
        record(ELSEWHERE, token=token.name, to=token.agent.name, agent=token.agent_id, **place)
    cache.set(some, 1, KNOWN_FOR)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
