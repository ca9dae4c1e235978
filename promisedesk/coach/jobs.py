"""What the worker does for the coach: reads moods, looks after heated answers."""

from promisedesk.coach import answering, heat, second_eyes, wanting
from promisedesk.core import work


@work.every(1)
def read_moods() -> int:
    """Read how customers felt who wrote just now."""
    return heat.read_due()


@work.every(10)
def look_after_held() -> int:
    """See to it that no answer waits for a second pair of eyes for ever."""
    return second_eyes.look_after_due()


@work.every(1, lanes=3)
def answer_writing_help() -> int:
    """Ask the shop's server what people asked for; a slow answer holds up nobody else."""
    return answering.answer_due()


@work.every(30)
def forget_writing_help() -> int:
    """Drop what was asked and answered an hour ago."""
    return wanting.forget()
