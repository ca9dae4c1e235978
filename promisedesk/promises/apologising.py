"""Ready apologies for the promise that was last broken in a conversation."""

from __future__ import annotations

from promisedesk.conversations.models import Conversation
from promisedesk.lib import apologies, money, phrases
from promisedesk.promises import acknowledging
from promisedesk.promises.models import Compensation, Promise


def broken_in(conversation: Conversation) -> Promise | None:
    """The promise to the customer that was missed last, made good late or not. One query."""
    missed = Promise.objects.in_state("broken").filter(conversation=conversation)
    missed = missed.exclude(kind=Promise.Kind.RESOLUTION)  # nobody was told of those
    return missed.order_by("-due_at", "-pk").first()


def texts_for(promise: Promise, conversation: Conversation) -> list[str]:
    """In the customer's language, the shortest first."""
    language = acknowledging.letter_language(conversation)
    by = phrases.promise_phrase(promise.due_at, promise.time_zone, language, promise.made_at)
    is_told = promise.told_at is not None or promise.kind == Promise.Kind.COMMITMENT
    is_answer = promise.kind == Promise.Kind.ANSWER
    return apologies.apologies(language, by if is_told else "", is_answer=is_answer)


def sentence_for(compensation: Compensation) -> str:
    """What the customer gets, in their language."""
    language = acknowledging.letter_language(compensation.conversation)
    cost = money.said(compensation.cost, compensation.currency, language)
    return apologies.making_good(language, compensation.kind, cost, compensation.code)
