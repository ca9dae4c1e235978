"""A promise is settled when the answer was handed over, not when a button was pressed.

What answers what is told by the order of rows (pk), never by clocks: a mail's time is that
of another machine, and our answers leave in any order.
"""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import now

from promisedesk.conversations.history import OLD
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.conversations.ranking import rank
from promisedesk.lib.thanks import MARK as THANKS
from promisedesk.promises.making import promise_answer, record_promise
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import KEPT, LET_GO, MADE_GOOD, WITHDRAWN


def settle(answer: Message, sent_at: datetime) -> None:
    """The answer left: what was owed is kept, or made good late.

    Only promises for messages we had when the answer was written are settled by it. What
    the customer wrote since, and no answer of ours followed, starts the next promise.
    """
    is_spam = _state_around(answer) == Conversation.State.SPAM
    conversation = answer.conversation
    for promise in _asked_before(answer):
        _settle(promise, answer, sent_at)
    if is_spam:
        return  # whoever wrote it there is promised nothing; what was owed is done
    rank_by_promises(conversation)
    unanswered = first_unanswered(conversation)
    if unanswered:
        promise_answer(conversation, unanswered)


def came_back(answer: Message, at: datetime) -> None:
    """The answer bounced: the customer has nothing, so the answer is owed anew from now on.

    What it settled stays as it was recorded (docs/decisions/0009).
    """
    if _state_around(answer) == Conversation.State.SPAM:
        return
    conversation = answer.conversation
    unanswered = first_unanswered(conversation)
    if unanswered and unanswered.pk < answer.pk:
        promise_answer(conversation, unanswered, counted_from=at)


def _state_locked(conversation: Conversation) -> str:
    """The state as it is now, and nobody changes the conversation until we are done.

    Always the conversation first and its promises after, as mail taken in and spam do: else
    two of them wait for each other. `no_key`: rows that point at it may come meanwhile.
    """
    row = Conversation.objects.filter(pk=conversation.pk).select_for_update(no_key=True)
    return row.values_list("state", flat=True).get()


def _state_around(answer: Message) -> str:
    """The same of the conversation an answer is in, which may have been merged into another
    while we waited for it: then of that one, which is the answer's from now on."""
    answer.refresh_from_db(fields=["conversation"])
    number: int | None = answer.conversation_id
    while number is not None:
        row = Conversation.objects.filter(pk=number).select_for_update(no_key=True)
        place, (state, number) = number, row.values_list("state", "merged_into").get()
    if place != answer.conversation_id:
        answer.conversation = Conversation.objects.select_related("contact", "inbox").get(pk=place)
    return state


def _asked_before(answer: Message):
    """The promises owed for messages that were here when this answer was written."""
    asked = Q(asked_by__lt=answer.pk) | Q(asked_by=None, made_at__lte=answer.created_at)
    owed = _owed_in(answer.conversation_id).filter(asked, kind=Promise.Kind.ANSWER)
    return owed.select_for_update(of=("self",), no_key=True)  # the sweeper breaks them


def _owed_in(conversation: int) -> QuerySet[Promise]:
    """What is owed in a conversation, also for messages that came in another one.

    A conversation owes one answer at a time. Of two that were put together the second's stays
    where it was made, and is settled here, where its question stands.
    """
    here = Promise.objects.owed().filter(asked_by__conversation=conversation)
    elsewhere = here.exclude(conversation=conversation).values_list("pk", flat=True)
    owed = Q(conversation=conversation) | Q(pk__in=list(elsewhere))
    return Promise.objects.owed().filter(owed)


def _settle(promise: Promise, answer: Message, sent_at: datetime) -> None:
    """Kept by the moment of the handing over alone.

    The sweeper may have called it broken while this waited to be written down: in truth the
    answer had left before it was due.
    """
    in_time = sent_at <= promise.due_at
    promise.state = Promise.State.KEPT if in_time else Promise.State.BROKEN
    promise.settled_at, promise.settled_by = sent_at, answer
    promise.save(update_fields=["state", "settled_at", "settled_by"])
    record_promise(KEPT if in_time else MADE_GOOD, promise, by=answer.agent, at=sent_at)


def first_unanswered(conversation: Conversation) -> Message | None:
    """The customer's oldest message above our newest answer that left and did not come back."""
    answered = _newest_answer(conversation)
    theirs = conversation.messages.filter(direction=Message.Direction.IN, automatic=False)
    # An old letter taken over later has a number above answers that are still on their way.
    waiting = theirs.filter(pk__gt=answered)
    for mark in (OLD, THANKS):
        waiting = waiting.exclude(marks__icontains=f'"{mark}"')
    return waiting.order_by("pk").first()


def _newest_answer(conversation: Conversation) -> int:
    """The number of our newest answer that left and did not come back; 0 if there is none."""
    answers = conversation.messages.filter(
        direction=Message.Direction.OUT,
        automatic=False,
        deliveries__state=Delivery.State.SENT,
        deliveries__is_copy=False,
    )
    return answers.order_by("-pk").values_list("pk", flat=True).first() or 0


def is_being_answered(conversation: Conversation, question: Message) -> bool:
    """Whether an answer to it is written and on its way."""
    answers = conversation.messages.filter(
        direction=Message.Direction.OUT, automatic=False, pk__gt=question.pk
    )
    lost = [Delivery.State.FAILED, Delivery.State.BOUNCED]
    going = Delivery.objects.filter(message__in=answers, is_copy=False)
    return going.exclude(state__in=lost).exists()


def let_go(conversation: Conversation, *, by=None) -> None:
    """Somebody resolved it without an answer and said why (docs/decisions/0013).

    What still runs is withdrawn: neither kept nor missed, as nobody can tell. What is due stays
    broken for ever, and is owed no more from now on.
    """
    _state_locked(conversation)
    at = now()
    for promise in _owed_in(conversation.pk).select_for_update(of=("self",), no_key=True):
        if promise.due_at > at:
            _withdraw(promise, by)
            continue
        promise.state, promise.settled_at = Promise.State.BROKEN, at
        promise.save(update_fields=["state", "settled_at"])
        record_promise(LET_GO, promise, by=by, at=at)
    rank(conversation, None, None)


def withdraw(conversation: Conversation, *, by=None) -> None:
    """Take back what is still running (spam). What was broken stays broken."""
    running = Promise.objects.in_state("running")
    for promise in running.filter(pk__in=_owed_in(conversation.pk).values("pk")):
        _withdraw(promise, by)
    rank(conversation, None, None)


def _withdraw(promise: Promise, by) -> None:
    promise.state = Promise.State.WITHDRAWN
    promise.save(update_fields=["state"])
    record_promise(WITHDRAWN, promise, by=by)


def owe_to_another(conversation: Conversation, *, by=None) -> None:
    """The conversation has another customer, whom nobody has told when the answer comes.

    What runs and was told to somebody else is withdrawn, and the same promised anew. What is
    due stays broken, and owed to the customer there is now.
    """
    here = Promise.objects.filter(conversation=conversation)
    told = here.in_state("running").filter(kind=Promise.Kind.ANSWER).exclude(told_by=None)
    for promise in told.select_related("conversation", "contact", "asked_by"):
        _withdraw(promise, by)
        promise_answer(conversation, promise.asked_by, counted_from=promise.made_at)
    here.exclude(state=Promise.State.WITHDRAWN).update(contact=conversation.contact_id)
    here.owed().update(told_at=None)


def rank_by_promises(conversation: Conversation) -> None:
    """Put the conversation where its nearest unfulfilled promise says."""
    owed = _owed_in(conversation.pk).order_by("due_at", "pk")
    rows = list(owed.values_list("due_at", "made_at", "pk", "conversation"))
    if rows and all(there != conversation.pk for *_facts, there in rows):
        # One that had waited in the shell of a merged conversation is the one owed now.
        Promise.objects.filter(pk=rows[0][2]).update(conversation=conversation)
    rank(conversation, *(rows[0][:2] if rows else (None, None)))


def bring(stray: Conversation, into: Conversation) -> None:
    """The messages of `stray` were put into `into`: what is owed for them is owed there."""
    for one in (stray, into):
        _state_locked(one)
    if not Promise.objects.owed().filter(conversation=into, kind=Promise.Kind.ANSWER).exists():
        Promise.objects.owed().filter(conversation=stray).update(conversation=into)
    rank(stray, None, None)
    rank_by_promises(into)


def give_back(stray: Conversation, into: Conversation) -> None:
    """Messages of `into` are in `stray` again, or anew: so is what is owed for them."""
    asked = Promise.objects.owed().filter(conversation=into, asked_by__conversation=stray)
    if not Promise.objects.owed().filter(conversation=stray, kind=Promise.Kind.ANSWER).exists():
        asked.update(conversation=stray)
    rank_by_promises(stray)
    rank_by_promises(into)


def part(stray: Conversation, into: Conversation) -> None:
    """A message of `into` became a conversation of its own: each owes its own answer."""
    give_back(stray, into)
    answered = _newest_answer(into)
    for one in (stray, into):
        question = first_unanswered(one)
        if question and question.pk > answered:
            promise_answer(one, question)
