"""What the worker does for the coach: reads moods, looks after heated answers."""

from promisedesk.coach import heat, second_eyes
from promisedesk.core import work


@work.every(1)
def read_moods() -> int:
    """Read how customers felt who wrote just now."""
    return heat.read_due()


@work.every(10)
def look_after_held() -> int:
    """See to it that no answer waits for a second pair of eyes for ever."""
    return second_eyes.look_after_due()
