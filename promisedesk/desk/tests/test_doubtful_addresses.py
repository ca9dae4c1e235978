"""Answers to an address that letters came back from."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.contacts import addresses
from promisedesk.contacts.models import Identity
from promisedesk.conversations import deliveries, participants, resending
from promisedesk.conversations.models import Conversation, Message
from promisedesk.desk.tests.conversation_page import url
from promisedesk.desk.tests.letters import letter
from promisedesk.lib.mail import refusals

CLARA, OTHER = "clara@customer.example", "clara@work.example"


@pytest.fixture
def asked(cast) -> Conversation:
    return letter(cast, "Where is my throw?").conversation


def page(anna, asked) -> str:
    return anna.get(url(asked)).content.decode()


def answer(anna, asked, **more):
    return anna.post(url(asked, "reply/"), {"text": "It left.", **more}, follow=True)


def comes_back(anna, asked, reason=refusals.UNKNOWN):
    answer(anna, asked)
    message = asked.messages.get(text="It left.")
    deliveries.sent(message.delivery)
    deliveries.bounced(message.delivery, "550 5.1.1 Nobody", reason)
    return message


def another(cast, value=OTHER) -> None:
    Identity.objects.create(contact=cast.clara, kind="email", value=value)


def test_a_bounce_says_why_and_opens_the_conversation(anna, asked):
    comes_back(anna, asked)
    html = page(anna, asked)
    assert 'Came back: <span dir="auto">There is no such address. It may be misspelt. 550' in html
    asked.refresh_from_db()
    assert (asked.state, asked.is_unread) == ("open", True)
    assert addresses.is_doubtful(CLARA)


@pytest.mark.parametrize("reason", [refusals.FULL, refusals.SPAM, refusals.POLICY, ""])
def test_what_is_no_fault_of_the_address_puts_it_in_no_doubt(anna, asked, reason):
    comes_back(anna, asked, reason)
    assert not addresses.is_doubtful(CLARA)


def test_it_goes_to_another_address_with_one_click(anna, cast, asked):
    another(cast)
    lost = comes_back(anna, asked)
    html = page(anna, asked)
    assert f"Send it to {OTHER} instead" in html
    told = anna.post(url(asked, f"instead/{lost.public_id}/"), {"to": OTHER}, follow=True)
    assert "It goes to the other address." in told.content.decode()
    again = asked.messages.exclude(pk=lost.pk).get(text="It left.")
    assert (again.delivery.to_address, again.delivery.state) == (OTHER, "held")
    assert again.message_id != lost.message_id


def test_who_takes_part_gets_no_second_copy(anna, cast, asked):
    another(cast)
    participants.add(asked, "dora@d.example", by=cast.anna)
    lost = comes_back(anna, asked)
    assert lost.deliveries.filter(to_address="dora@d.example").exists()
    anna.post(url(asked, f"instead/{lost.public_id}/"), {"to": OTHER})
    again = asked.messages.exclude(pk=lost.pk).get(text="It left.")
    assert [one.to_address for one in again.deliveries.all()] == [OTHER]


def test_a_double_click_sends_one_letter(anna, cast, asked):
    another(cast)
    lost = comes_back(anna, asked)
    for _ in range(2):
        anna.post(url(asked, f"instead/{lost.public_id}/"), {"to": OTHER})
    [again] = asked.messages.exclude(pk=lost.pk).filter(text="It left.")
    assert f"Send it to {OTHER} instead" not in page(anna, asked)

    deliveries.sent(again.delivery)
    deliveries.bounced(again.delivery, "550 5.2.2 Full", refusals.FULL)
    assert f"Send it to {OTHER} instead" in page(anna, asked)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_send_one_letter(anna, cast, asked):
    another(cast)
    lost = comes_back(anna, asked)
    both = threading.Barrier(2)

    def click(_number):
        both.wait(10)
        try:
            resending.send_instead(Message.objects.get(pk=lost.pk), OTHER, by=cast.anna)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(click, range(2)))
    assert asked.messages.filter(text="It left.").count() == 2


@pytest.mark.parametrize("to", ["stranger@x.example", CLARA, ""])
def test_but_to_none_that_is_not_theirs(anna, cast, asked, to):
    another(cast)
    lost = comes_back(anna, asked)
    told = anna.post(url(asked, f"instead/{lost.public_id}/"), {"to": to}, follow=True)
    assert "one of the customer’s other addresses" in told.content.decode()
    assert asked.messages.filter(text="It left.").count() == 1


def test_the_composer_asks_where_the_next_one_goes(anna, cast, asked):
    another(cast)
    comes_back(anna, asked)
    html = page(anna, asked)
    assert f"A letter to {CLARA} did not arrive." in html
    assert f"Send to {CLARA} all the same" in html
    refused = anna.post(url(asked, "reply/"), {"text": "Again."})
    assert refused.status_code == 422
    assert "Choose below where this one goes" in refused.content.decode()
    answer(anna, asked, text="Again.", to=OTHER)
    assert asked.messages.get(text="Again.").delivery.to_address == OTHER
    answer(anna, asked, text="All the same.", to=CLARA)
    assert asked.messages.get(text="All the same.").delivery.to_address == CLARA
    assert "doubtful" not in page(anna, letter(cast, "Other").conversation)


def test_nobody_can_send_elsewhere_by_it(anna, asked):
    refused = answer(anna, asked, to="stranger@x.example")
    assert "is not on the customer’s card any more" in refused.content.decode()
    assert not asked.messages.filter(text="It left.").exists()


def test_who_writes_again_is_out_of_doubt(anna, cast, asked):
    comes_back(anna, asked)
    letter(cast, "Hello again")
    assert "did not arrive." not in page(anna, asked)


def test_no_acknowledgement_goes_to_an_address_in_doubt(cast):
    another(cast)
    addresses.mark_doubtful(OTHER, now())
    asked = letter(cast, "Hello", reply_to=OTHER).conversation
    assert not asked.messages.filter(automatic=True).exists()
    assert letter(cast, "Hello").conversation.messages.filter(automatic=True).exists()
