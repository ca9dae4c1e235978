"""Read mail finds whom it is from: answers, bounces, robots, ourselves; what is learnt of them."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.channels.email.tests.coming_in import acknowledgements, answered, get
from promisedesk.channels.email.tests.conftest import add_shop, letter
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core.models import Event, Workspace
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    return add_shop()


def test_an_answer_joins_its_conversation(shop):
    ours = answered(shop)
    answer = get(letter("Thank you!", more=f"In-Reply-To: {ours.message_id}\n")).message
    assert answer.conversation == ours.conversation
    assert acknowledgements() == 1  # the first mail's


def test_an_answer_joins_by_the_token_in_the_address(shop):
    ours = answered(shop)
    token = ours.conversation.reply_token
    answer = get(letter("Thank you!"), to=f"help+{token}@shop.example").message
    assert answer.conversation == ours.conversation


def test_an_inbox_with_a_plus_is_answered_to_its_conversation():
    add_shop("help+tea@shop.example")
    first = get(letter(), to="help+tea@shop.example").message
    token = first.conversation.reply_token
    answer = get(letter("Thank you!"), to=f"help+tea+{token}@shop.example").message
    assert answer.conversation == first.conversation


def test_a_stranger_with_our_id_gets_a_conversation_of_their_own(shop):
    ours = answered(shop)
    raw = letter("What did she buy?", sender="eve@evil.example",
                 more=f"In-Reply-To: {ours.message_id}\n")  # fmt: skip
    message = get(raw, to=f"help+{ours.conversation.reply_token}@shop.example").message
    assert message.conversation != ours.conversation
    assert Event.objects.filter(verb="conversation.stranger").exists()


def test_a_vacation_reply_lands_on_the_conversation_and_changes_nothing(shop):
    ours = answered(shop)
    more = f"Auto-Submitted: auto-replied\nIn-Reply-To: {ours.message_id}\n"
    raw = letter("I am away.", subject="Automatic reply: My parcel", more=more)
    message = get(raw).message
    assert message.conversation == ours.conversation
    assert message.automatic
    message.conversation.refresh_from_db()
    assert message.conversation.state == Conversation.State.WAITING
    assert acknowledgements() == 1


BOUNCE = """--b
Content-Type: text/plain

Your mail could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.customer.example

Final-Recipient: rfc822; clara@customer.example
Action: {action}
Status: {status}

--b
Content-Type: text/rfc822-headers

From: help@shop.example
Message-ID: {message_id}
Subject: Re: My parcel

--b--"""


def bounce(message_id: str, action: str = "failed", status: str = "5.1.1") -> bytes:
    return letter(
        BOUNCE.format(message_id=message_id, action=action, status=status),
        sender="Mail Delivery System <MAILER-DAEMON@mx.customer.example>",
        subject="Undelivered Mail Returned to Sender",
        more="Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n",
    )


def test_a_bounce_marks_the_delivery_it_names(shop):
    ours = answered(shop)
    message = get(bounce(ours.message_id), envelope="").message

    assert (message.conversation, message.automatic) == (ours.conversation, True)
    assert ours.delivery.__class__.objects.get(message=ours).state == Delivery.State.BOUNCED
    assert Conversation.objects.get().state == Conversation.State.OPEN
    assert Event.objects.filter(verb="delivery.bounced").count() == 1
    assert Contact.objects.count() == 1  # the mail server is nobody's customer
    assert acknowledgements() == 1
    assert Promise.objects.count() == 1


def test_a_delay_is_no_bounce(shop):
    ours = answered(shop)
    get(bounce(ours.message_id, action="delayed", status="4.4.1"), envelope="")
    assert Delivery.objects.get(message=ours).state == Delivery.State.SENT


def test_a_bounce_of_nothing_we_know_is_a_conversation_without_promise(shop):
    message = get(bounce("<unknown@shop.example>"), envelope="").message
    assert message.automatic
    assert not Promise.objects.exists()
    assert acknowledgements() == 0


@pytest.mark.parametrize(
    "more",
    ["Auto-Submitted: auto-generated\n", "Precedence: bulk\n", "List-Id: <a.example>\n",
     "X-Auto-Response-Suppress: All\n", "X-Loop: a\n"],
)  # fmt: skip
def test_robots_and_lists_get_no_acknowledgement(shop, more):
    assert get(letter(more=more)).state == "done"
    assert acknowledgements() == 0


def test_the_null_sender_gets_no_acknowledgement_but_a_promise(shop):
    get(letter(), envelope="")
    assert acknowledgements() == 0
    assert Promise.objects.count() == 1


def test_an_old_mail_gets_no_acknowledgement(shop):
    get(letter(), arrived_at=now() - timedelta(hours=25))
    assert acknowledgements() == 0


def test_our_own_mail_coming_home_is_dropped(shop):
    ours = answered(shop)
    raw = letter("It is on its way.", sender="Shop <help@shop.example>", message_id=ours.message_id)
    home = get(raw, envelope="help@shop.example")
    assert (home.state, home.message) == ("dropped", ours)


def test_a_mail_from_our_own_address_is_kept_but_not_acknowledged(shop):
    assert get(letter(sender="help@shop.example")).state == "done"
    assert acknowledgements() == 0


def test_a_subject_like_a_robots_takes_no_promise_away(shop):
    get(letter(subject="Away from home next week, please hold my parcel"))
    assert Promise.objects.count() == acknowledgements() == 1
    get(letter(subject="Automatic reply: your order", sender="dan@c.example"))
    assert (Promise.objects.count(), acknowledgements()) == (2, 1)


def test_an_answer_under_a_robots_subject_opens_the_conversation(shop):
    ours = answered(shop)
    get(letter("It still leaks!", subject="Auto: Car", more=f"In-Reply-To: {ours.message_id}\n"))
    assert Conversation.objects.get().state == Conversation.State.OPEN


# What is learnt about the customer


def test_a_text_too_short_to_tell_is_in_the_language_the_customer_used_last(shop):
    get(letter("Dzień dobry, gdzie jest moja paczka? Proszę o pomoc. Dziękuję bardzo."))
    assert get(letter("12345", subject="12345")).message.language == "pl"


def test_a_phone_number_in_an_answer_is_suggested(shop):
    Workspace.objects.update_or_create(pk=1, defaults={"country": "GB"})
    ours = answered(shop)
    get(letter("Call me: 0121 234 5678", more=f"In-Reply-To: {ours.message_id}\n"))
    phone = Identity.objects.get(kind="phone")
    assert (phone.value, phone.is_suggested) == ("+441212345678", True)
    get(letter("Or +44 20 7946 0018", more=f"In-Reply-To: {ours.message_id}\n"))
    assert Identity.objects.filter(kind="phone").count() == 1


def test_a_first_mails_numbers_are_not_taken_for_phones(shop):
    get(letter("My order is 0121 234 5678"))
    assert not Identity.objects.filter(kind="phone").exists()
