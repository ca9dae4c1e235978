"""A customer's question starts a promise: when the answer comes, by the rule of its inbox.

One answer is owed a conversation at a time. A second question before it does not move
the time; a question after it starts the next promise.
"""

from datetime import datetime

from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.ranking import rank
from promisedesk.core import rows
from promisedesk.core.events import record
from promisedesk.promises import acknowledging, policies
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import MADE


def promise_answer(
    conversation: Conversation,
    message: Message,
    *,
    is_first: bool = False,
    is_told: bool = False,
    counted_from: datetime | None = None,
) -> Promise | None:
    """Promise an answer to this message of the customer, counted from its arrival.

    `is_first`: nothing can be owed yet. `is_told`: acknowledge it by mail. `counted_from`:
    another moment than the arrival. None when an answer is owed already. Call it in the
    transaction that took the message in.
    """
    if conversation.parent_id:  # a supplier is promised nothing
        return None
    if not is_first and _answer_owed(conversation):
        return None
    policy = policies.policy_of(conversation.inbox)
    version = policy.calendar.version
    made_at = counted_from or message.created_at
    counted = policies.would_promise(policy, made_at)
    promise = Promise(
        conversation=conversation,
        contact=conversation.contact,
        made_at=made_at,
        due_at=counted.due_at,
        target=policy.target,
        calendar_version=version,
        time_zone=told_zone(conversation, policies.work_calendar(version).time_zone),
        asked_by=message,
    )
    if is_told:
        promise.told_by = acknowledging.acknowledge(promise, message)
    rows.insert(promise)
    rank(conversation, promise.due_at, promise.made_at)
    record_promise(MADE, promise, at=promise.made_at)
    return promise


def told_zone(conversation: Conversation, shop_zone: str) -> str:
    """The zone a time is told in: the customer's own when we know it, else the shop's."""
    return conversation.contact.time_zone or shop_zone


def _answer_owed(conversation: Conversation) -> bool:
    return (
        Promise.objects.owed().filter(conversation=conversation, kind=Promise.Kind.ANSWER).exists()
    )


def record_promise(verb, promise: Promise, *, by=None, at: datetime | None = None) -> None:
    """An event about a promise, with the facts its sentence needs."""
    record(
        verb,
        by=by,
        conversation=promise.conversation,
        contact=promise.contact,
        at=at,
        promise=promise.pk,
        due_at=promise.due_at.isoformat(),
    )
