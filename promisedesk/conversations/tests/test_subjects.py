"""A conversation has a name, also when the mail that began it has none."""

import pytest

from promisedesk.conversations import replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.previews import came_in

pytestmark = pytest.mark.django_db


def picture(name: str = "kettle.jpg", kind: str = "image/jpeg") -> IncomingFile:
    return IncomingFile(name, kind, 3, "0" * 64)


def test_without_a_subject_the_first_words_are_the_name_and_the_mail_stays_as_it_came(cast):
    message = cast.hears("Hello,\nwhere is my kettle? I wait.", subject="")
    assert message.conversation.subject == "Where is my kettle?"
    assert message.subject == ""
    answer = replying.reply(message.conversation, "Here.", by=cast.anna)
    assert answer.subject == "Where is my kettle?"


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_without_words_it_is_called_a_question_in_the_customers_language(cast, language):
    message = cast.hears("", subject="", language=language, files=[picture()])
    assert message.conversation.subject


def test_a_very_long_subject_is_cut_at_a_word(cast):
    subject = cast.hears(subject="kettle " * 60).conversation.subject
    assert subject.endswith("kettle…")
    assert len(subject) <= 300


@pytest.mark.parametrize(
    ("files", "fact"),
    [
        ([], None),
        ([picture()], ("pictures", "1")),
        ([picture(), picture("b.png", "image/png")], ("pictures", "2")),
        ([picture("my invoice.pdf", "application/pdf")], ("file", "my invoice.pdf")),
        ([picture(), picture("a.pdf", "application/pdf")], ("files", "2")),
    ],
)
def test_the_list_knows_what_came_instead_of_words(cast, files, fact):
    conversation = cast.hears("", subject="Look", files=files).conversation
    assert came_in(conversation.preview) == fact
    later = cast.hears("  ", subject="Another", files=files).conversation
    later.refresh_from_db()
    assert came_in(later.preview) == fact


def test_words_never_look_like_a_fact(cast):
    assert came_in(cast.hears("\x1ffiles 9").conversation.preview) is None
