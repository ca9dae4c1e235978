"""Which conversation a mail joins: who may, by what, and who may not."""

import pytest

from promisedesk.conversations import inboxes, participants, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db

STRANGER = "mallory@elsewhere.example"


@pytest.fixture
def ours(cast):
    """A letter of ours to Clara."""
    return replying.reply(cast.parcel, "It left on Monday.", by=cast.anna)


def test_an_answer_to_our_letter_joins_by_its_id(cast, ours):
    assert cast.hears(in_reply_to=ours.message_id).conversation == cast.parcel


def test_an_older_id_among_the_references_is_enough(cast, ours):
    answer = cast.hears(
        in_reply_to="<unknown@mailer.example>", references=[ours.message_id, "<x@y.example>"]
    )
    assert answer.conversation == cast.parcel


def test_only_the_newest_references_are_looked_at(cast, ours):
    many = [f"<{n}@mailer.example>" for n in range(10_000)]
    assert cast.hears(references=[*many, ours.message_id]).conversation == cast.parcel
    assert cast.hears(references=[ours.message_id, *many]).conversation != cast.parcel


def test_her_own_first_mail_named_again_joins_too(cast):
    first = cast.hears(message_id="<first@customer.example>")
    second = cast.hears(in_reply_to="<first@customer.example>")
    assert second.conversation == first.conversation


def test_the_token_of_the_address_joins_when_no_header_came_back(cast):
    assert cast.hears(reply_token=cast.parcel.reply_token).conversation == cast.parcel


def test_the_token_counts_when_the_headers_name_somebody_elses_mail(cast):
    cast.hears(address=STRANGER, message_id="<hers@elsewhere.example>")
    answer = cast.hears(in_reply_to="<hers@elsewhere.example>", reply_token=cast.parcel.reply_token)
    assert answer.conversation == cast.parcel


@pytest.mark.parametrize(
    "mutate",
    [
        lambda token: token[:-1] + ("a" if token[-1] != "a" else "b"),
        lambda token: token[:-1],
        lambda token: token + "a",
        lambda token: "",
        lambda token: "1",
    ],
)
def test_a_mutated_token_opens_nothing(cast, mutate):
    assert cast.hears(reply_token=mutate(cast.parcel.reply_token)).conversation != cast.parcel


def test_neither_reference_nor_row_number_open_anything(cast):
    for token in (cast.parcel.ref, cast.parcel.ref.lower(), str(cast.parcel.pk)):
        assert cast.hears(reply_token=token).conversation != cast.parcel
        assert cast.hears(subject=f"Re: [#{cast.parcel.ref}]").conversation != cast.parcel


@pytest.mark.parametrize("by", ["id", "token"])
def test_a_stranger_with_our_id_or_token_gets_a_conversation_of_their_own(cast, ours, by):
    named = (
        {"in_reply_to": ours.message_id} if by == "id" else {"reply_token": cast.parcel.reply_token}
    )
    message = cast.hears(address=STRANGER, **named)
    assert message.conversation != cast.parcel
    assert message.conversation.contact != cast.clara
    told = Event.objects.get(verb="conversation.stranger")
    assert told.conversation_id == message.conversation_id
    assert told.data == {"ref": cast.parcel.ref, "address": STRANGER}


def test_a_mail_without_a_sender_joins_nothing(cast, ours):
    assert cast.hears(address="", in_reply_to=ours.message_id).conversation != cast.parcel


def test_another_persons_id_does_not_take_over_hers(cast):
    """Two customers' programs may write the same Message-ID; each stays in their own."""
    hers = cast.hears(message_id="<1@localhost>")
    his = cast.hears(address=STRANGER, message_id="<1@localhost>")
    assert his.conversation != hers.conversation
    answer = cast.hears(in_reply_to="<1@localhost>")
    assert answer.conversation == hers.conversation


@pytest.mark.parametrize("useless", ["", "<>", "<@>", "< >"])
def test_an_id_that_anybody_could_have_names_nobody(cast, useless):
    cast.hears(message_id=useless)
    before = Conversation.objects.count()
    cast.hears(in_reply_to=useless, references=[useless])
    assert Conversation.objects.count() == before + 1


def test_an_id_counts_in_its_own_inbox_only(cast, ours):
    other = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    message = cast.hears(inbox=other, in_reply_to=ours.message_id)
    assert message.conversation.inbox == other


def test_her_second_mail_of_another_matter_is_another_conversation(cast):
    assert cast.hears().conversation != cast.hears().conversation


FAIL = ["unverified", "auth:fail"]


def test_a_mail_found_to_be_forged_is_not_opened_to_by_her_own_id(cast, ours):
    hers = cast.hears(message_id="<first@customer.example>")
    forged = cast.hears(in_reply_to="<first@customer.example>", marks=FAIL)
    assert forged.conversation != hers.conversation
    # Ours and the token cannot be guessed: a server that fails her is wrong now and then.
    assert cast.hears(in_reply_to=ours.message_id, marks=FAIL).conversation == cast.parcel
    assert cast.hears(reply_token=cast.parcel.reply_token, marks=FAIL).conversation == cast.parcel


def test_somebody_let_in_comes_in_by_id_and_token_unless_forged(cast, ours):
    participants.add(cast.parcel, "colin@c.example", by=cast.anna)
    named = {"address": "Colin@c.example", "name": "Colin"}
    assert cast.hears(**named, in_reply_to=ours.message_id).conversation == cast.parcel
    token = cast.parcel.reply_token
    assert cast.hears("Again", **named, reply_token=token).conversation == cast.parcel
    forged = cast.hears("Forged", **named, reply_token=token, marks=FAIL)
    assert forged.conversation != cast.parcel


def test_who_takes_part_in_one_conversation_does_not_in_another(cast, ours):
    other = cast.hears("Tea?").conversation
    participants.add(other, "colin@c.example", by=cast.anna)
    assert cast.hears(address="colin@c.example", in_reply_to=ours.message_id).conversation not in (
        other,
        cast.parcel,
    )


def test_a_sender_nobody_can_tell_joins_nothing(cast, ours):
    message = cast.hears(in_reply_to=ours.message_id, is_ambiguous=True)
    assert message.conversation != cast.parcel
    assert not cast.parcel.participants.exists()
