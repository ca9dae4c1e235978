"""What is said with a supplier stands beside the conversation, and the customer never sees it."""

import pytest

from promisedesk.agents.models import Agent
from promisedesk.channels.email import letters
from promisedesk.conversations import (
    assigning,
    closing,
    deliveries,
    forwarding,
    inboxes,
    merging,
    replying,
    siding,
    splitting,
)
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Delivery, Message, Tag
from promisedesk.core import files
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
COURIER = "claims@courier.example"
SECRET = "Parcel lost in Hull"


@pytest.fixture
def parcel(cast) -> Conversation:
    return cast.hears("Where is my parcel?", message_id="<hers@customer.example>").conversation


@pytest.fixture
def side(cast, parcel) -> Conversation:
    return siding.start(parcel, COURIER, "Parcel 17", "Where is it?", by=cast.anna)


@pytest.fixture
def answered(cast, side) -> Message:
    ours = side.messages.get()
    return cast.hears(SECRET, address=COURIER, name="Hal", in_reply_to=ours.message_id)


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def test_it_is_a_conversation_of_its_own_with_somebody_else(cast, parcel, side):
    assert (side.parent, side.state) == (parcel, "waiting")
    assert side.contact.shown_name == COURIER
    assert side.inbox == parcel.inbox
    assert side.reply_token != parcel.reply_token
    assert side.messages.get().delivery.to_address == COURIER
    assert Event.objects.get(verb="side.started").conversation_id == parcel.pk


def test_the_answer_comes_back_beside_it_and_makes_it_new(cast, parcel, side, answered):
    assert answered.conversation == side
    assert fresh(parcel).is_unread
    told = Event.objects.get(verb="side.answered")
    assert (told.conversation_id, told.data["side"]) == (parcel.pk, side.public_id)


def test_an_answer_opens_a_resolved_one_again(cast, parcel, side):
    Conversation.objects.filter(pk=parcel.pk).update(state="resolved", is_unread=False)
    cast.hears(SECRET, address=COURIER, reply_token=side.reply_token)
    assert (fresh(parcel).state, fresh(parcel).is_unread) == ("open", True)


def test_nothing_is_promised_to_a_supplier_and_nothing_acknowledged(cast, parcel, answered):
    assert Promise.objects.filter(conversation=parcel).count() == Promise.objects.count() == 1
    assert not Delivery.objects.filter(to_address=COURIER, is_automatic=True).exists()
    again = replying.reply(fresh(answered.conversation), "Find it.", by=cast.anna)
    deliveries.sent(again.delivery)
    assert Promise.objects.count() == 1
    deliveries.bounced(again.delivery, "550 no")
    assert Promise.objects.count() == 1


def test_what_we_say_there_answers_nobody_here(cast, parcel, answered):
    deliveries.sent(replying.reply(fresh(answered.conversation), "Find it.", by=cast.anna).delivery)
    assert Promise.objects.get().state == "running"
    assert fresh(parcel).due_at


def _mail(message: Message) -> str:
    return letters.build(message.delivery).as_string()


def test_no_letter_to_the_customer_tells_of_it(cast, parcel, side, answered):
    ours = side.messages.order_by("pk").first()
    answer = replying.reply(fresh(parcel), "We are looking for it.", by=cast.anna)
    assert [one.to_address for one in answer.deliveries.all()] == ["clara@customer.example"]
    named = answer.references + answer.in_reply_to
    assert ours.message_id not in named
    mail = _mail(answer)
    for secret in (SECRET, COURIER, side.ref, side.reply_token, "Hull", "Parcel 17"):
        assert secret not in mail


def test_no_letter_to_the_supplier_tells_of_the_customer(cast, parcel, side):
    ours = side.messages.get()
    assert "<hers@customer.example>" not in ours.references + ours.in_reply_to
    mail = _mail(ours)
    for secret in ("Clara", "clara@customer.example", parcel.ref, parcel.reply_token):
        assert secret not in mail


def test_the_customer_does_not_come_in_by_its_ids_nor_the_supplier_by_hers(cast, parcel, side):
    ours = side.messages.get()
    assert cast.hears("Me", in_reply_to=ours.message_id).conversation not in (side, parcel)
    assert cast.hears("Me", reply_token=side.reply_token).conversation not in (side, parcel)
    supplier = cast.hears("Us", address=COURIER, in_reply_to="<hers@customer.example>")
    assert supplier.conversation not in (side, parcel)
    assert not parcel.participants.filter(state="approved").exists()


def test_a_new_matter_of_the_supplier_does_not_fold_into_it(cast, side, answered):
    assert cast.hears(SECRET, address=COURIER).conversation.parent is None


def test_who_may_not_answer_may_not_ask_and_who_sees_nothing_sees_nothing(cast, parcel, side):
    light = Agent.objects.create_user("l@kettleandloom.example", "Lea", role="light")
    with pytest.raises(Refused):
        siding.start(parcel, COURIER, "Parcel", "Where?", by=light)
    assert not Conversation.objects.visible_to(cast.boris).filter(pk=side.pk).exists()
    assert Conversation.objects.visible_to(cast.anna).filter(pk=side.pk).exists()


@pytest.mark.parametrize(
    "to", ["", "nobody", "clara@customer.example", "help@kettleandloom.example"]
)
def test_not_to_the_customer_nor_to_ourselves(cast, parcel, to):
    with pytest.raises(Refused):
        siding.start(parcel, to, "Parcel", "Where?", by=cast.anna)
    assert not parcel.sides.exists()


def test_not_beside_a_side_and_not_without_words(cast, parcel, side):
    with pytest.raises(Refused):
        siding.start(side, "other@courier.example", "Parcel", "Where?", by=cast.anna)
    for subject, text in (("", "Where?"), ("Parcel", " ")):
        with pytest.raises(Refused):
            siding.start(parcel, "other@courier.example", subject, text, by=cast.anna)


def test_it_can_be_resolved(cast, side, answered):
    closing.resolve(fresh(side), by=cast.anna)
    assert fresh(side).state == "resolved"


def test_it_follows_its_conversation_into_another_and_back(cast, parcel, side, answered):
    other = cast.hears("Second").conversation
    row = merging.merge(fresh(parcel), other, by=cast.anna)
    assert fresh(side).parent == other
    cast.hears("More", address=COURIER, reply_token=side.reply_token)
    assert Event.objects.filter(verb="side.answered", conversation_id=other.pk).exists()
    merging.take_back(row, by=cast.anna)
    assert fresh(side).parent == parcel


class TestForwarding:
    def test_the_words_and_files_go_and_answers_come_back_beside(self, cast):
        sha256 = files.store(b"picture")
        photo = IncomingFile("photo.jpg", "image/jpeg", 7, sha256)
        message = cast.hears("It is broken", name="Clara Holm", files=[photo])
        parcel = message.conversation
        side = forwarding.forward(parcel, [message], COURIER, "Please look.", by=cast.anna)
        sent = side.messages.get()
        assert sent.text.startswith("Please look.")
        assert "It is broken" in sent.text
        assert "Clara Holm <clara@customer.example>" in sent.text
        assert (sent.subject, sent.attachments.get().sha256) == (
            "Fwd: Where is my parcel?",
            sha256,
        )
        answer = cast.hears("We see", address=COURIER, in_reply_to=sent.message_id)
        assert answer.conversation == side
        assert Event.objects.filter(verb="conversation.passed_on", conversation_id=parcel.pk)

    def test_notes_and_messages_of_others_never_go(self, cast, parcel):
        note = replying.note(parcel, "She is angry", by=cast.anna)
        foreign = cast.hears("Other", address="x@y.example")
        with pytest.raises(Refused):
            forwarding.forward(parcel, [note, foreign], COURIER, "Look", by=cast.anna)
        assert not parcel.sides.exists()


def test_talks_go_to_the_team_with_their_conversation(cast, parcel, side):
    def boris_sees():
        return Conversation.objects.visible_to(cast.boris).filter(pk=side.pk).exists()

    assigning.give_to_team(parcel, cast.returns, by=cast.mona)
    assert boris_sees()
    assigning.give_to_team(parcel, None, by=cast.mona)
    assert not boris_sees()


def test_talks_go_to_the_inbox_that_their_conversation_was_merged_into(cast, parcel, side):
    returns = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    other = cast.hears("Back", inbox=returns).conversation
    row = merging.merge(fresh(parcel), other, by=cast.mona)
    assert fresh(side).inbox == returns
    merging.take_back(row, by=cast.mona)
    assert fresh(side).inbox == cast.help


def test_marks_in_what_is_passed_on_are_no_links(cast):
    message = cast.hears("See [your bank](https://evil.example/x)")
    parcel = message.conversation
    side = forwarding.forward(parcel, [message], COURIER, "Please **look**.", by=cast.anna)
    html = letters.build(side.messages.get().delivery).get_body(["html"]).get_content()
    assert "<strong>look</strong>" in html
    assert "[your bank](https://evil.example/x)" in html
    assert "href=" not in html


def test_a_new_matter_keeps_its_team_tags_and_fields(cast, parcel):
    message = cast.hears("And my tea?", reply_token=parcel.reply_token)
    tag = Tag.objects.create(name="Urgent")
    parcel.tags.add(tag)
    Conversation.objects.filter(pk=parcel.pk).update(team=cast.returns, fields={"order": "7"})
    new = fresh(splitting.split(message, by=cast.mona))
    assert (new.team, list(new.tags.all()), new.fields) == (cast.returns, [tag], {"order": "7"})
