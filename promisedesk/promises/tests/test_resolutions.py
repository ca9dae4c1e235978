"""The time in which a whole matter is to be settled: it rests while we wait for the customer."""

from datetime import timedelta

import pytest

from promisedesk.conversations import closing, deliveries, replying
from promisedesk.conversations.models import Conversation
from promisedesk.promises import policies
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def conversation(cast):
    policy = policies.policy_of(cast.help)
    policy.resolution_target = "8 working hours"
    policy.save()
    return cast.hears().conversation


def matter() -> Promise:
    return Promise.objects.get(kind="resolution")


def answer(cast, conversation):
    message = replying.reply(conversation, "Which colour?", by=cast.anna)
    deliveries.sent(message.delivery)
    return message


def test_begins_with_the_question_beside_the_answer(conversation):
    assert matter().due_at == MONDAY_NOON + DAY - HOUR  # 6 hours today, 2 tomorrow
    assert Promise.objects.count() == 2


def test_rests_while_the_customer_is_asked_and_goes_on_with_what_was_left(
    cast, clock, conversation
):
    clock.shift(2 * HOUR)
    answer(cast, conversation)
    assert (matter().state, matter().paused_at) == ("paused", MONDAY_NOON + 2 * HOUR)
    assert Conversation.objects.get(pk=conversation.pk).due_at is None
    clock.shift(2 * DAY)
    cast.hears("Blue", reply_token=conversation.reply_token)
    assert (matter().state, matter().paused_at) == ("running", None)
    # 6 of 8 hours were left on Wednesday at 14:00: 4 of them that day, 2 on Thursday.
    assert matter().due_at == MONDAY_NOON + 3 * DAY - HOUR


def test_is_never_broken_while_it_rests(cast, clock, conversation):
    answer(cast, conversation)
    clock.shift(9 * DAY)
    assert matter().state_now == "paused"
    closing.resolve(Conversation.objects.get(pk=conversation.pk), by=cast.anna)
    assert (matter().state, matter().settled_at) == ("kept", MONDAY_NOON + 9 * DAY)


def test_is_kept_by_resolving_in_time(cast, clock, conversation):
    clock.shift(HOUR)
    closing.resolve(conversation, by=cast.anna, because="phone")
    assert matter().state == "kept"


def test_is_broken_when_nobody_resolved(cast, clock, conversation):
    clock.shift(2 * DAY)
    assert matter().state_now == "broken"
    closing.resolve(conversation, by=cast.anna, because="phone")
    assert (matter().state, matter().settled_at) == ("broken", MONDAY_NOON + 2 * DAY)


def test_is_withdrawn_by_spam(cast, conversation):
    closing.mark_spam(conversation, by=cast.anna)
    assert matter().state == "withdrawn"


def test_begins_anew_when_it_is_opened_again(cast, clock, conversation):
    closing.resolve(conversation, by=cast.anna, because="phone")
    clock.shift(DAY)
    closing.reopen(conversation, by=cast.anna)
    found = Promise.objects.filter(kind="resolution").order_by("pk")
    assert [one.state for one in found] == ["kept", "running"]
    assert found[1].made_at == MONDAY_NOON + DAY


def test_is_not_late_while_it_rests(cast, clock, conversation):
    answer(cast, conversation)
    clock.shift(3 * DAY)
    assert (matter().state_now, matter().late_s) == ("paused", None)
