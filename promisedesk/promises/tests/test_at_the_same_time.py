"""What several workers do to one conversation in the same moment."""

import threading

import pytest
from django.db import connection

from promisedesk.cast import Cast
from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Event
from promisedesk.promises import breaking
from promisedesk.promises.models import Promise

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


def test_two_workers_break_a_promise_once(cast):
    promise = Promise.objects.get(asked_by=cast.hears(may_acknowledge=False))
    Promise.objects.update(due_at=promise.made_at)
    at_once(breaking.break_due, breaking.break_due)
    assert Event.objects.filter(verb="promise.broken").count() == 1
