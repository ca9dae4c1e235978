"""How a customer felt when they wrote, as it is kept: marks of messages, a column of the row.

Reading it out of the words is the coach's (coach.heat); here is only what it means.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.conversations.models import Conversation, Message

CALM, UNHAPPY, ANGRY = "calm", "unhappy", "angry"
SAYS = {
    ANGRY: pgettext_lazy("a mood", "Angry"),
    UNHAPPY: pgettext_lazy("a mood", "Unhappy"),
    CALM: pgettext_lazy("a mood", "Calm"),
}
SOUNDS = {ANGRY: _("Sounds angry"), UNHAPPY: _("Sounds unhappy")}
MARK = "mood:"  # of a message: "mood:angry"
DENIED = "mood:denied"  # somebody said that it is not so
LOOKED_AT = 30  # messages; who wrote more without an answer has shown their mood


def said(marks: Iterable[str]) -> str:
    """The mood in the marks of a message; CALM where there is none, or it was denied."""
    marks = set(marks)
    if DENIED in marks:
        return CALM
    return next((one for one in (ANGRY, UNHAPPY) if MARK + one in marks), CALM)


def with_mood(marks: Iterable[str], mood: str) -> list[str]:
    """The marks with another mood: ANGRY, UNHAPPY, CALM or "denied"."""
    rest = [one for one in marks if not one.startswith(MARK)]
    return rest if mood == CALM else [*rest, MARK + mood]


def settle(conversation: Conversation) -> str:
    """Bring the mood of a row (as it is now: locked, or just read) up to date; returns it.

    It is the worst since our last answer, and stays when we answer: until they write again
    nobody knows better. One query, two if it differs.
    """
    found = _worst(conversation)
    kept = None if found == CALM else found
    if conversation.mood != kept:
        Conversation.objects.filter(pk=conversation.pk).update(mood=kept)
        conversation.mood = kept
    return found


def _worst(conversation: Conversation) -> str:
    talk = conversation.messages.filter(automatic=False).exclude(direction=Message.Direction.NOTE)
    newest = talk.order_by("-created_at", "-id").values_list("direction", "marks")[:LOOKED_AT]
    theirs: list[str] = []
    for direction, marks in newest:
        if direction == Message.Direction.IN:
            theirs.append(said(marks))
        elif theirs:
            break
    return next((one for one in (ANGRY, UNHAPPY) if one in theirs), CALM)
