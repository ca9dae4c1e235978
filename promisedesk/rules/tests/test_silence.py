"""Resolving what a customer is silent about: never without a letter before, never in silence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise
from promisedesk.rules import letters, silence
from promisedesk.rules.models import Rule, Run
from promisedesk.rules.silence import Silence
from promisedesk.rules.tests.acting import work

DAY = 86400


def sent(message) -> Message:
    deliveries.sent(Delivery.objects.get(message=message))
    return message


@pytest.fixture
def answered(cast, clock) -> Conversation:
    conversation = cast.hears(subject="My order").conversation
    sent(replying.reply(conversation, "It is on its way", by=cast.anna))
    return Conversation.objects.get(pk=conversation.pk)


@pytest.fixture
def pair(cast) -> Rule:
    rule = silence.add(Silence(days=7, before=2), by=cast.ada)
    silence.switch(rule, on=True, by=cast.ada)
    return rule


def letter_in(conversation) -> Message | None:
    written = conversation.messages.filter(direction="out", automatic=True)
    return next((one for one in written if letters.WHILE_SILENT in one.marks), None)


def state_of(conversation) -> str:
    return Conversation.objects.get(pk=conversation.pk).state


def test_it_writes_then_resolves(pair, answered, clock, cast):
    clock.shift(5 * DAY - 60)
    work()
    assert letter_in(answered) is None
    clock.shift(60)
    work()
    letter = letter_in(answered)
    # Monday noon and five days is Saturday; two days later is Monday.
    assert "by Monday 30 November, 12:00 (" in " ".join(letter.text.split())
    assert state_of(answered) == "waiting"
    sent(letter)
    clock.shift(2 * DAY - 60)
    work()
    assert state_of(answered) == "waiting"
    clock.shift(60)
    work()
    assert state_of(answered) == "resolved"


@pytest.fixture(autouse=True)
def _clara_is_known(cast, clock):
    cast.clara.answered_at = datetime(2026, 1, 1, tzinfo=UTC)
    cast.clara.save(update_fields=["answered_at"])


def test_the_letter_is_an_automatic_one(pair, answered, clock):
    clock.shift(5 * DAY)
    work()
    letter = letter_in(answered)
    assert letter.automatic
    assert letter.agent is None
    assert letter.subject == "Re: My order"
    delivery = letter.deliveries.get()
    assert (delivery.is_automatic, delivery.to_address) == (True, "clara@customer.example")


def test_an_answer_after_the_letter_cancels_it(pair, answered, clock, cast):
    clock.shift(5 * DAY)
    work()
    sent(letter_in(answered))
    cast.hears("Nothing came yet", reply_token=answered.reply_token)
    clock.shift(3 * DAY)
    work()
    assert state_of(answered) == "open"


def test_an_answer_after_it_was_resolved_opens_it_again(pair, answered, clock, cast):
    clock.shift(5 * DAY)
    work()
    sent(letter_in(answered))
    clock.shift(2 * DAY)
    work()
    assert state_of(answered) == "resolved"
    cast.hears("It is broken", reply_token=answered.reply_token)
    assert state_of(answered) == "open"


def test_nothing_is_resolved_whose_letter_never_left(pair, answered, clock):
    clock.shift(5 * DAY)
    work()
    assert letter_in(answered)
    clock.shift(9 * DAY)
    work()
    assert state_of(answered) == "waiting"


def test_a_letter_that_waited_is_not_sent_when_the_customer_wrote(pair, answered, clock, cast):
    clock.shift(5 * DAY)
    work()
    letter = letter_in(answered)
    assert letters.why_not_now(letter) == ""
    cast.hears("Nothing came yet", reply_token=answered.reply_token)
    assert "somebody wrote meanwhile" in letters.why_not_now(letter)


def test_nothing_is_resolved_while_something_is_owed(pair, answered, clock, cast):
    clock.shift(5 * DAY)
    work()
    sent(letter_in(answered))
    now_ = Conversation.objects.get(pk=answered.pk)
    due_at = datetime(2026, 12, 20, tzinfo=UTC)
    Promise.objects.create(
        kind="commitment", conversation=now_, contact=cast.clara, made_at=due_at, due_at=due_at,
        target="1 day", time_zone="UTC",
    )  # fmt: skip
    Conversation.objects.filter(pk=now_.pk).update(due_at=due_at)
    clock.shift(2 * DAY)
    work()
    assert state_of(answered) == "waiting"


def test_it_is_written_in_the_customers_language(pair, clock, cast):
    contact = cast.hears("Где мой заказ?", subject="Заказ", language="ru",
                         address="dora@customer.example").conversation  # fmt: skip
    sent(replying.reply(contact, "В пути", by=cast.anna))
    clock.shift(5 * DAY)
    work()
    letter = letter_in(contact)
    assert letter.language == "ru"
    assert "до понедельника, 30 ноября, 12:00" in " ".join(letter.text.split())


def test_switched_on_for_those_now_it_writes_before_it_resolves(answered, clock, cast):
    clock.shift(20 * DAY)
    rule = silence.add(Silence(days=7, before=2), by=cast.ada)
    silence.switch(rule, on=True, by=cast.ada, also_those_now=True)
    work()
    assert state_of(answered) == "waiting"
    sent(letter_in(answered))
    clock.shift(2 * DAY)
    work()
    assert state_of(answered) == "resolved"


def test_working_days_are_counted_in_opening_hours(answered, clock, cast):
    rule = silence.add(Silence(days=5, before=2, is_working=True), by=cast.ada)
    silence.switch(rule, on=True, by=cast.ada)
    sent(replying.reply(answered, "One thing more", by=cast.anna))
    clock.shift(3 * DAY)  # Thursday
    work()
    letter = letter_in(answered)
    assert "by Monday 30 November, 12:00" in " ".join(letter.text.split())


def test_only_in_the_inboxes_it_is_for(answered, clock, cast):
    rule = silence.add(Silence(inboxes=["another"]), by=cast.ada)
    silence.switch(rule, on=True, by=cast.ada)
    sent(replying.reply(answered, "One thing more", by=cast.anna))
    clock.shift(30 * DAY)
    work()
    assert letter_in(answered) is None


def test_what_is_put_aside_is_left_alone(pair, answered, clock):
    until = datetime(2027, 1, 10, tzinfo=UTC)
    Conversation.objects.filter(pk=answered.pk).update(snoozed_until=until)
    clock.shift(5 * DAY)
    work()
    assert letter_in(answered) is None


def test_it_is_off_until_switched_on_and_both_halves_go_together(cast):
    rule = silence.add(Silence(), by=cast.ada)
    assert not Rule.objects.filter(is_active=True).exists()
    silence.switch(rule, on=True, by=cast.ada)
    assert Rule.objects.filter(is_active=True).count() == 2
    silence.switch(rule, on=False, by=cast.ada)
    assert not Rule.objects.filter(is_active=True).exists()
    silence.remove(rule, by=cast.ada)
    assert not Rule.objects.exists()


def test_the_form_gets_back_what_was_saved(cast):
    wished = Silence(days=10, before=3, is_working=True, inboxes=[cast.help.public_id], name="Hush")
    rule = silence.add(wished, by=cast.ada)
    assert silence.read(Rule.objects.get(pk=rule.pk)) == wished
    silence.change(rule, replace(wished, days=4, before=1), by=cast.ada)
    assert silence.read(Rule.objects.get(pk=rule.pk)) == replace(wished, days=4, before=1)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"days": 2, "before": 2},
        {"days": 7, "before": 0},
        {"days": 1000, "before": 2},
        {"texts": {"en": "Hello, we will close this."}},
        {"texts": {}},
    ],
)
def test_what_makes_no_sense_is_refused(cast, nonsense):
    with pytest.raises(Refused):
        silence.add(Silence(**nonsense), by=cast.ada)


def test_a_robot_gets_no_letter(pair, answered, clock, cast):
    cast.hears("I am away", reply_token=answered.reply_token, is_automatic=True)
    clock.shift(5 * DAY)
    work()
    assert letter_in(answered) is None
    assert "robot" in Run.objects.get().error
