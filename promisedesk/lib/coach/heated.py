"""Cooling off (R5): which replies would fan a flame, and what helps an upset customer."""

from __future__ import annotations

from .mood import Mood
from .tone import Act, acts_in

# Alone they make nobody angrier; two of them do.
MILD = frozenset({"impatient"})


def flames(reply: str, language: str) -> tuple[Act, ...]:
    """What in a reply would make an angry reader angrier, in the order of the text."""
    acts = acts_in(reply, language)
    if len(acts) > 1 or any(act.kind not in MILD for act in acts):
        return acts
    return ()


def is_heated(reply: str, language: str) -> bool:
    """Whether a reply to an angry message had better wait until its writer has cooled down."""
    return bool(flames(reply, language))


def advice(mood: Mood) -> tuple[str, ...]:
    """What to do for a customer of this mood, in this order; codes, said in `coach.words.heat`.

    An upset customer is led through answer, recognition, relief and resolution (S2).
    """
    if mood is Mood.ANGRY:
        return ("respond", "recognise", "relieve", "resolve")
    return ("recognise", "resolve") if mood is Mood.UNHAPPY else ()
