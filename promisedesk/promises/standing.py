"""What is owed in a conversation, and so its place in the list."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from promisedesk.conversations.models import Conversation
from promisedesk.conversations.ranking import rank
from promisedesk.promises.models import Promise

ANSWER = Promise.Kind.ANSWER


def owed_in(conversation: int) -> QuerySet[Promise]:
    """What is owed in a conversation (a number), also for messages that came in another one.

    A conversation owes one answer at a time. Of two that were put together the second's stays
    where it was made, and is settled here, where its question stands.
    """
    here = Promise.objects.owed().filter(asked_by__conversation=conversation, kind=ANSWER)
    elsewhere = here.exclude(conversation=conversation).values_list("pk", flat=True)
    owed = Q(conversation=conversation) | Q(pk__in=list(elsewhere))
    return Promise.objects.owed().filter(owed)


def hold(conversation: int) -> None:
    """Nobody else changes the conversation (a number) until the transaction ends.

    Always before its promises are locked, as mail taken in and answers do: else two of them
    wait for each other.
    """
    row = Conversation.objects.filter(pk=conversation).select_for_update(no_key=True)
    row.values_list("pk", flat=True).first()


def rank_by_promises(conversation: Conversation) -> None:
    """Put the conversation where its nearest unfulfilled promise says; spam stands nowhere."""
    if conversation.state == Conversation.State.SPAM:
        rank(conversation, None, None)
        return
    owed = owed_in(conversation.pk).order_by("due_at", "pk")
    rows = list(owed.values_list("due_at", "made_at", "pk", "conversation", "kind"))
    answers = [row for row in rows if row[4] == ANSWER]
    if answers and all(row[3] != conversation.pk for row in answers):
        # One that had waited in the shell of a merged conversation is the one owed now.
        Promise.objects.filter(pk=answers[0][2]).update(conversation=conversation)
    nearest = rows[0][:2] if rows else (None, None)
    rank(conversation, *nearest, answers[0][0] if answers else None)
