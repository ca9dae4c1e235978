"""Small answers kept for a few seconds: settings that every mail asks for.

Kept per process, and forgotten where a row they depend on is saved in this process, at once
and again at its commit (until then another thread still reads the old one); another process
sees the change within SECONDS.
"""

import time
from collections.abc import Callable
from functools import wraps

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

SECONDS = 5
_caches: list[dict] = []


def remembered(*models: type[Model]):
    """Keep what the function answers for its (hashable) arguments, until a `models` row changes.

    The answer is shared: nobody may change it.
    """

    def wrap(function: Callable):
        kept: dict[tuple, tuple[float, object]] = {}
        forgotten = 0  # how often: what was asked before that is not kept after it
        _caches.append(kept)

        @wraps(function)
        def ask(*args):
            found = kept.get(args)
            if found and time.monotonic() - found[0] < SECONDS:
                return found[1]
            before, answer = forgotten, function(*args)
            if len(kept) > 1000:
                kept.clear()
            if before == forgotten:
                kept[args] = (time.monotonic(), answer)
            return answer

        def forget():
            nonlocal forgotten
            forgotten += 1
            kept.clear()

        def changed(**_signal):
            forget()
            transaction.on_commit(forget)

        for model in models:
            post_save.connect(changed, sender=model, weak=False)
            post_delete.connect(changed, sender=model, weak=False)
        return ask

    return wrap


def forget_all() -> None:
    """Forget everything remembered (tests roll back behind our back)."""
    for kept in _caches:
        kept.clear()
