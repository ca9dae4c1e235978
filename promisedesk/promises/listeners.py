"""What promises do when something happens below them, in the same transaction."""

from datetime import datetime

from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import BOUNCED, MARKED_SPAM, NOT_SPAM, RECEIVED, SENT
from promisedesk.core.events import on
from promisedesk.promises import keeping, making
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import TOLD


@on(RECEIVED)
def promise_an_answer(event):
    message = event.about
    conversation = message.conversation
    if message.automatic or conversation.state == Conversation.State.SPAM:
        return
    is_new = event.data["is_new"]
    making.promise_answer(
        conversation,
        message,
        is_first=is_new,
        is_told=is_new and event.data["may_acknowledge"],
    )


@on(SENT)
def settle_or_note_that_it_was_told(event):
    message = event.about
    sent_at = datetime.fromisoformat(event.data["sent_at"])
    if message.automatic:
        told = Promise.objects.filter(told_by=message, told_at=None)
        for promise in told.select_related("conversation", "contact"):
            promise.told_at = sent_at
            promise.save(update_fields=["told_at"])
            making.record_promise(TOLD, promise, at=sent_at)
        return
    Contact.objects.filter(pk=message.conversation.contact_id, answered_at=None).update(
        answered_at=sent_at
    )
    keeping.settle(message, sent_at)


@on(BOUNCED)
def promise_anew(event):
    if not event.about.automatic:
        keeping.came_back(event.about, event.at)


@on(MARKED_SPAM)
def withdraw_for_spam(event):
    keeping.withdraw(_conversation_of(event), by=event.by)


@on(NOT_SPAM)
def promise_from_the_true_arrival(event):
    conversation = _conversation_of(event)
    unanswered = keeping.first_unanswered(conversation)
    if unanswered and not making.promise_answer(conversation, unanswered):
        keeping.rank_by_promises(conversation)


def _conversation_of(event) -> Conversation:
    return Conversation.objects.select_related("contact", "inbox").get(pk=event.conversation_id)
