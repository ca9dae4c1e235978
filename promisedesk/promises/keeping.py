"""A promise is settled when the answer was handed over, not when a button was pressed."""

from datetime import datetime

from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.ranking import rank
from promisedesk.promises.making import promise_answer, record_promise
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import KEPT, MADE_GOOD, WITHDRAWN


def settle(answer: Message, sent_at: datetime) -> None:
    """The answer left: what was owed is kept, or made good late.

    Only promises made before the answer was written are settled by it. If the customer
    wrote again in between, the next promise starts from that message.
    """
    conversation = answer.conversation
    owed = Promise.objects.owed().filter(
        conversation=conversation, kind=Promise.Kind.ANSWER, made_at__lte=answer.created_at
    )
    owed = owed.select_for_update()  # two answers may leave at once; one of them settles it
    for promise in owed:
        in_time = promise.state == Promise.State.RUNNING and sent_at <= promise.due_at
        promise.state = Promise.State.KEPT if in_time else Promise.State.BROKEN
        promise.settled_at, promise.settled_by = sent_at, answer
        promise.save(update_fields=["state", "settled_at", "settled_by"])
        record_promise(KEPT if in_time else MADE_GOOD, promise, by=answer.agent, at=sent_at)
    # Also waits for a mail that is being taken in: it has touched the conversation's row.
    rank_by_promises(conversation)
    unanswered = first_unanswered(conversation, since=answer.created_at)
    if unanswered:
        promise_answer(conversation, unanswered)


def first_unanswered(conversation: Conversation, since: datetime | None = None) -> Message | None:
    """The oldest message of the customer after `since`, or after our last answer."""
    if since is None:
        since = (
            conversation.messages.filter(direction=Message.Direction.OUT, automatic=False)
            .order_by("-created_at")
            .values_list("created_at", flat=True)
            .first()
        )
    theirs = conversation.messages.filter(direction=Message.Direction.IN, automatic=False)
    if since is not None:
        theirs = theirs.filter(created_at__gt=since)
    return theirs.order_by("created_at", "id").first()


def withdraw(conversation: Conversation, *, by=None) -> None:
    """Take back what is still running (spam). What was broken stays broken."""
    for promise in Promise.objects.in_state("running").filter(conversation=conversation):
        promise.state = Promise.State.WITHDRAWN
        promise.save(update_fields=["state"])
        record_promise(WITHDRAWN, promise, by=by)
    rank(conversation, None, None)


def rank_by_promises(conversation: Conversation) -> None:
    """Put the conversation where its nearest unfulfilled promise says."""
    nearest = (
        Promise.objects.owed()
        .filter(conversation=conversation)
        .order_by("due_at")
        .values_list("due_at", "made_at")
        .first()
    )
    rank(conversation, *(nearest or (None, None)))
