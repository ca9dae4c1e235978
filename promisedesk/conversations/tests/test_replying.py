from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from promisedesk.conversations import replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db
State = Conversation.State


def test_an_answer_and_its_delivery_are_written_together(cast):
    message = replying.reply(cast.parcel, "  It left on Monday.\r\n", by=cast.anna)
    assert (message.text, message.agent, message.automatic) == (
        "It left on Monday.",
        cast.anna,
        False,
    )
    delivery = message.delivery
    assert (delivery.to_address, delivery.to_name) == ("clara@customer.example", "Clara Holm")
    assert delivery.state == Delivery.State.QUEUED
    assert delivery.due_at <= now()
    assert Event.objects.filter(verb="message.replied", by=cast.anna).count() == 1


def test_the_conversation_waits_for_the_customer_and_is_whose_answered_first(cast):
    replying.reply(cast.parcel, "It left on Monday.", by=cast.anna)
    replying.reply(cast.parcel, "By courier.", by=cast.boris)
    conversation = Conversation.objects.get(pk=cast.parcel.pk)
    assert (conversation.state, conversation.assignee) == (State.WAITING, cast.anna)
    assert (conversation.last_is_ours, conversation.preview) == (True, "By courier.")


def test_an_answer_may_be_held_back_a_moment_to_be_undone(cast):
    message = replying.reply(cast.parcel, "Oh", by=cast.anna, hold_for=timedelta(seconds=10))
    assert message.delivery.state == Delivery.State.HELD
    assert message.delivery.due_at > now() + timedelta(seconds=5)


@pytest.mark.parametrize("text", ["", "  \n ", "\x00"])
def test_nothing_is_not_an_answer(cast, text):
    with pytest.raises(Refused, match="nothing to send"):
        replying.reply(cast.parcel, text, by=cast.anna)
    with pytest.raises(Refused):
        replying.note(cast.parcel, text, by=cast.anna)
    assert not Message.objects.exists()


def test_a_book_is_not_an_answer(cast):
    with pytest.raises(Refused, match="too long"):
        replying.reply(cast.parcel, "x" * 200_001, by=cast.anna)


def test_a_customer_without_an_address_cannot_be_answered_but_noted(cast):
    conversation = cast.hears(address="").conversation
    with pytest.raises(Refused, match="no e-mail address"):
        replying.reply(conversation, "Hello?", by=cast.anna)
    replying.note(conversation, "Who is it?", by=cast.anna)


def test_a_note_goes_nowhere_and_changes_no_state(cast):
    message = replying.note(cast.parcel, "The courier lost it.", by=cast.anna)
    assert message.direction == Message.Direction.NOTE
    assert (message.message_id, message.references) == ("", "")
    assert not Delivery.objects.exists()
    assert Conversation.objects.get(pk=cast.parcel.pk).state == State.OPEN


class TestWhereTo:
    def test_to_reply_to_when_she_asked_for_it(self, cast):
        conversation = cast.hears(reply_to="clara@home.example").conversation
        assert replying.answer_address(conversation) == "clara@home.example"

    def test_not_to_a_reply_to_that_appears_on_the_way(self, cast):
        conversation = cast.hears().conversation
        cast.hears(reply_to="new@home.example", reply_token=conversation.reply_token)
        assert replying.answer_address(conversation) == "clara@customer.example"

    def test_unless_the_mail_is_surely_hers_or_the_address_is_known_as_hers(self, cast):
        conversation = cast.hears().conversation
        cast.hears(
            reply_to="new@home.example", reply_token=conversation.reply_token, marks=["auth:pass"]
        )
        assert replying.answer_address(conversation) == "new@home.example"
        cast.clara.identities.create(kind="email", value="old@home.example")
        cast.hears(reply_to="Old@home.example", reply_token=conversation.reply_token)
        assert replying.answer_address(conversation) == "Old@home.example"

    def test_not_to_where_a_robot_of_hers_wrote_from(self, cast):
        conversation = cast.hears().conversation
        cast.hears(
            reply_to="noreply@robot.example",
            is_automatic=True,
            reply_token=conversation.reply_token,
        )
        assert replying.answer_address(conversation) == "clara@customer.example"

    def test_to_the_address_we_know_when_she_has_not_written(self, cast):
        assert replying.answer_address(cast.parcel) == "clara@customer.example"


class TestThreadingHeaders:
    def test_the_first_letter_answers_her_mail(self, cast):
        conversation = cast.hears(message_id="<q1@customer.example>").conversation
        Message.objects.filter(automatic=True).delete()
        message = replying.reply(conversation, "It left.", by=cast.anna)
        assert message.in_reply_to == message.references == "<q1@customer.example>"

    def test_references_name_all_of_the_thread_in_order_and_answer_her_last(self, cast):
        conversation = cast.hears(message_id="<q1@customer.example>").conversation
        ours = replying.reply(conversation, "It left.", by=cast.anna)
        cast.hears(message_id="<q2@customer.example>", in_reply_to=ours.message_id)
        message = replying.reply(conversation, "Truly.", by=cast.anna)
        assert message.in_reply_to == "<q2@customer.example>"
        ids = message.references.split()
        assert ids[0] == "<q1@customer.example>"
        assert ids[-2:] == [ours.message_id, "<q2@customer.example>"]

    def test_of_a_long_thread_the_first_and_the_newest_stay(self, cast):
        conversation = cast.hears(message_id="<first@customer.example>").conversation
        for number in range(40):
            cast.hears(
                message_id=f"<{number}-{'x' * 60}@customer.example>",
                reply_token=conversation.reply_token,
            )
        ids = replying.reply(conversation, "Yes.", by=cast.anna).references.split()
        assert ids[0] == "<first@customer.example>"
        assert ids[-1].startswith("<39-")
        assert sum(len(one) + 1 for one in ids) <= 1500

    def test_what_a_robot_sent_is_not_answered(self, cast):
        conversation = cast.hears(message_id="<q1@customer.example>").conversation
        robot = {"message_id": "<bounce@mx.example>", "is_automatic": True}
        cast.hears(**robot, reply_token=conversation.reply_token)
        message = replying.reply(conversation, "It left.", by=cast.anna)
        assert message.in_reply_to == "<q1@customer.example>"
        assert "<bounce@mx.example>" not in message.references

    def test_of_an_endless_thread_only_a_few_ids_are_read(self, cast):
        written = (
            Message(conversation=cast.parcel, direction="in", message_id=f"<{number}@x.example>")
            for number in range(2000)
        )
        Message.objects.bulk_create(written)
        with CaptureQueriesContext(connection) as queries:
            _last, references = replying.references_for(cast.parcel)
        assert all("LIMIT" in query["sql"] for query in queries)
        assert references.split()[-1] == "<1999@x.example>"

    def test_a_mail_without_an_id_is_answered_all_the_same(self, cast):
        conversation = cast.hears(message_id="").conversation
        Message.objects.filter(automatic=True).delete()
        message = replying.reply(conversation, "It left.", by=cast.anna)
        assert (message.in_reply_to, message.references) == ("", "")

    def test_ids_of_ours_are_unguessable_and_at_our_host(self, cast):
        ids = {replying.new_message_id(cast.parcel) for _ in range(50)}
        assert len(ids) == 50
        assert all(one.endswith("@kettleandloom.example>") and len(one) > 40 for one in ids)


def test_files_go_with_the_answer(cast):
    file = IncomingFile("label.pdf", "application/pdf", 5, "ab" * 32)
    message = replying.reply(cast.parcel, "The label", by=cast.anna, files=[file])
    assert message.attachments.get().name == "label.pdf"
