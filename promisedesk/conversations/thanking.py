"""“Thanks!” after the answer: kept and shown, but it opens nothing and is promised nothing.

A thank-you may still be a yes to something we asked, so words that can be one count as
thanks only once the conversation is resolved, and where we asked nothing. One click makes it
a question after all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import closing
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import NO_THANKS
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.thanks import MARK, Reading, read

if TYPE_CHECKING:
    from promisedesk.conversations.incoming import IncomingMessage

NOT_THANKS = "thanks:no"  # in Message.marks: a person said that it is a question
State = Conversation.State


def is_only_thanks(incoming: IncomingMessage, conversation: Conversation) -> bool:
    """Whether a mail in an answered conversation says no more than thanks.

    No query but for a mail that does: then what we wrote last decides, if it asked anything.
    """
    if incoming.is_automatic or incoming.files or conversation.state == State.SPAM:
        return False
    names = (incoming.name, conversation.contact.name)
    said = read(incoming.text, names)
    if said == Reading.MORE:
        return False
    ours = conversation.messages.filter(direction=Message.Direction.OUT, automatic=False)
    last = ours.order_by("-created_at", "-pk").values_list("text", flat=True).first()
    if last is None:
        return conversation.state == State.RESOLVED  # answered otherwise, by phone
    # Who asks writes no “?” each time (“Tell us if it suits you”): what may be a yes to it is
    # none of thanks until the matter is closed.
    if conversation.state == State.RESOLVED:
        return said == Reading.THANKS or "?" not in last
    return said == Reading.THANKS and "?" not in last


@transaction.atomic
def reopen(message: Message, *, by: Agent | None) -> None:
    """It was a question after all: open its conversation, and owe an answer from its arrival.

    Raises Refused if it was not taken for thanks, or lies among the spam.
    """
    demand(by, Deed.SORT)
    row = Message.objects.select_for_update(no_key=True).get(pk=message.pk)
    if MARK not in row.marks:
        raise Refused(_("This was not taken for thanks."))
    conversation = Conversation.objects.select_related("contact", "inbox").get(
        pk=message.conversation_id
    )
    if conversation.state == State.SPAM:
        raise Refused(_("This is among the spam. Take it out of the spam first."))
    row.marks = [NOT_THANKS if one == MARK else one for one in row.marks]
    row.save(update_fields=["marks"])
    if conversation.state == State.RESOLVED:
        closing.reopen(conversation, by=by)
        return
    opened = Conversation.objects.filter(pk=conversation.pk, state=State.WAITING)
    opened.update(state=State.OPEN)
    record(NO_THANKS, by=by, conversation=conversation, contact=conversation.contact)
