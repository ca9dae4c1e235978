"""What several workers do to one conversation in the same moment."""

import threading
import time

import pytest
from django.db import connection, transaction

from promisedesk.cast import Cast
from promisedesk.conversations import closing, deliveries, merging, replying
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import breaking, keeping, listeners
from promisedesk.promises.models import Promise
from tests.servers import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast():
    return Cast()


def at_once(*deeds) -> None:
    """Do all of these in threads that start together; raises what one of them raised."""
    start, errors = threading.Barrier(len(deeds)), []

    def run(deed):
        try:
            start.wait()
            deed()
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def answer(cast, conversation):
    return replying.reply(conversation, "It left on Monday.", by=cast.anna).delivery


def test_a_mail_that_comes_while_the_answer_leaves_is_promised_an_answer(cast):
    for _ in range(10):
        conversation = cast.hears(may_acknowledge=False).conversation
        delivery = answer(cast, conversation)
        at_once(
            lambda delivery=delivery: deliveries.sent(delivery),
            lambda token=conversation.reply_token: cast.hears("The lid?", reply_token=token),
        )
        states = Promise.objects.filter(conversation=conversation).order_by("pk")
        assert list(states.values_list("state", flat=True)) == ["kept", "running"]
        assert Conversation.objects.get(pk=conversation.pk).due_at


def test_two_answers_that_leave_at_once_keep_it_once(cast):
    for _ in range(5):
        conversation = cast.hears(may_acknowledge=False).conversation
        both = [answer(cast, conversation) for _ in range(2)]
        at_once(*[lambda one=one: deliveries.sent(one) for one in both])
        kept = Event.objects.filter(verb="promise.kept", conversation_id=conversation.pk)
        assert kept.count() == 1


def while_it_is_merged(cast, gone, into, write) -> list[Exception]:
    """`write` begins when a merge has begun that is not committed yet; what it raised."""
    begun, faults = threading.Event(), []

    def run():
        try:
            begun.wait(10)
            write()
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    with transaction.atomic():
        merging.merge(gone, into, by=cast.anna)
        begun.set()
        wait_until(lambda: somebody_waits_for_a_lock() or not thread.is_alive(), 10)
    thread.join(10)
    return faults


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


@pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has one writer, who reads nothing old"
)
@pytest.mark.parametrize("kind", ["reply", "note"])
def test_what_is_written_while_it_is_merged_is_not_left_in_the_shell(cast, kind):
    into = cast.hears(may_acknowledge=False).conversation
    gone = cast.hears(may_acknowledge=False).conversation
    deeds = {
        "reply": lambda: replying.reply(gone, "It left.", by=cast.anna),
        "note": lambda: replying.note(gone, "A word", by=cast.anna),
    }
    (fault,) = while_it_is_merged(cast, gone, into, deeds[kind])
    assert isinstance(fault, Refused), fault
    assert not gone.messages.exists()


def test_an_answer_left_in_a_shell_settles_what_is_owed_where_it_was_merged_into(cast):
    into, gone = cast.hears().conversation, cast.hears().conversation
    delivery = answer(cast, gone)
    merging.merge(gone, into, by=cast.anna)
    Message.objects.filter(pk=delivery.message_id).update(conversation=gone)
    deliveries.sent(Delivery.objects.get(pk=delivery.pk))
    assert Promise.objects.filter(conversation=into, settled_by=delivery.message_id).exists()
    deliveries.bounced(Delivery.objects.get(pk=delivery.pk), "550 no")


def test_two_workers_break_a_promise_once(cast):
    promise = Promise.objects.get(asked_by=cast.hears(may_acknowledge=False))
    Promise.objects.update(due_at=promise.made_at)
    at_once(breaking.break_due, breaking.break_due)
    assert Event.objects.filter(verb="promise.broken").count() == 1


def test_spam_pressed_while_an_answer_is_written_down(cast, monkeypatch):
    """Whoever changes a conversation takes its row first: else each waits for the other."""
    conversation = cast.hears(may_acknowledge=False).conversation
    delivery = answer(cast, conversation)
    rank, withdraw = keeping.rank_by_promises, keeping.withdraw

    def slowly(deed):
        def run(*args, **more):
            time.sleep(0.3)
            return deed(*args, **more)

        return run

    monkeypatch.setattr(keeping, "rank_by_promises", slowly(rank))
    monkeypatch.setattr(listeners.keeping, "withdraw", slowly(withdraw))
    at_once(
        lambda: deliveries.sent(delivery),
        lambda: closing.mark_spam(Conversation.objects.get(pk=conversation.pk), by=cast.anna),
    )
    assert Delivery.objects.get(pk=delivery.pk).state == Delivery.State.SENT
    assert Conversation.objects.get(pk=conversation.pk).state == Conversation.State.SPAM
    assert Promise.objects.get(conversation=conversation).state in ("kept", "withdrawn")
