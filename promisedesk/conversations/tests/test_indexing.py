import pytest
from django.utils.timezone import now

from promisedesk.conversations import indexing, replying
from promisedesk.conversations.incoming import IncomingMessage, receive
from promisedesk.conversations.models import Message
from promisedesk.search.finding import find
from promisedesk.search.models import Document

pytestmark = pytest.mark.django_db


def written(cast, **fields):
    return receive(
        IncomingMessage(
            inbox=cast.help,
            arrived_at=now(),
            address="dora@post.example",
            name="Dora Quist",
            subject="A lid is missing",
            text="The teapot came without its lid.",
            quoted_text="> earlier nonsense",
            message_id="<1@post.example>",
            **fields,
        )
    )


def keys(query):
    return [hit.key for hit in find(query)]


@pytest.mark.parametrize("query", ["teapots", "lid missing", "Dora Quist", "dora@post.example"])
def test_a_mail_is_found_at_once_by_its_words_and_sender(cast, query):
    message = written(cast)
    assert keys(query) == [message.pk]


def test_a_mail_is_found_by_the_reference_of_its_conversation(cast):
    message = written(cast)
    assert keys(message.conversation.ref) == [message.pk]
    assert find("teapot")[0].group == message.conversation_id


def test_what_is_only_quoted_is_not_found(cast):
    written(cast)
    assert keys("nonsense") == []


def test_answers_and_notes_are_found(cast):
    answer = replying.reply(cast.parcel, "It left on Monday by courier.", by=cast.anna)
    note = replying.note(cast.parcel, "The courier lost it, ask Boris.", by=cast.anna)
    assert keys("courier") == [note.pk, answer.pk]


def test_indexing_anew_finds_the_same_and_forgets_what_is_gone(cast):
    message = written(cast)
    gone = replying.note(cast.parcel, "A teapot note", by=cast.anna)
    Document.objects.filter(kind="message", key=message.pk).delete()
    Message.objects.filter(pk=gone.pk).delete()
    assert indexing.reindex() == Message.objects.exclude(direction="out", automatic=True).count()
    assert keys("teapot") == [message.pk]
    assert Document.objects.filter(kind="message", key=gone.pk).count() == 0


def test_an_acknowledgement_is_not_in_the_way(cast):
    message = written(cast)
    ours = message.conversation.messages.filter(direction="out", automatic=True)
    assert not Document.objects.filter(kind="message", key__in=ours.values("pk")).exists()
