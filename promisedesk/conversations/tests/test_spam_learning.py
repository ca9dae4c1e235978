"""What people sorted is learned, in a process of its own, and judges only strangers."""

import json
from pathlib import Path

import pytest
from django.utils.timezone import now

from promisedesk.contacts.models import Contact
from promisedesk.conversations import closing, replying, spam_learning, spam_rules
from promisedesk.conversations.models import Conversation, LearnedSpam
from promisedesk.lib.spam_training import LEAST_HAM, LEAST_SPAM
from promisedesk.lib.spam_words import Learned, features
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
SAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "fixtures" / "spam_samples.jsonl").read_text().splitlines()
]
CASINO = "Claim your 300% casino bonus and free spins now! Best online casino, instant payout."
_LEARNED = ("weights", "bias", "threshold", "is_on", "spam", "ham", "caught", "wrong")
_ONCE: dict = {}


def sort(cast, samples) -> None:
    """People answer the good ones and mark the others."""
    for number, one in enumerate(samples):
        message = cast.hears(
            one["text"], subject=one["subject"], address=f"p{number}@some{number}.example"
        )
        if one["is_spam"]:
            closing.mark_spam(message.conversation, by=cast.anna)
        else:
            replying.reply(message.conversation, "Yes.", by=cast.anna)


def some(most: int) -> list[dict]:
    """So many spam and twice as many good ones, of each language alike."""
    spam = [one for one in SAMPLES if one["is_spam"]][:: max(1, 60 // most)]
    good = [one for one in SAMPLES if not one["is_spam"]][:: max(1, 30 // most)]
    return spam[:most] + good[: most * 2]


@pytest.fixture
def learned(cast):
    sort(cast, some(30))
    if _ONCE:  # the library takes seconds to load, and learns the same each time
        LearnedSpam(pk=1, **_ONCE, tried_at=now(), trained_at=now()).save()
    else:
        assert spam_learning.learn_due() == 1
        _ONCE.update(LearnedSpam.objects.values(*_LEARNED).get())
    return LearnedSpam.objects.get()


def state_of(message) -> str:
    return Conversation.objects.get(pk=message.conversation_id).state


def test_what_looks_like_marked_mail_goes_there_and_says_why(cast, learned):
    assert (learned.is_on, learned.spam, learned.ham) == (True, 30, 60)
    made = Promise.objects.count()
    message = cast.hears(CASINO, subject="Casino bonus", address="x@y.example")
    conversation = Conversation.objects.get(pk=message.conversation_id)
    assert conversation.state == "spam"
    word, number, words = conversation.spam_because.split(":")
    assert (word, number) == ("learned", "30")
    assert "bonus" in words.split()
    assert Promise.objects.count() == made


def test_a_customers_question_does_not(cast, learned):
    for text in ("Where is my parcel? I ordered a throw.", "Где мой заказ? Жду неделю.",
                 "Czy mogę zwrócić czajnik? Przecieka."):  # fmt: skip
        assert state_of(cast.hears(text, address="new@y.example")) == "open"


def test_whom_we_answered_is_not_judged(cast, learned):
    cast.hears("Where is my parcel?", address="known@y.example")
    Contact.objects.filter(identities__value="known@y.example").update(answered_at=now())
    message = cast.hears(CASINO, subject="Casino bonus", address="known@y.example")
    assert state_of(message) == "open"


def test_a_trusted_sender_is_not_judged(cast, learned):
    spam_rules.put("y.example", is_spam=False, by=cast.ada)
    assert state_of(cast.hears(CASINO, subject="Casino bonus", address="x@y.example")) == "open"


def test_taking_one_back_is_learned_at_once(cast, learned):
    message = cast.hears(CASINO, subject="Casino bonus", address="x@y.example")
    closing.not_spam(Conversation.objects.get(pk=message.conversation_id), by=cast.anna)
    assert spam_learning.learn_due() == 1
    assert LearnedSpam.objects.get().ham == learned.ham + 1


def test_too_few_examples_teach_nothing(cast):
    sort(cast, some(LEAST_SPAM - 1))
    assert spam_learning.learn_due() == 0
    row = LearnedSpam.objects.get()
    assert (row.is_on, row.spam) == (False, LEAST_SPAM - 1)
    assert state_of(cast.hears(CASINO, address="x@y.example")) == "open"


def test_it_learns_after_some_clicks_and_else_within_the_hour(cast, learned):
    assert spam_learning.learn_due() == 0
    closing.mark_spam(cast.hears(address="one@y.example").conversation, by=cast.anna)
    assert spam_learning.learn_due() == 0
    LearnedSpam.objects.update(tried_at=now() - spam_learning.PATIENCE * 2)
    assert spam_learning.learn_due() == 1


def test_what_a_filter_called_spam_teaches_nothing(cast):
    for number in range(LEAST_SPAM * 2):
        cast.hears(address=f"{number}@y.example", spam_because="X-Spam-Flag")
    sort(cast, [one for one in SAMPLES if not one["is_spam"]][:LEAST_HAM])
    spam_learning.note_click(was_wrong=True)
    assert spam_learning.learn_due() == 0
    assert LearnedSpam.objects.get().spam == 0


def test_nothing_is_asked_of_the_database_for_each_mail(cast, learned, django_assert_num_queries):
    spam_learning.judge("Casino bonus", CASINO, "x@y.example")
    with django_assert_num_queries(0):
        assert spam_learning.judge("Casino bonus", CASINO, "x@y.example")


def test_too_little_known_is_no_verdict():
    learned = Learned({"casino": 30.0, "bonus": 30.0}, 0.0, 0.9)
    assert not learned.is_spam(features("", "casino bonus"))
