from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture
def delivery(cast):
    return replying.reply(cast.parcel, "It left on Monday.", by=cast.anna).delivery


def fresh(row):
    return type(row)._default_manager.get(pk=row.pk)


def seen(*verbs) -> int:
    return Event.objects.filter(verb__in=[f"delivery.{verb}" for verb in verbs]).count()


def test_sent_is_the_end_of_it(delivery):
    at = now()
    deliveries.sent(delivery, at)
    row = fresh(delivery)
    assert (row.state, row.sent_at, row.due_at, row.last_error) == (State.SENT, at, None, "")
    assert seen("sent") == 1


def test_a_trouble_for_now_is_tried_again_with_growing_pauses(delivery):
    pauses = []
    for attempt in (1, 2, 3):
        delivery.attempts = attempt
        deliveries.deferred(delivery, "greylisted")
        pauses.append(round((fresh(delivery).due_at - now()).total_seconds()))
    assert pauses == [5, 10, 20]
    assert fresh(delivery).state == State.DEFERRED
    assert fresh(delivery).last_error == "greylisted"


def test_whatever_a_server_says_can_be_written_down(delivery):
    deliveries.deferred(delivery, "451 \x00" + "x" * 5000)
    assert fresh(delivery).last_error.startswith("451 ?xxx")


def test_the_timeline_tells_of_a_delay_once(delivery):
    for attempt in (1, 2, 3):
        delivery.attempts, delivery.state = attempt, State.SENDING
        deliveries.deferred(delivery, "greylisted")
    assert seen("deferred") == 1


def test_after_four_days_it_is_given_up(cast, delivery):
    delivery.created_at = now() - timedelta(days=3, hours=23)
    deliveries.deferred(delivery, "greylisted")
    assert fresh(delivery).state == State.DEFERRED
    delivery.created_at = now() - timedelta(days=4, minutes=1)
    deliveries.deferred(delivery, "greylisted")
    assert (fresh(delivery).state, fresh(delivery).due_at) == (State.FAILED, None)
    assert seen("failed") == 1


def test_what_cannot_be_delivered_opens_the_conversation_again(cast, delivery):
    assert fresh(cast.parcel).state == Conversation.State.WAITING
    deliveries.failed(delivery, "550 no such person")
    conversation = fresh(cast.parcel)
    assert (conversation.state, conversation.is_unread) == (Conversation.State.OPEN, True)


def test_a_failed_acknowledgement_is_nobodys_fault(cast):
    conversation = cast.hears().conversation
    message = conversation.messages.get(automatic=True)
    Conversation.objects.filter(pk=conversation.pk).update(state=Conversation.State.WAITING)
    deliveries.failed(message.delivery, "550 no such person")
    assert fresh(conversation).state == Conversation.State.WAITING


def test_without_a_mail_server_it_waits_and_says_so(delivery):
    delivery.attempts = 7
    deliveries.held(delivery, "Not sent: no mail server set.")
    row = fresh(delivery)
    assert (row.state, row.attempts) == (State.QUEUED, 0)
    assert row.last_error == "Not sent: no mail server set."
    assert row.due_at > now()


def test_a_doubt_is_marked_and_told_once(delivery):
    deliveries.in_doubt(delivery)
    assert fresh(delivery).in_doubt_at
    deliveries.was_in_doubt(delivery)
    row = fresh(delivery)
    assert (row.in_doubt_at, row.maybe_twice) == (None, True)
    assert seen("in_doubt") == 1


@pytest.mark.parametrize("state", [State.DEFERRED, State.FAILED, State.QUEUED])
def test_a_person_may_try_again_at_once(cast, delivery, state):
    Delivery.objects.update(state=state, due_at=now() + timedelta(hours=1), attempts=9)
    deliveries.retry_message(delivery.message, by=cast.anna)
    row = fresh(delivery)
    assert (row.state, row.attempts) == (State.QUEUED, 0)
    assert row.due_at <= now()


@pytest.mark.parametrize("state", [State.SENT, State.SENDING, State.HELD])
def test_what_is_gone_or_going_is_not_tried_again(cast, delivery, state):
    Delivery.objects.update(state=state)
    with pytest.raises(Refused):
        deliveries.retry_message(delivery.message, by=cast.anna)


def test_a_letter_that_is_no_longer_true_ends_in_silence(cast):
    conversation = cast.hears().conversation
    delivery = conversation.messages.get(automatic=True).delivery
    Conversation.objects.filter(pk=conversation.pk).update(state=Conversation.State.WAITING)
    deliveries.dropped(delivery, "Not sent: the promised time had passed.")
    row = fresh(delivery)
    assert (row.state, row.due_at, row.sent_at) == (State.FAILED, None, None)
    assert row.last_error == "Not sent: the promised time had passed."
    assert seen("failed", "sent") == 0
    assert fresh(conversation).state == Conversation.State.WAITING
