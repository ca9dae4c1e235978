"""The same words to another address of the customer, after a letter came back.

A message of its own, with an id of its own: a second bounce must be told from the first.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import addresses
from promisedesk.conversations import replying, undoing
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused

LOST = [Delivery.State.BOUNCED, Delivery.State.FAILED]


@transaction.atomic
def send_instead(message: Message, to: str, *, by: Agent) -> Message:
    """Send what a lost reply said to another address of the customer.

    Asked twice, by a double click or by two agents, it goes once. Raises Refused if it is not
    lost, or the address is not theirs or in doubt itself.
    """
    demand(by, Deed.ANSWER)
    row = Conversation.objects.select_for_update(no_key=True, of=("self",))
    message.conversation = row.get(pk=message.conversation_id)
    delivery = message.delivery
    if delivery is None or delivery.is_automatic or delivery.state not in LOST:
        raise Refused(_("Only an answer that did not arrive is sent to another address."))
    contact = message.conversation.contact
    if to not in addresses.other_addresses(contact, but=delivery.to_address):
        raise Refused(_("Choose one of the customer’s other addresses."))
    later = message.conversation.messages.filter(pk__gt=message.pk, text=message.text)
    for one in later.prefetch_related("deliveries"):
        if to in sent_instead(message, [one]):
            return one
    files = [
        IncomingFile(one.name, one.content_type, one.size, one.sha256)
        for one in message.attachments.order_by("pk")
    ]
    return replying.reply(
        message.conversation,
        message.text,
        by=by,
        html=message.html,
        files=files,
        hold_for=undoing.hold_time(),
        to=to,
        with_copies=False,  # they went out with the first one
    )


def sent_instead(message: Message, among: Iterable[Message]) -> set[str]:
    """The addresses (lower case) that the same words went to since, of these messages.

    Not those that they came back from as well.
    """
    return {
        one.delivery.to_address.lower()
        for one in among
        if one.pk > message.pk
        and one.direction == Message.Direction.OUT
        and one.text == message.text
        and one.delivery
        and one.delivery.state not in LOST
    }
