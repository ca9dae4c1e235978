"""What goes to the spam, by whose word, and what comes back out of it."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.conversations import closing, deliveries, replying, spam_reasons, spam_rules
from promisedesk.conversations.models import Conversation, Delivery, SpamRule
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.lib.mail.domains import ascii_host
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
SPAMMER = "win@casino.example"


def fresh(conversation) -> Conversation:
    return Conversation.objects.get(pk=conversation.pk)


def is_spam(message) -> bool:
    return fresh(message.conversation).state == Conversation.State.SPAM


def test_what_the_mail_servers_filter_says_is_believed(cast):
    message = cast.hears(address=SPAMMER, spam_because="X-Spam-Flag")
    assert is_spam(message)
    assert fresh(message.conversation).spam_because == "filter:X-Spam-Flag"
    assert not Promise.objects.exists()
    assert not Delivery.objects.exists()


def test_a_customers_answer_stays_in_its_conversation_whatever_a_filter_says(cast):
    conversation = cast.hears().conversation
    answer = replying.reply(conversation, "It left.", by=cast.anna)
    message = cast.hears(in_reply_to=answer.message_id, spam_because="X-Spam-Flag")
    assert message.conversation == conversation
    assert not is_spam(message)


@pytest.mark.parametrize("pattern", [SPAMMER, "casino.example", "@Casino.example"])
def test_a_blocked_sender_is_spam(cast, pattern):
    spam_rules.put(pattern, is_spam=True, by=cast.ada)
    for address in (SPAMMER, "WIN@Casino.example"):
        assert is_spam(cast.hears(address=address))
    assert not is_spam(cast.hears(address="win@notcasino.example"))
    assert Promise.objects.count() == 1


def test_a_domain_above_counts_and_the_nearest_rule_wins(cast):
    spam_rules.put("casino.example", is_spam=True, by=cast.ada)
    spam_rules.put("good.casino.example", is_spam=False, by=cast.ada)
    assert is_spam(cast.hears(address="a@mail.casino.example"))
    assert not is_spam(cast.hears(address="a@good.casino.example"))


def test_an_allowed_sender_is_never_spam(cast):
    spam_rules.put("clara@customer.example", is_spam=False, by=cast.anna)
    assert not is_spam(cast.hears(spam_because="X-Spam-Flag"))


def test_a_domain_of_other_letters_is_one_in_either_spelling(cast):
    spam_rules.put("реклама.рф", is_spam=True, by=cast.ada)
    assert is_spam(cast.hears(address=f"a@{ascii_host('реклама.рф')}"))
    assert is_spam(cast.hears(address="a@реклама.рф"))


def test_a_blocked_sender_comes_in_by_no_old_conversation(cast):
    conversation = cast.hears().conversation
    answer = replying.reply(conversation, "It left.", by=cast.anna)
    deliveries.sent(answer.delivery)
    spam_rules.put("clara@customer.example", is_spam=True, by=cast.anna)
    message = cast.hears("You are thieves!", in_reply_to=answer.message_id)
    assert is_spam(message)
    assert fresh(conversation).state == Conversation.State.WAITING
    assert Promise.objects.count() == 1


def test_one_press_blocks_who_wrote_and_moves_this(cast):
    message = cast.hears(address=SPAMMER)
    closing.block_sender(message.conversation, by=cast.anna)
    assert is_spam(message)
    assert is_spam(cast.hears(address=SPAMMER))
    assert Promise.objects.get().state == "withdrawn"
    rule = SpamRule.objects.get()
    assert (rule.pattern, rule.is_spam, rule.added_by) == (SPAMMER, True, cast.anna)


def test_one_press_trusts_who_wrote_and_takes_this_back(cast):
    closing.block_sender(cast.hears().conversation, by=cast.anna)
    message = cast.hears()
    closing.trust_sender(message.conversation, by=cast.anna)
    assert not is_spam(message)
    assert not is_spam(cast.hears())
    assert not SpamRule.objects.get().is_spam


def test_what_is_refused(cast):
    for pattern in ("", "no address", "@", "a@", "shop", "kettleandloom.example",
                    "help@kettleandloom.example", "example"):  # fmt: skip
        with pytest.raises(Refused):
            spam_rules.put(pattern, is_spam=True, by=cast.ada)
    with pytest.raises(Refused, match="Only an admin"):
        spam_rules.put("casino.example", is_spam=True, by=cast.anna)
    rule = spam_rules.put(SPAMMER, is_spam=True, by=cast.anna)
    with pytest.raises(Refused, match="Only an admin"):
        spam_rules.remove(rule, by=cast.anna)
    nobody = cast.hears(address="").conversation
    with pytest.raises(Refused, match="Nobody knows who wrote"):
        closing.block_sender(nobody, by=cast.anna)


def test_a_rule_is_forgotten(cast):
    rule = spam_rules.put(SPAMMER, is_spam=True, by=cast.ada)
    spam_rules.remove(rule, by=cast.ada)
    assert not is_spam(cast.hears(address=SPAMMER))
    assert Event.objects.filter(verb__startswith="sender.").count() == 2


# Taking it back


def test_taken_back_it_is_promised_from_its_arrival_and_acknowledged(cast):
    arrived = now() - timedelta(hours=2)
    message = cast.hears(spam_because="X-Spam-Flag", arrived_at=arrived)
    closing.not_spam(message.conversation, by=cast.anna)
    promise = Promise.objects.get()
    assert (promise.made_at, promise.asked_by) == (arrived, message)
    assert promise.told_by is not None
    assert fresh(message.conversation).due_at == promise.due_at
    assert fresh(message.conversation).spam_because == spam_reasons.NOT


def test_a_promise_that_is_due_already_is_honestly_late(cast):
    arrived = now() - timedelta(days=9)
    message = cast.hears(spam_because="X-Spam-Flag", arrived_at=arrived)
    closing.not_spam(message.conversation, by=cast.anna)
    promise = Promise.objects.get()
    assert promise.state_now == "broken"
    assert promise.told_by is None
    assert not Delivery.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"may_acknowledge": False}, {"arrived_at": now() - timedelta(hours=25)}]
)
def test_what_may_not_be_acknowledged_is_not_afterwards(cast, fields):
    message = cast.hears(spam_because="X-Spam-Flag", **fields)
    closing.not_spam(message.conversation, by=cast.anna)
    assert Promise.objects.count() == 1
    assert not Delivery.objects.exists()


def test_a_robots_mail_is_never_promised_an_answer(cast):
    message = cast.hears(spam_because="X-Spam-Flag", is_automatic=True)
    closing.not_spam(message.conversation, by=cast.anna)
    assert not Promise.objects.exists()
    assert not Delivery.objects.exists()


def test_a_slip_of_the_hand_changes_nothing_for_the_customer(cast):
    message = cast.hears()
    letter = message.conversation.messages.get(direction="out")
    deliveries.sent(letter.delivery)
    closing.mark_spam(message.conversation, by=cast.anna)
    closing.not_spam(message.conversation, by=cast.anna)
    promise = Promise.objects.get(state="running")
    assert promise.told_by == letter
    assert promise.told_at is not None
    assert Delivery.objects.count() == 1


def test_a_second_mail_of_a_spammer_in_a_row_is_told_with_the_first(cast):
    for _ in range(5):
        cast.hears("Win a million pounds today.", address=SPAMMER, spam_because="X-Spam-Flag")
    found = Conversation.objects.filter(state="spam").get()
    assert found.folded == 4
