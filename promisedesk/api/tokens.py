"""Keys for programs. A token is shown once, when it is made; the desk keeps its hash only.

Plain SHA-256 is enough, and quick: a token is 256 random bits, nobody tries them all.
"""

import hashlib
import secrets
from datetime import timedelta

from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.api.models import Token

PREFIX = "pd_"  # so that a token in a wrong place is recognised
USED_EVERY = timedelta(minutes=1)  # how exact `used_at` is: not a write a request
LONGEST = 200


def make(agent: Agent, name: str) -> str:
    """A new token that acts as the agent: 46 characters, no blanks, told only this once."""
    token = PREFIX + secrets.token_urlsafe(32)
    Token.objects.create(agent=agent, name=name[:100], token_hash=_hash(token))
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


def revoke(token: Token) -> bool:
    """End a token now, for good; what it did stays. False if it had ended already."""
    return bool(Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now()))


def revoke_all_of(agent_id: int) -> int:
    """End every token of this agent; returns how many."""
    return Token.objects.filter(agent=agent_id, revoked_at=None).update(revoked_at=now())


def note_use(token: Token) -> None:
    """Remember that it was used, to the minute."""
    if token.used_at is None or token.used_at < now() - USED_EVERY:
        Token.objects.filter(pk=token.pk).update(used_at=now())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
