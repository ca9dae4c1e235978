"""What agents promise in their own words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.conversations import closing, deliveries, replying, undoing
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import breaking, committing, keeping, renewing
from promisedesk.promises.committing import Pledge
from promisedesk.promises.models import Promise
from promisedesk.promises.tests.conftest import MONDAY_NOON

HOUR = timedelta(hours=1)
SOON = MONDAY_NOON + 3 * HOUR


@pytest.fixture
def conversation(cast):
    return cast.hears().conversation


def pledged(deed: str = "call", due_at=SOON) -> Pledge:
    return Pledge(deed, "I'll call you this afternoon", due_at)


def letter(cast, conversation, *pledges) -> Message:
    message = replying.reply(conversation, "I'll call you.", by=cast.anna, hold_for=HOUR)
    committing.commit(conversation, pledges, by=cast.anna, told_by=message)
    return message


def commitments() -> list[str]:
    found = Promise.objects.filter(kind="commitment").order_by("pk")
    return [one.state_now for one in found]


def due(conversation):
    return Conversation.objects.get(pk=conversation.pk).due_at


def test_live_on_after_the_answer_and_are_told_by_it(cast, conversation):
    message = letter(cast, conversation, pledged())
    deliveries.sent(message.delivery)
    promise = Promise.objects.get(kind="commitment")
    assert (promise.state, promise.agent, promise.told_at) == ("running", cast.anna, MONDAY_NOON)
    assert due(conversation) == SOON
    assert Conversation.objects.get(pk=conversation.pk).answer_due_at is None


def test_break_like_any_other(cast, clock, conversation):
    deliveries.sent(letter(cast, conversation, pledged()).delivery)
    clock.move_to(SOON)
    assert commitments() == ["broken"]


def test_done_by_hand_is_kept_or_late(cast, clock, conversation):
    deliveries.sent(letter(cast, conversation, pledged("refund"), pledged("ship")).delivery)
    first, second = Promise.objects.filter(kind="commitment").order_by("pk")
    clock.shift(HOUR)
    committing.fulfil(first, by=cast.anna)
    clock.move_to(SOON + HOUR)
    committing.fulfil(second, by=cast.anna)
    assert commitments() == ["kept", "broken"]
    assert Promise.objects.get(pk=second.pk).late_s == 3600
    assert due(conversation) is None


def test_an_answer_keeps_the_promise_to_answer_but_not_the_letter_that_gives_it(cast, conversation):
    deliveries.sent(letter(cast, conversation, pledged("answer")).delivery)
    assert commitments() == ["running"]
    deliveries.sent(replying.reply(conversation, "It is red.", by=cast.anna).delivery)
    assert commitments() == ["kept"]


def test_an_answer_does_not_keep_a_promise_to_call(cast, conversation):
    deliveries.sent(letter(cast, conversation, pledged("call")).delivery)
    deliveries.sent(replying.reply(conversation, "It is red.", by=cast.anna).delivery)
    assert commitments() == ["running"]


def test_a_letter_taken_back_promised_nothing(cast, conversation):
    undoing.take_back(letter(cast, conversation, pledged()), by=cast.anna)
    assert commitments() == ["withdrawn"]
    assert due(conversation) == MONDAY_NOON + timedelta(days=1)


def test_resolving_needs_no_reason_and_lets_them_live(cast, conversation):
    deliveries.sent(letter(cast, conversation, pledged()).delivery)
    closing.resolve(Conversation.objects.get(pk=conversation.pk), by=cast.anna)
    assert commitments() == ["running"]


def test_what_was_none_is_withdrawn_with_a_reason(cast, conversation):
    letter(cast, conversation, pledged())
    promise = Promise.objects.get(kind="commitment")
    with pytest.raises(Refused):
        committing.withdraw(promise, by=cast.anna, because="")
    committing.withdraw(promise, by=cast.anna, because="She wrote that all is well.")
    assert commitments() == ["withdrawn"]


def test_what_is_missed_cannot_be_withdrawn(cast, clock, conversation):
    letter(cast, conversation, pledged())
    clock.move_to(SOON + HOUR)
    with pytest.raises(Refused):
        committing.withdraw(Promise.objects.get(kind="commitment"), by=cast.anna, because="No.")


def test_what_is_past_cannot_be_promised(cast, conversation):
    with pytest.raises(Refused):
        committing.commit(conversation, [pledged(due_at=MONDAY_NOON)], by=cast.anna)


def test_a_logged_call_keeps_calls_and_the_answer(cast, clock, conversation):
    committing.commit(conversation, [pledged()], by=cast.anna)
    clock.shift(HOUR)
    call = Message.objects.create(
        conversation=conversation,
        direction="out",
        channel="phone",
        agent=cast.anna,
        text="She is content.",
        marks=[keeping.CALLED],
    )
    keeping.settle(call, MONDAY_NOON + HOUR)
    assert {one.state for one in Promise.objects.all()} == {"kept"}
    assert due(conversation) is None


def test_an_answer_that_bounced_keeps_no_promise_to_answer(cast, clock, conversation):
    deliveries.sent(letter(cast, conversation, pledged("answer")).delivery)
    bounced = letter(cast, conversation).delivery
    deliveries.sent(bounced)
    assert commitments() == ["kept"]
    deliveries.bounced(bounced, "550 unknown")
    assert commitments() == ["running"]
    assert due(conversation) == SOON


def test_a_conversation_is_locked_before_what_is_promised_in_it(cast, conversation):
    letter(cast, conversation, pledged())
    promise = Promise.objects.get(kind="commitment")
    with CaptureQueriesContext(connection) as asked:
        new = renewing.renew(promise, SOON + timedelta(days=1), by=cast.anna)
        committing.fulfil(new, by=cast.anna)
    read = [one["sql"].split(" FROM ")[1].split()[0] for one in asked if " FROM " in one["sql"]]
    first = {
        table: read.index(f'"{table}"')
        for table in ("conversations_conversation", "promises_promise")
    }
    assert first["conversations_conversation"] < first["promises_promise"]


class TestSpamAndBack:
    def there_and_back(self, cast, conversation, between=lambda: None):
        conversation.refresh_from_db()
        closing.mark_spam(conversation, by=cast.anna)
        between()
        conversation.refresh_from_db()
        closing.not_spam(conversation, by=cast.anna)

    def test_what_was_promised_is_owed_again_by_the_same_hour(self, cast, conversation):
        letter(cast, conversation, pledged(), pledged("refund", SOON + HOUR))
        self.there_and_back(cast, conversation)
        assert commitments() == ["running", "running"]
        assert due(conversation) == SOON
        verbs = Event.objects.filter(verb="promise.owed_again", by=cast.anna)
        assert verbs.count() == 2

    def test_what_is_past_by_then_is_missed(self, cast, clock, conversation):
        deliveries.sent(letter(cast, conversation, pledged()).delivery)
        self.there_and_back(cast, conversation, lambda: clock.move_to(SOON + HOUR))
        assert commitments() == ["broken"]
        breaking.break_due()
        assert Event.objects.filter(verb="promise.broken").count() == 1

    def test_what_was_withdrawn_for_another_reason_stays_so(self, cast, conversation):
        letter(cast, conversation, pledged(), pledged("refund", SOON + HOUR))
        first, second = Promise.objects.filter(kind="commitment").order_by("pk")
        committing.withdraw(first, by=cast.anna, because="They called us.")
        renewing.renew(second, SOON + 2 * HOUR, by=cast.anna, is_told=False)
        self.there_and_back(cast, conversation)
        assert commitments() == ["withdrawn", "withdrawn", "running"]

    def test_nor_does_what_was_withdrawn_after_it_had_come_back_once(self, cast, conversation):
        letter(cast, conversation, pledged())
        self.there_and_back(cast, conversation)
        committing.withdraw(
            Promise.objects.get(kind="commitment"), by=cast.anna, because="They called us."
        )
        self.there_and_back(cast, conversation)
        assert commitments() == ["withdrawn"]

    def test_nor_does_what_a_letter_said_that_never_left(self, cast, conversation):
        message = letter(cast, conversation, pledged())
        self.there_and_back(cast, conversation, lambda: undoing.take_back(message, by=cast.anna))
        assert commitments() == ["withdrawn"]

    def test_nor_does_an_answer_that_left_meanwhile(self, cast, conversation):
        deliveries.sent(letter(cast, conversation, pledged("answer")).delivery)
        second = replying.reply(conversation, "It has left.", by=cast.anna)
        self.there_and_back(cast, conversation, lambda: deliveries.sent(second.delivery))
        assert commitments() == ["withdrawn"]
