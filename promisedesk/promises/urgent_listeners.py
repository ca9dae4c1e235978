"""What makes a matter urgent by itself, and what ends the calling."""

from promisedesk.conversations.joint_verbs import MERGED
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import REPLIED
from promisedesk.core.events import on
from promisedesk.promises import urgency, urgent_words


def look_for_urgent_words(message: Message) -> None:
    """Only in what the customer wrote anew: quotes and signatures are parts of their own.

    Before anything is promised: a policy may promise more to what is urgent.
    """
    conversation = message.conversation
    if message.automatic or conversation.priority == Conversation.Priority.URGENT:
        return
    if conversation.state in (Conversation.State.SPAM, Conversation.State.RESOLVED):
        return
    if conversation.parent_id:
        return
    phrase = urgent_words.found_in(f"{message.subject}\n{message.text}", message.language)
    if phrase:
        urgency.mark(conversation, because=phrase)


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
