"""An answer comes from the address the customer wrote to."""

import pytest

from promisedesk.agents.models import Agent
from promisedesk.channels.email import sending
from promisedesk.channels.email.tests.conftest import letter, read_everything
from promisedesk.conversations import replying
from promisedesk.conversations.models import Conversation, Delivery


@pytest.fixture
def inbox(shop):
    shop.aliases = ["orders@teas.example", "помощь@магазин.рф"]
    shop.save(update_fields=["aliases"])
    return shop


@pytest.fixture
def anna(inbox) -> Agent:
    return Agent.objects.create_user("anna@shop.example", "Anna", role="admin")


def answered(sink, anna) -> list:
    """Read what came, answer it, send all; the mails that went out."""
    read_everything()
    replying.reply(Conversation.objects.order_by("pk").last(), "It left on Monday.", by=anna)
    while sending.send_due():
        pass
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    return sink.mails


def test_mail_to_an_alias_is_answered_from_it(inbox, anna, door, sink):
    door.send(letter(to="orders@teas.example"), to="orders@teas.example")
    acknowledged, answer = answered(sink, anna)
    for mail in (acknowledged, answer):
        assert mail.letter["From"].addresses[0].addr_spec == "orders@teas.example"
        assert mail.letter["Reply-To"].addresses[0].addr_spec.startswith("orders+")
        assert mail.letter["Reply-To"].addresses[0].domain == "teas.example"
    assert answer.sender == "orders@teas.example"
    assert acknowledged.sender == ""  # no robot can answer it back


def test_an_answer_to_that_comes_into_the_same_conversation(inbox, anna, door, sink):
    door.send(letter(to="orders@teas.example"), to="orders@teas.example")
    reply_to = answered(sink, anna)[1].letter["Reply-To"].addresses[0].addr_spec
    door.send(letter("And the other one?", to=reply_to, subject="new words"), to=reply_to)
    read_everything()
    conversation = Conversation.objects.get()
    assert conversation.messages.filter(direction="in").count() == 2
    assert answered(sink, anna)[-1].sender == "orders@teas.example"


def test_the_address_named_counts_more_than_where_it_was_delivered(inbox, anna, door, sink):
    """A provider hands everything of an account over to its main name."""
    door.send(letter(to='"Teas" <Orders@Teas.Example>'))
    assert answered(sink, anna)[1].sender == "orders@teas.example"


def test_a_copy_counts_when_to_names_somebody_else(inbox, anna, door, sink):
    door.send(letter(to="friend@else.example", more="Cc: orders@teas.example\n"))
    assert answered(sink, anna)[1].sender == "orders@teas.example"


def test_a_blind_copy_is_told_by_its_envelope(inbox, anna, door, sink):
    door.send(letter(to="friend@else.example"), to="orders@teas.example")
    assert answered(sink, anna)[1].sender == "orders@teas.example"


def test_who_names_nobody_of_us_is_answered_from_the_main_address(inbox, anna, door, sink):
    door.send(letter(to="undisclosed-recipients:;"))
    assert answered(sink, anna)[1].sender == "help@shop.example"


def test_the_last_address_written_to_counts(inbox, anna, door, sink):
    door.send(letter(to="orders@teas.example"), to="orders@teas.example")
    mails = answered(sink, anna)
    reply_to = (
        f"help+{mails[1].letter['Reply-To'].addresses[0].username.split('+')[1]}@shop.example"
    )
    door.send(letter("Once more", to=reply_to), to=reply_to)
    assert answered(sink, anna)[-1].sender == "help@shop.example"


def test_an_alias_in_other_letters_is_written_as_servers_know_it(inbox, anna, door, sink):
    address = "pomoc@xn--80aairftm.xn--p1ai"
    inbox.aliases = ["pomoc@магазин.рф"]
    inbox.save(update_fields=["aliases"])
    door.send(letter(to=address), to=address)
    assert answered(sink, anna)[1].sender == address
