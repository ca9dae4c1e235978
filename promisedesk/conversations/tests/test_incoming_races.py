"""A mail that comes in while somebody decides about its conversation."""

import threading

import pytest
from django.db import connection, transaction
from django.utils.timezone import now

from promisedesk.contacts import cards
from promisedesk.conversations import closing
from promisedesk.promises.models import Promise
from tests.servers import wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="SQLite has one writer, who reads nothing old"
    ),
]


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0] > 0


def hears_while(cast, decide, **mail) -> None:
    """A mail of Clara's finds its conversation as it was before `decide`, which commits first."""
    decided, faults = threading.Event(), []

    def hear():
        try:
            decided.wait(10)
            mail.setdefault("in_reply_to", "<first@customer.example>")
            cast.hears("And one more thing.", **mail)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    thread = threading.Thread(target=hear)
    thread.start()
    with transaction.atomic():
        decide()
        decided.set()
        wait_until(somebody_waits_for_a_lock, 10)
    thread.join(10)
    assert not faults


def test_it_opens_a_conversation_that_is_being_resolved(cast):
    mine = cast.hears("Where is it?", message_id="<first@customer.example>").conversation
    Promise.objects.update(state="kept", settled_at=now())
    type(mine).objects.update(due_at=None, answer_due_at=None)
    hears_while(cast, lambda: closing.resolve(mine, by=cast.anna))
    mine.refresh_from_db()
    assert mine.messages.filter(direction="in").count() == 2
    assert (mine.state, Promise.objects.owed().count()) == ("open", 1)


def test_it_gets_no_promise_in_one_that_is_being_marked_as_spam(cast):
    mine = cast.hears("Where is it?", message_id="<first@customer.example>").conversation
    hears_while(cast, lambda: closing.mark_spam(mine, by=cast.anna))
    mine.refresh_from_db()
    assert mine.messages.filter(direction="in").count() == 2
    assert (mine.state, mine.due_at, Promise.objects.owed().count()) == ("spam", None, 0)


def test_it_is_on_the_card_that_its_own_was_put_into(cast):
    work = cast.hears("From work", address="clara@work.example").contact
    hears_while(
        cast,
        lambda: cards.merge(work, cast.clara, by=cast.anna),
        address="clara@work.example",
        in_reply_to="",
    )
    assert not work.conversations.exists()
    assert cast.clara.conversations.count() == 3
    assert not Promise.objects.filter(contact=work).exists()


def test_cards_are_put_together_after_the_mail_that_is_coming_in(cast):
    work = cast.hears("From work", address="clara@work.example").contact

    def merge():
        cards.merge(work, cast.clara, by=cast.anna)
        connection.close()

    thread = threading.Thread(target=merge)
    with transaction.atomic():
        cast.hears("One more", address="clara@work.example")
        thread.start()
        wait_until(somebody_waits_for_a_lock, 10)
    thread.join(10)
    assert not work.conversations.exists()
    assert cast.clara.conversations.count() == 3
