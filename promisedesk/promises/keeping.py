"""A promise is settled when the answer was handed over, not when a button was pressed.

What answers what is told by the order of rows (pk), never by clocks: a mail's time is that
of another machine, and our answers leave in any order. A call answers when it is logged.
"""

from datetime import datetime

from django.db.models import Q
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.history import OLD
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.conversations.ranking import rank
from promisedesk.lib.thanks import MARK as THANKS
from promisedesk.promises import breaking
from promisedesk.promises.making import owe_again, promise_answer
from promisedesk.promises.models import Promise
from promisedesk.promises.recording import record_promise
from promisedesk.promises.standing import owed_in, rank_by_promises
from promisedesk.promises.verbs import KEPT, LET_GO, MADE_GOOD, UNDONE, WITHDRAWN

Kind, State = Promise.Kind, Promise.State
ANSWERS = Q(kind=Kind.ANSWER)
# What an answer settles besides: the promise to answer, given in an answer before.
ANSWERS_TOO = Q(kind=Kind.COMMITMENT, deed=Promise.Deed.ANSWER)
CALLS = Q(kind=Kind.CALLBACK) | Q(kind=Kind.COMMITMENT, deed=Promise.Deed.CALL)
CALLED = "call:reached"  # mark of the message that logs a call somebody answered


def settle(answer: Message, sent_at: datetime) -> None:
    """The answer left, or the call was made: what was owed is kept, or made good late.

    Only promises for messages we had when the answer was written are settled by it. What
    the customer wrote since, and no answer of ours followed, starts the next promise.
    """
    state = _state_around(answer)
    conversation = answer.conversation
    for promise in _asked_before(answer):
        _settle(promise, answer, sent_at)
    if state == Conversation.State.SPAM:
        return  # whoever wrote it there is promised nothing; what was owed is done
    rank_by_promises(conversation)
    if state == Conversation.State.RESOLVED:
        return  # whatever stands there still, somebody said why it needs no answer
    unanswered = first_unanswered(conversation)
    if unanswered:
        promise_answer(conversation, unanswered)


def came_back(answer: Message, at: datetime) -> None:
    """The answer bounced: the customer has nothing, so no promise is kept by it.

    What it settled is owed again, by the same hour; when that is past it is broken
    (docs/decisions/0014). Unless another answer of ours arrived.
    """
    if _state_around(answer) == Conversation.State.SPAM:
        return
    conversation = answer.conversation
    _owe_in_words_again(answer, at)
    unanswered = first_unanswered(conversation)
    if not unanswered or unanswered.pk > answer.pk:
        return
    undone = list(Promise.objects.filter(ANSWERS, settled_by=answer).order_by("due_at"))
    if not undone:
        promise_answer(conversation, unanswered, counted_from=at)
    for promise in undone:
        _unsettle(promise, at)
    rank_by_promises(conversation)


def _owe_in_words_again(answer: Message, at: datetime) -> None:
    """The same of answers promised in words, which no question of the customer's stands for."""
    settled = list(Promise.objects.filter(ANSWERS_TOO, settled_by=answer))
    if not settled or newest_answer(answer.conversation) > answer.pk:
        return
    for promise in settled:
        promise.state = State.BROKEN if promise.due_at <= at else State.RUNNING
        promise.settled_at = promise.settled_by = None
        promise.save(update_fields=["state", "settled_at", "settled_by"])
        record_promise(UNDONE, promise, at=at)
    rank_by_promises(answer.conversation)


def _unsettle(promise: Promise, at: datetime) -> None:
    """The earliest stands: what was promised since for a later question is withdrawn."""
    owed = Promise.objects.owed().filter(ANSWERS, conversation=promise.conversation_id)
    for other in owed.filter(asked_by__gt=promise.asked_by_id or 0, due_at__gt=at):
        _withdraw(other, None, because="earlier")
    stands = not owed.exists()  # else what is owed already is the earliest
    is_late = promise.due_at <= at
    waits = State.RUNNING if stands else State.WITHDRAWN
    promise.state = State.BROKEN if is_late else waits
    promise.settled_at = promise.settled_by = None
    promise.renewed_at = promise.renewed_at if stands else at
    promise.save(update_fields=["state", "settled_at", "settled_by", "renewed_at"])
    record_promise(UNDONE, promise, at=at)


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
    said_before = Q(told_by__lt=answer.pk) | Q(told_by=None, made_at__lte=answer.created_at)
    met = (ANSWERS & asked) | (ANSWERS_TOO & said_before)
    if CALLED in answer.marks:
        met |= CALLS & said_before
    owed = owed_in(answer.conversation_id).filter(met)
    return owed.select_for_update(of=("self",), no_key=True)  # the sweeper breaks them


def _settle(promise: Promise, answer: Message, sent_at: datetime) -> None:
    """Kept by the moment of the handing over alone.

    The sweeper may have called it broken while this waited to be written down: in truth the
    answer had left before it was due.
    """
    in_time = sent_at <= promise.due_at
    if not in_time:
        breaking.write_down(promise)
    promise.state = State.KEPT if in_time else State.BROKEN
    promise.settled_at, promise.settled_by = sent_at, answer
    promise.save(update_fields=["state", "settled_at", "settled_by"])
    record_promise(KEPT if in_time else MADE_GOOD, promise, by=answer.agent, at=sent_at)
    make_good_before(promise, sent_at, answer)


def make_good_before(
    promise: Promise, at: datetime, answer: Message | None = None, *, by: Agent | None = None
) -> None:
    """Those it renewed that were missed are made good with it, each with its event."""
    by = answer.agent if answer else by
    while promise.renews_id:
        rows = Promise.objects.select_related("conversation", "contact")
        promise = rows.get(pk=promise.renews_id)
        missed = Promise.objects.filter(pk=promise.pk, settled_at=None, state=State.BROKEN)
        if missed.update(settled_at=at, settled_by=answer):
            record_promise(MADE_GOOD, promise, by=by, at=at)


def first_unanswered(conversation: Conversation) -> Message | None:
    """The customer's oldest message above our newest answer that left and did not come back."""
    answered = newest_answer(conversation)
    theirs = conversation.messages.filter(direction=Message.Direction.IN, automatic=False)
    # An old letter taken over later has a number above answers that are still on their way.
    waiting = theirs.filter(pk__gt=answered)
    for mark in (OLD, THANKS):
        waiting = waiting.exclude(marks__icontains=f'"{mark}"')
    return waiting.order_by("pk").first()


def newest_answer(conversation: Conversation) -> int:
    """The number of our newest answer: a letter that left and did not come back, or a call
    somebody answered; 0 if there is none."""
    ours = conversation.messages.filter(direction=Message.Direction.OUT, automatic=False)
    letters = Q(deliveries__state=Delivery.State.SENT, deliveries__is_copy=False)
    answers = ours.filter(letters | Q(marks__icontains=f'"{CALLED}"'))
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
    broken for ever, and is owed no more from now on. What was promised in words is still owed.
    """
    _state_locked(conversation)
    at = now()
    owed = owed_in(conversation.pk).filter(ANSWERS)
    for promise in owed.select_for_update(of=("self",), no_key=True):
        if promise.due_at > at:
            _withdraw(promise, by)
            continue
        breaking.write_down(promise)
        promise.state, promise.settled_at = State.BROKEN, at
        promise.save(update_fields=["state", "settled_at"])
        record_promise(LET_GO, promise, by=by, at=at)
    rank_by_promises(conversation)


def withdraw(conversation: Conversation, *, by=None) -> None:
    """Take back what is still running (spam). What was broken stays broken."""
    running = Promise.objects.in_state("running")
    for promise in running.filter(pk__in=owed_in(conversation.pk).values("pk")):
        _withdraw(promise, by, because="spam")
    rank(conversation, None, None)


def _withdraw(promise: Promise, by, **facts) -> None:
    promise.state = State.WITHDRAWN
    promise.save(update_fields=["state"])
    record_promise(WITHDRAWN, promise, by=by, **facts)


def owe_to_another(conversation: Conversation, *, by=None) -> None:
    """The conversation has another customer, whom nobody has told when the answer comes.

    What runs and was told to somebody else is withdrawn, and the same promised anew. What is
    due stays broken, and owed to the customer there is now.
    """
    here = Promise.objects.filter(conversation=conversation)
    told = here.in_state("running").filter(ANSWERS).exclude(told_by=None)
    for promise in told.select_related("conversation", "contact", "asked_by"):
        _withdraw(promise, by, because="customer")
        promise_answer(conversation, promise.asked_by, counted_from=promise.made_at)
    here.exclude(state=State.WITHDRAWN).update(contact=conversation.contact_id)
    here.owed().update(told_at=None)


def bring(stray: Conversation, into: Conversation) -> None:
    """The messages of `stray` were put into `into`: what is owed for them is owed there."""
    for one in (stray, into):
        _state_locked(one)
    if not Promise.objects.owed().filter(ANSWERS, conversation=into).exists():
        Promise.objects.owed().filter(ANSWERS, conversation=stray).update(conversation=into)
    rank(stray, None, None)
    rank_by_promises(into)


def give_back(stray: Conversation, into: Conversation) -> None:
    """Messages of `into` are in `stray` again, or anew: so is what is owed for them."""
    owed = Promise.objects.owed().filter(ANSWERS)
    if not owed.filter(conversation=stray).exists():
        owed.filter(conversation=into, asked_by__conversation=stray).update(conversation=stray)
    rank_by_promises(stray)
    rank_by_promises(into)


def part(stray: Conversation, into: Conversation) -> None:
    """A message of `into` became a conversation of its own: each owes its own answer, but what
    is resolved or spam owes none anew."""
    give_back(stray, into)
    answered = newest_answer(into)
    for one in (stray, into):
        if one.state in (Conversation.State.RESOLVED, Conversation.State.SPAM):
            continue
        question = first_unanswered(one)
        if not question or question.pk <= answered:
            continue
        if one is stray:
            owe_again(one, question)
        elif not Promise.objects.filter(ANSWERS, asked_by=question).exists():
            promise_answer(one, question)  # what was let go there stays so
