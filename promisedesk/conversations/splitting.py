"""A new matter on an old thread: one message becomes a conversation of its own."""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import indexing
from promisedesk.conversations.joining import Pair
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.previews import preview_of_message
from promisedesk.conversations.subjects import named_by, without_marks
from promisedesk.conversations.verbs import SPLIT_FROM, SPLIT_OFF
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.ids import short_ref


@transaction.atomic
def split(message: Message, *, by: Agent) -> Conversation:
    """Take a customer's message out into a new conversation, with what is owed for it.

    Raises Refused for the only message of theirs, and for what they did not write.
    """
    demand(by, Deed.JOIN)
    old = Conversation.objects.select_for_update(no_key=True).get(pk=message.conversation_id)
    theirs = old.messages.filter(direction=Message.Direction.IN, automatic=False)
    if not theirs.filter(pk=message.pk).exists():
        raise Refused(_("Only a message of the customer can become a conversation of its own."))
    if not theirs.exclude(pk=message.pk).exists():
        raise Refused(_("This conversation has no other message of the customer."))
    new = Conversation.objects.create(
        ref=short_ref(),
        subject=without_marks(message.subject) or named_by(message.text),
        channel=old.channel,
        inbox=old.inbox,
        team=old.team,
        fields=old.fields,
        contact=message.contact or old.contact,
        assignee=old.assignee,
        language=message.language or old.language,
        created_at=message.created_at,
        sort_at=message.created_at,
        last_at=message.created_at,
        preview=preview_of_message(message),
        is_unread=False,
    )
    new.tags.set(old.tags.all())
    Message.objects.filter(pk=message.pk).update(conversation=new)
    message.conversation = new
    indexing.put(message)
    _bring_up_to_date(old)
    record(SPLIT_FROM, by=by, conversation=new, contact=new.contact, ref=old.ref)
    record(SPLIT_OFF, by=by, conversation=old, about=Pair(new, old), ref=new.ref)
    return new


def _bring_up_to_date(old: Conversation) -> None:
    """The list shows what is last there now; what was answered waits for the customer again."""
    talk = old.messages.exclude(direction=Message.Direction.NOTE)
    last = talk.exclude(automatic=True).order_by("-created_at", "-pk").first()
    if last is None:
        return
    is_ours = last.direction == Message.Direction.OUT
    if is_ours and old.state == Conversation.State.OPEN:
        old.state = Conversation.State.WAITING
    Conversation.objects.filter(pk=old.pk).update(
        last_at=last.created_at,
        last_is_ours=is_ours,
        preview=preview_of_message(last),
        state=old.state,
    )
