"""How often an account's secrets may be guessed: the codes, and the password once inside.

At the door allauth counts wrong passwords (10 in 15 minutes, adapter.py). Here are all the
others together, so that over every way at most 20 tries of an account are looked at.
"""

import time

from django.core.cache import cache
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.core.errors import Refused

MOST = 10
WITHIN = 15 * 60  # seconds


def count(agent: Agent) -> None:
    """Count one try before it is looked at. Raises Refused when it is one too many."""
    key = _key(agent)
    cache.add(key, 0, WITHIN * 2)
    try:
        counted = cache.incr(key)
    except ValueError:  # thrown out of a full cache meanwhile: begin again
        cache.set(key, counted := 1, WITHIN * 2)
    if counted > MOST:
        raise Refused(_("Too many tries. Wait 15 minutes, then try again."))


def forget(agent: Agent) -> None:
    """One was right: what was counted is no guessing."""
    cache.delete(_key(agent))


def _key(agent: Agent) -> str:
    return f"tries:{agent.pk}:{int(time.time() // WITHIN)}"
