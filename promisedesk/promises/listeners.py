"""What promises do when something happens below them, in the same transaction."""

from datetime import datetime

from promisedesk.contacts.models import Contact
from promisedesk.contacts.verbs import ADDRESS_GIVEN_BACK, ADDRESS_TAKEN, CARDS_MERGED, CARDS_PARTED
from promisedesk.conversations.joint_verbs import CUSTOMER_SET, MERGED, UNMERGED
from promisedesk.conversations.merging import in_parts
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import (
    BOUNCED,
    CUSTOMER_CHANGED,
    JOINED,
    MARKED_SPAM,
    NO_THANKS,
    NOT_SPAM,
    RECEIVED,
    REOPENED,
    REPLIED,
    RESOLVED,
    RESOLVED_UNANSWERED,
    SENT,
    SPLIT_OFF,
    TAKEN_APART,
    TAKEN_BACK,
)
from promisedesk.core.events import on
from promisedesk.lib.thanks import MARK as THANKS
from promisedesk.promises import (
    acknowledging,
    committing,
    keeping,
    making,
    resolutions,
    seating,
    spam_returning,
    standing,
    urgent_listeners,
)
from promisedesk.promises.models import Promise
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import TOLD


@on(RECEIVED)
def promise_an_answer(event):
    message = event.about
    conversation = message.conversation
    if message.automatic or conversation.state == Conversation.State.SPAM:
        return
    if THANKS in message.marks:
        return
    urgent_listeners.look_for_urgent_words(message)
    is_new = event.data["is_new"]
    made = making.promise_answer(
        conversation,
        message,
        is_first=is_new,
        is_told=is_new and event.data["may_acknowledge"],
    )
    if not made and not is_new:  # else done with it
        resolutions.follow(conversation)


@on(SENT)
def settle_or_note_that_it_was_told(event):
    message = event.about
    sent_at = datetime.fromisoformat(event.data["sent_at"])
    told = Promise.objects.filter(told_by=message, told_at=None)
    for promise in told.select_related("conversation", "contact"):
        promise.told_at = sent_at
        promise.save(update_fields=["told_at"])
        record_promise(TOLD, promise, at=sent_at)
    if message.automatic:
        return
    Contact.objects.filter(pk=message.conversation.contact_id, answered_at=None).update(
        answered_at=sent_at
    )
    keeping.settle(message, sent_at)


@on(REPLIED)
@on(RESOLVED)
def follow_its_state(event):
    resolutions.follow(_conversation_of(event), by=event.by)


@on(TAKEN_BACK)
def open_what_is_owed_again(event):
    """It waits, or was resolved, on the strength of an answer that is none now."""
    conversation = _conversation_of(event)
    committing.taken_back(conversation, event.data["message"])
    resolutions.follow(conversation)
    unanswered = conversation.answer_due_at and keeping.first_unanswered(conversation)
    if not unanswered or keeping.is_being_answered(conversation, unanswered):
        return
    closed = [Conversation.State.WAITING, Conversation.State.RESOLVED]
    closed = Conversation.objects.filter(pk=conversation.pk, state__in=closed)
    closed.update(state=Conversation.State.OPEN, resolved_because="")


@on(BOUNCED)
def promise_anew(event):
    if not event.about.automatic:
        keeping.came_back(event.about, event.at)


@on(MARKED_SPAM)
def withdraw_for_spam(event):
    conversation = _conversation_of(event)
    resolutions.follow(conversation, by=event.by)
    keeping.withdraw(conversation, by=event.by)


@on(NOT_SPAM)
def promise_from_the_true_arrival(event):
    conversation = _conversation_of(event)
    spam_returning.owe_again(conversation, by=event.by)
    unanswered = keeping.first_unanswered(conversation)
    told = unanswered and _told_of(unanswered)
    is_told = bool(unanswered) and told is None and acknowledging.may_be_told(unanswered)
    promise = unanswered and making.owe_again(conversation, unanswered, is_told=is_told)
    if not promise:
        standing.rank_by_promises(conversation)
    _told_again(promise, told)
    resolutions.begin_again(conversation)


@on(RESOLVED_UNANSWERED)
def let_go_of_what_is_owed(event):
    conversation = _conversation_of(event)
    resolutions.follow(conversation, by=event.by)
    keeping.let_go(conversation, by=event.by)


@on(REOPENED)
@on(NO_THANKS)
def owe_what_nobody_answered(event):
    """Opened by a person: a question that stands there still is owed from its arrival."""
    if event.verb == REOPENED.name and not event.data.get("by_hand"):
        return  # by a mail of the customer's, which is promised an answer itself
    conversation = _conversation_of(event)
    unanswered = keeping.first_unanswered(conversation)
    if unanswered and not keeping.is_being_answered(conversation, unanswered):
        told = _told_of(unanswered)
        _told_again(making.owe_again(conversation, unanswered), told)
    resolutions.begin_again(conversation)


def _told_of(question: Message) -> Promise | None:
    told = Promise.objects.filter(asked_by=question).exclude(told_at=None)
    return told.order_by("-pk").first()


def _told_again(promise: Promise | None, told: Promise | None) -> None:
    """What was withdrawn after the letter is owed again at the same hour: that letter is true."""
    if promise and told and told.due_at == promise.due_at:
        Promise.objects.filter(pk=promise.pk).update(told_at=told.told_at, told_by=told.told_by)


@on(JOINED)
def bring_what_is_owed(event):
    keeping.bring(event.about.stray, event.about.into)


@on(TAKEN_APART)
def give_back_what_was_owed(event):
    keeping.give_back(event.about.stray, event.about.into)


@on(MERGED)
def owe_one_answer_in_one(event):
    seating.bring(event.about)


@on(UNMERGED)
def owe_it_in_two_again(event):
    seating.give_back(event.about)


@on(ADDRESS_TAKEN)
def owe_it_to_the_same_person(event):
    if event.about:
        Promise.objects.filter(contact=event.about.source).update(contact=event.about.target)


@on(ADDRESS_GIVEN_BACK)
def owe_it_to_the_other_again(event):
    asked = Message.objects.filter(from_address__iexact=event.data["address"])
    theirs = Promise.objects.filter(contact=event.about.target, asked_by__in=asked)
    theirs.update(contact=event.about.source)


@on(CUSTOMER_CHANGED)
@on(CUSTOMER_SET)
def owe_it_to_the_customer(event):
    keeping.owe_to_another(_conversation_of(event), by=event.by)


@on(SPLIT_OFF)
def part_what_is_owed(event):
    keeping.part(event.about.stray, event.about.into)


def _conversation_of(event) -> Conversation:
    return Conversation.objects.select_related("contact", "inbox").get(pk=event.conversation_id)


@on(CARDS_MERGED)
def owe_it_to_the_one_card(event):
    about = event.about
    theirs = Promise.objects.filter(contact=about.gone)
    numbers = list(theirs.values_list("pk", flat=True))
    about.merge.before["promises"] = about.own("promises", numbers)
    about.merge.before["last"]["promises"] = max(
        Promise.objects.order_by("-pk").values_list("pk", flat=True)[:1], default=0
    )
    theirs.update(contact=about.kept)


@on(CARDS_PARTED)
def owe_it_to_two_cards_again(event):
    about = event.about
    here = Promise.objects.filter(contact=about.kept)
    for some in in_parts(about.its("promises")):
        here.filter(pk__in=some).update(contact=about.gone)
    since = here.filter(pk__gt=about.merge.before["last"]["promises"])
    since.filter(asked_by__contact=about.gone).update(contact=about.gone)
