"""A customer's question starts a promise: when the answer comes, by the first policy that matches.

One answer is owed a conversation at a time. A second question before it does not move
the time; a question after it starts the next promise.
"""

from datetime import datetime

from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.ranking import rank
from promisedesk.core import rows
from promisedesk.promises import acknowledging, honesty, policies, resolutions, standing
from promisedesk.promises.models import Promise
from promisedesk.promises.policies import Terms
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import MADE, OWED_AGAIN

AS_BEFORE = (
    "made_at", "due_at", "target_due_at", "target", "policy", "calendar_version", "time_zone",
)  # fmt: skip


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
    made_at = counted_from or message.created_at
    terms = policies.terms_for(conversation, made_at)
    target = terms.target if is_first else _next_target(conversation, terms)
    due_at = terms.due_at(made_at, target)
    offered = honesty.offered(conversation, terms, made_at, due_at) if is_told else due_at
    promise = Promise(
        conversation=conversation,
        contact=conversation.contact,
        made_at=made_at,
        due_at=offered,
        target_due_at=due_at if offered != due_at else None,
        target=target,
        policy=terms.policy,
        calendar_version=terms.version,
        time_zone=told_zone(conversation, terms.calendar.time_zone),
        asked_by=message,
    )
    if is_told:
        promise.told_by = acknowledging.acknowledge(promise, message)
    rows.insert(promise)
    record_promise(MADE, promise, at=promise.made_at)
    if is_first and not terms.resolution_target:
        rank(conversation, promise.due_at, promise.made_at, promise.due_at)
        return promise
    resolutions.follow(conversation, terms=terms, asked_by=message)
    standing.rank_by_promises(conversation)
    return promise


def owe_again(
    conversation: Conversation, question: Message, *, is_told: bool = False
) -> Promise | None:
    """What nobody answered is owed again, as it was promised before: opened by hand, no spam.

    What was withdrawn is promised for the same hour, whatever has been changed since; what was
    missed stays missed, once, and is owed still. None when another answer is owed, or it was
    answered elsewhere.
    """
    asked = Promise.objects.filter(kind=Promise.Kind.ANSWER, asked_by=question)
    before = asked.order_by("-pk").first()
    if before is None:
        return promise_answer(conversation, question, is_told=is_told)
    if _answer_owed(conversation) or before.state == Promise.State.KEPT or before.settled_by_id:
        return None
    if before.state != Promise.State.WITHDRAWN:
        return _owed_still(conversation, before)
    promise = Promise(
        conversation=conversation,
        contact=conversation.contact,
        renews=before if before.renews_id else None,
        asked_by=question,
        **{name: getattr(before, name) for name in AS_BEFORE},
    )
    if is_told:
        promise.told_by = acknowledging.acknowledge(promise, question)
    rows.insert(promise)
    record_promise(MADE, promise, at=promise.made_at)
    standing.rank_by_promises(conversation)
    return promise


def _owed_still(conversation: Conversation, promise: Promise) -> Promise | None:
    """It was let go when it had been missed already."""
    let_go = Promise.objects.filter(pk=promise.pk, renewed_at=None).exclude(settled_at=None)
    if not let_go.update(settled_at=None, conversation=conversation):
        return None
    promise.refresh_from_db()
    record_promise(OWED_AGAIN, promise)
    standing.rank_by_promises(conversation)
    return promise


def told_zone(conversation: Conversation, shop_zone: str) -> str:
    """The zone a time is told in: the customer's own when we know it, else the shop's."""
    return conversation.contact.time_zone or shop_zone


def _answer_owed(conversation: Conversation) -> bool:
    owed = Promise.objects.owed().filter(conversation=conversation, kind=Promise.Kind.ANSWER)
    return owed.exists()


def _next_target(conversation: Conversation, terms: Terms) -> str:
    """The first answer may have another target than those after it."""
    if terms.next_target == terms.target:
        return terms.target
    ours = conversation.messages.filter(direction=Message.Direction.OUT, automatic=False)
    return terms.next_target if ours.exists() else terms.target
