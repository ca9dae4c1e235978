"""Copies for others, each on its own way (O-04): what becomes of one is nothing to the rest."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.channels.email import letters, sending
from promisedesk.conversations import customers, merging, participants, replying
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
CLARA, COLIN, DORA = "clara@customer.example", "colin@c.example", "dora@d.example"


@pytest.fixture
def question(cast):
    return cast.hears(reply_token=cast.parcel.reply_token)


def send_all() -> None:
    soon = Delivery.objects.filter(state__in=["queued", "held", "deferred"])
    soon.update(due_at=now() - timedelta(days=1))
    while sending.send_due():
        pass


def states(message: Message) -> dict[str, str]:
    return dict(message.deliveries.values_list("to_address", "state"))


def test_each_letter_has_its_own_end(cast, sink, question):
    for address in (COLIN, DORA):
        participants.add(cast.parcel, address, by=cast.anna)
    sink.order("rcpt", "550 5.1.1 No such user", address=COLIN, times=-1)
    sink.order("rcpt", "450 4.2.0 Later", address=DORA, times=-1)
    message = replying.reply(cast.parcel, "It left.", by=cast.anna)
    send_all()
    assert states(message) == {CLARA: "sent", COLIN: "failed", DORA: "deferred"}
    assert Promise.objects.get(asked_by=question).state == "kept"
    sink.orders.clear()
    send_all()
    assert states(message) == {CLARA: "sent", COLIN: "failed", DORA: "sent"}
    assert [mail.to for mail in sink.mails if mail.letter["Cc"]] == [CLARA, DORA]
    assert len({mail.raw for mail in sink.mails if mail.letter["Cc"]}) == 1

    told = Event.objects.get(verb="delivery.copy_failed")
    assert told.data["address"] == COLIN
    cast.parcel.refresh_from_db()
    assert cast.parcel.state == "waiting"
    assert not Event.objects.filter(verb="delivery.failed").exists()


def test_a_copy_of_a_letter_with_other_letters_in_its_header_goes_as_one(cast, sink):
    participants.add(cast.parcel, COLIN, by=cast.anna)
    sink.knows_utf8 = True
    message = replying.reply(cast.parcel, "It left.", by=cast.anna, to="клара@customer.example")
    send_all()
    assert states(message) == {"клара@customer.example": "sent", COLIN: "sent"}
    began = [line for line in sink.heard if line.lower().startswith("mail from")]
    assert len(began) == 2
    assert all("SMTPUTF8" in line for line in began)


def test_and_does_not_go_to_a_server_that_cannot_have_it(cast, sink):
    participants.add(cast.parcel, COLIN, by=cast.anna)
    message = replying.reply(cast.parcel, "It left.", by=cast.anna, to="клара@customer.example")
    send_all()
    assert states(message) == {"клара@customer.example": "failed", COLIN: "failed"}
    assert not [mail for mail in sink.mails if mail.to == COLIN]


def test_a_copy_that_left_keeps_no_promise_to_the_customer(cast, sink, question):
    participants.add(cast.parcel, COLIN, by=cast.anna)
    sink.order("rcpt", "550 5.1.1 No such user", address=CLARA, times=-1)
    message = replying.reply(cast.parcel, "It left.", by=cast.anna)
    send_all()
    assert states(message) == {CLARA: "failed", COLIN: "sent"}
    assert Promise.objects.get(asked_by=question).settled_at is None
    cast.parcel.refresh_from_db()
    assert cast.parcel.state == "open"


def test_the_customer_is_in_to_whichever_letter_goes_first(cast, question):
    participants.add(cast.parcel, COLIN, by=cast.anna)
    message = replying.reply(cast.parcel, "It left.", by=cast.anna)
    copy = message.deliveries.get(is_copy=True)
    mail = letters.build(copy)
    assert CLARA in mail["To"]
    assert mail["Cc"] == COLIN


def test_no_quote_goes_to_somebody_who_was_not_there(cast, question):
    old = replying.reply(cast.parcel, "It left.", by=cast.anna)
    assert "Where is my parcel?" in letters.build(old.delivery).get_body(["plain"]).get_content()
    participants.add(cast.parcel, COLIN, by=cast.anna)
    message = replying.reply(cast.parcel, "Colin, see above.", by=cast.anna)
    assert "parcel?" not in letters.build(message.delivery).get_body(["plain"]).get_content()
    cast.hears("Thank you both", reply_token=cast.parcel.reply_token)
    later = replying.reply(cast.parcel, "You are welcome.", by=cast.anna)
    assert "Thank you both" in letters.build(later.delivery).get_body(["plain"]).get_content()


def body_of(message):
    return letters.build(message.delivery).get_body(["plain"]).get_content()


class TestNobodyReadsTheWordsOfAnotherCustomer:
    @pytest.fixture
    def colins(self, cast):
        return cast.hears("SECRET of Colin", address=COLIN, name="Colin").conversation

    def test_after_a_merge(self, cast, question, colins):
        Conversation.objects.filter(pk=colins.pk).update(due_at=None, answer_due_at=None)
        merging.merge(colins, cast.parcel, by=cast.anna, customer=merging.APART)
        cast.parcel.refresh_from_db()
        body = body_of(replying.reply(cast.parcel, "It left.", by=cast.anna))
        assert "SECRET" not in body
        assert "Where is my parcel" in body

    def test_in_an_answer_that_was_on_its_way_at_the_merge(self, cast, question, colins):
        answer = replying.reply(colins, "Here you are.", by=cast.anna)
        merging.merge(colins, cast.parcel, by=cast.anna, customer=merging.TAKES_PART)
        answer = Message.objects.get(pk=answer.pk)
        assert answer.conversation == cast.parcel
        assert "parcel" not in body_of(answer)
        reply_to = letters.build(answer.delivery)["Reply-To"]
        assert colins.reply_token in reply_to
        assert cast.parcel.reply_token not in reply_to

    def test_after_a_change_of_customer(self, cast, question, colins):
        waiting = replying.reply(colins, "Here you are.", by=cast.anna)
        customers.change_customer(colins, DORA, by=cast.anna)
        colins.refresh_from_db()
        answer = replying.reply(colins, "Good day.", by=cast.anna, to=DORA)
        assert "SECRET" not in body_of(answer)
        cast.hears("SECRET of Dora", address=DORA, reply_token=colins.reply_token)
        dora_too = Message.objects.filter(pk=waiting.pk)
        dora_too.update(created_at=now() + timedelta(minutes=1))
        assert "Dora" not in body_of(dora_too.get())


def test_an_address_her_server_may_not_take_is_not_named(cast, question):
    participants.add(cast.parcel, "zoë@d.example", by=cast.anna)
    participants.add(cast.parcel, COLIN, by=cast.anna)
    message = replying.reply(cast.parcel, "It left.", by=cast.anna)
    assert letters.build(message.delivery)["Cc"] == COLIN
    assert message.deliveries.count() == 3


@pytest.mark.parametrize("address", ["nonsense", CLARA, "help@kettleandloom.example", ""])
def test_not_everybody_can_be_added(cast, address):
    with pytest.raises(Refused):
        participants.add(cast.parcel, address, by=cast.anna)
    assert not cast.parcel.participants.exists()


def test_forty_take_part_at_most(cast):
    for number in range(participants.MOST):
        participants.add(cast.parcel, f"p{number}@c.example", by=cast.anna)
    with pytest.raises(Refused, match="40"):
        participants.add(cast.parcel, "one-more@c.example", by=cast.anna)
