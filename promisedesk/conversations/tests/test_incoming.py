from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.conversations import closing, replying
from promisedesk.conversations.incoming import IncomingFile, preview_of
from promisedesk.conversations.models import LONGEST_SUBJECT, Conversation, Message
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db
State = Conversation.State


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def test_a_first_mail_starts_a_conversation_with_its_sender(cast):
    at = now() - timedelta(hours=3)
    message = cast.hears(
        "Bonjour", address="dora@post.example", name="Dora Quist", subject="A lid", arrived_at=at
    )
    conversation = message.conversation
    assert conversation.contact.name == "Dora Quist"
    assert (conversation.subject, conversation.state) == ("A lid", State.OPEN)
    assert (conversation.created_at, message.created_at) == (at, at)
    assert conversation.inbox == cast.help


def test_a_known_sender_is_the_same_contact_in_any_case(cast):
    assert cast.hears(address="CLARA@Customer.Example").conversation.contact == cast.clara


def test_a_mail_without_sender_or_subject_is_kept(cast):
    message = cast.hears("", address="", subject="")
    assert message.conversation.contact.shown_name == "Unknown sender"


def test_long_things_are_cut_to_fit_and_never_refused(cast):
    message = cast.hears(
        "x" * 100_000,
        subject="s" * 5000,
        name="n" * 5000,
        message_id=f"<{'i' * 5000}@x>",
        in_reply_to=f"<{'r' * 5000}@x>",
        references=[f"<{'r' * 990}{n}@x>" for n in range(50)],
        files=[IncomingFile("f" * 5000, "t" * 500, 1, "0" * 64, content_id="c" * 5000)],
    )
    message.refresh_from_db()
    assert len(message.text) == 100_000
    assert len(message.subject) == len(message.conversation.subject) == LONGEST_SUBJECT
    assert message.attachments.count() == 1


@pytest.mark.parametrize("state", [State.WAITING, State.RESOLVED])
def test_her_answer_opens_the_conversation_again(cast, state):
    replying.reply(cast.parcel, "It left on Monday.", by=cast.anna)
    Conversation.objects.filter(pk=cast.parcel.pk).update(state=state, snoozed_until=now())
    cast.hears("Still nothing", reply_token=cast.parcel.reply_token)
    conversation = fresh(cast.parcel)
    assert (conversation.state, conversation.snoozed_until) == (State.OPEN, None)
    assert (conversation.is_unread, conversation.last_is_ours) == (True, False)
    assert conversation.preview == "Still nothing"
    told = Event.objects.filter(verb="conversation.reopened").count()
    assert told == (state == State.RESOLVED)  # what only waited was never closed


def test_a_robots_answer_opens_nothing(cast):
    replying.reply(cast.parcel, "It left on Monday.", by=cast.anna)
    cast.hears("I am away", reply_token=cast.parcel.reply_token, is_automatic=True)
    assert fresh(cast.parcel).state == State.WAITING


def test_what_is_spam_stays_spam(cast):
    closing.mark_spam(cast.parcel, by=cast.anna)
    cast.hears("More of it", reply_token=cast.parcel.reply_token)
    assert fresh(cast.parcel).state == State.SPAM


def test_a_mail_that_arrived_before_the_last_one_does_not_turn_back_the_clock(cast):
    first = cast.hears("newer").conversation
    before = fresh(first).last_at
    cast.hears("older", reply_token=first.reply_token, arrived_at=now() - timedelta(days=2))
    assert fresh(first).last_at == before


def test_references_and_tokens_are_random(cast):
    conversations = [cast.hears(address=f"{n}@c.example").conversation for n in range(20)]
    assert len({one.ref for one in conversations}) == 20
    assert len({one.reply_token for one in conversations}) == 20
    assert all(len(one.reply_token) == 26 and len(one.ref) == 8 for one in conversations)


def test_files_keep_their_order_and_names(cast):
    files = [IncomingFile(name, "image/png", 3, "ab" * 32) for name in ("1.png", "фото.png")]
    message = cast.hears(files=files)
    names = message.attachments.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["1.png", "фото.png"]


@pytest.mark.parametrize(
    ("text", "preview"),
    [("Where\n\n is  it?", "Where is it?"), ("", ""), ("a" * 900, "a" * 140)],
)
def test_the_preview_is_one_short_line(text, preview):
    assert preview_of(text) == preview


def test_received_is_recorded_at_its_arrival(cast):
    at = now() - timedelta(hours=3)
    message = cast.hears(arrived_at=at)
    event = Event.objects.get(verb="message.received")
    assert event.at == at
    assert event.data == {"message": message.pk, "is_new": True, "may_acknowledge": True}
    assert Message.objects.count() == 2  # hers, and the acknowledgement
