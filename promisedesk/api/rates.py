"""How often one may ask: counted a token, and an address for those without one.

Windows of six seconds: 300 at once, 50 a second in the long run. One program that runs
wild gets 429 and hurts nobody else.
"""

import time

from django.core.cache import cache

from promisedesk.api.problems import Problem

WINDOW = 6  # seconds
PER_TOKEN = 300  # requests a window
PER_ADDRESS = 60


def count(who: str, allowed: int) -> None:
    """Count one request of `who`. Raises Problem 429 when it is one too many."""
    window, inside = divmod(time.time(), WINDOW)
    key = f"api-rate:{who}:{int(window)}"
    cache.add(key, 0, WINDOW * 2)
    try:
        counted = cache.incr(key)
    except ValueError:  # thrown out of a full cache meanwhile: begin again
        cache.set(key, 1, WINDOW * 2)
        counted = 1
    if counted > allowed:
        wait = max(1, round(WINDOW - inside + 0.5))
        raise Problem(
            429,
            f"Too many requests. Try again in {wait} s.",
            headers={"Retry-After": str(wait)},
        )
