"""Waiting for something slow, but not for ever."""

import threading
from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import get_language, override

Found = TypeVar("Found")


def within(seconds: float, job: Callable[[], Found]) -> Found:
    """What `job` returns or raises; TimeoutError if it takes longer.

    It goes on in the background then, in a thread that does not keep a stopping desk alive:
    a pool of concurrent.futures would be waited for at exit.
    """
    done: list[tuple[Found | None, BaseException | None]] = []

    language = get_language()  # a new thread would speak English

    def run() -> None:
        try:
            with override(language):
                done.append((job(), None))
        except BaseException as error:
            done.append((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not done:
        raise TimeoutError
    found, error = done[0]
    if error is not None:
        raise error
    return found
