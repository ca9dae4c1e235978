"""Who writes in an older conversation is told of an absence; of new ones the acknowledgement is."""

from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import RECEIVED
from promisedesk.core.events import on
from promisedesk.lib.thanks import MARK as THANKS
from promisedesk.promises import absence_letters, absences


@on(RECEIVED)
def tell_of_absence(event) -> None:
    if event.data["is_new"] or not event.data["may_acknowledge"] or not absences.running():
        return
    message = event.about
    conversation: Conversation = message.conversation
    if message.automatic or THANKS in message.marks or conversation.parent_id:
        return
    if conversation.state != Conversation.State.SPAM:
        absence_letters.tell(conversation, message)
