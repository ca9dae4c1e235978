"""What makes a matter urgent by itself, and what ends the calling."""

from datetime import timedelta

from django.utils.timezone import now

from promisedesk.conversations.joint_verbs import MERGED
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import REPLIED
from promisedesk.core.events import on
from promisedesk.promises import urgency, urgent_words

NEWS = timedelta(days=1)  # a mailbox that was just connected may hold the letters of weeks


def look_for_urgent_words(message: Message) -> None:
    """Only in what the customer wrote anew: quotes and signatures are parts of their own.

    Before anything is promised: a policy may promise more to what is urgent.
    """
    conversation = message.conversation
    closed = (Conversation.State.SPAM, Conversation.State.RESOLVED)
    if message.automatic or conversation.state in closed:
        return
    if conversation.parent_id or now() - message.created_at > NEWS:
        return
    subject = "" if message.in_reply_to else message.subject  # of an answer it is an old one
    phrase = urgent_words.found_in(f"{subject}\n{message.text}", message.language)
    if phrase and not _was_marked_lately(conversation):
        urgency.mark(conversation, because=phrase)


def _was_marked_lately(conversation: Conversation) -> bool:
    """Not what was urgent, was settled, and comes back days later."""
    if conversation.priority != Conversation.Priority.URGENT:
        return False
    return conversation.urgencies.filter(since__gt=now() - NEWS).exists()


@on(REPLIED)
def whoever_answers_takes_it(event) -> None:
    message = event.about
    conversation = getattr(message, "conversation", None)
    is_urgent = conversation and conversation.priority == Conversation.Priority.URGENT
    if is_urgent and event.by is not None:
        urgency.take(conversation, by=event.by)


@on(MERGED)
def call_for_the_one_there_is(event) -> None:
    """The empty shell counts as resolved: nobody would be called for either of them."""
    urgency.bring(event.about.gone, event.about.into)
