"""Mail that comes and is read, as the tests of reading take it in."""

from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email.tests.conftest import letter, read_everything
from promisedesk.conversations import replying
from promisedesk.conversations.arriving import take_in
from promisedesk.conversations.models import Delivery, Message


def get(raw: bytes, *, to="help@shop.example", envelope="clara@customer.example", **more):
    """A mail comes and is read; the arrival as it is then."""
    [arrival] = take_in(raw, source="smtp", recipients=[to], envelope_from=envelope, **more)
    read_everything()
    arrival.refresh_from_db()
    return arrival


def acknowledgements() -> int:
    return Message.objects.filter(direction="out", automatic=True).count()


def answered(shop) -> Message:
    """A reply of ours to Clara, as it lies in her mailbox."""
    conversation = get(letter(message_id="<question@c.example>")).message.conversation
    anna = Agent.objects.create_user("anna@shop.example", "Anna", role="agent")
    message = replying.reply(conversation, "It is on its way.", by=anna)
    Delivery.objects.filter(message=message).update(state="sent", sent_at=now(), due_at=None)
    return message
