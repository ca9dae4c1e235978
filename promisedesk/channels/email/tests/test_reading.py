"""Kept mail becomes messages: once each, in the right place, whatever it looks like."""

import random
import threading
import unicodedata
from contextlib import suppress
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.db import OperationalError, connection
from django.utils.timezone import now
from psycopg.errors import ProgramLimitExceeded

from promisedesk.channels.email import apart, reading
from promisedesk.channels.email.tests.conftest import (
    add_shop,
    incoming,
    letter,
    read_everything,
)
from promisedesk.contacts.models import Contact, Identity
from promisedesk.conversations import replying
from promisedesk.conversations.arriving import take_in
from promisedesk.conversations.models import Arrival, Conversation, Delivery, Look, Message
from promisedesk.core import files
from promisedesk.core.models import Event, Workspace
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    return add_shop()


def get(raw: bytes, *, to="help@shop.example", envelope="clara@customer.example", **more):
    """A mail comes and is read; the arrival as it is then."""
    [arrival] = take_in(raw, source="smtp", recipients=[to], envelope_from=envelope, **more)
    read_everything()
    arrival.refresh_from_db()
    return arrival


def acknowledgements() -> int:
    return Message.objects.filter(direction="out", automatic=True).count()


def answered(shop) -> Message:
    """A reply of ours to Clara, as it lies in her mailbox."""
    from promisedesk.agents.models import Agent

    conversation = get(letter(message_id="<question@c.example>")).message.conversation
    anna = Agent.objects.create_user("anna@shop.example", "Anna", role="agent")
    message = replying.reply(conversation, "It is on its way.", by=anna)
    Delivery.objects.filter(message=message).update(state="sent", sent_at=now(), due_at=None)
    return message


def test_a_mail_becomes_a_conversation_with_a_promise_and_an_acknowledgement(shop):
    arrival = get(letter("Where is my parcel? Thank you.", message_id="<a@c.example>"))

    assert (arrival.state, arrival.due_at, arrival.leased_by) == ("done", None, "")
    message = arrival.message
    assert message.text == "Where is my parcel? Thank you."
    assert (message.from_address, message.from_name) == ("clara@customer.example", "Clara Holm")
    assert message.raw_sha256 == arrival.sha256
    assert message.language == "en"
    assert message.created_at == arrival.arrived_at
    assert Promise.objects.filter(conversation=message.conversation).count() == 1
    assert acknowledgements() == 1


def test_files_are_kept_under_their_content_whatever_they_are_called(shop):
    raw = letter(
        "--x\nContent-Type: text/plain\n\nSee the picture.\n"
        '--x\nContent-Type: image/png\nContent-Disposition: attachment; filename="../../etc/pass'
        'wd\\0.png"\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n--x--',
        more="MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n",
    )
    [file] = get(raw).message.attachments.all()
    assert files.read(file.sha256) == b"hello"
    assert "/" not in file.name
    assert file.size == 5


def test_the_same_bytes_again_are_one_message(shop):
    first = get(letter())
    again = get(letter())
    assert (again.state, again.message) == ("dropped", first.message)
    assert len(incoming()) == 1


def test_the_same_bytes_twice_in_one_round_are_one_message(shop):
    for _ in range(3):
        take_in(letter(), source="pipe", recipients=["help@shop.example"])
    read_everything()
    assert sorted(Arrival.objects.values_list("state", flat=True)) == ["done", "dropped", "dropped"]


def test_a_mail_to_two_inboxes_is_seen_in_both(shop):
    other = add_shop("returns@shop.example")
    take_in(letter(), source="smtp", recipients=["help@shop.example", "returns@shop.example"])
    read_everything()
    assert {one.conversation.inbox for one in incoming()} == {shop, other}


def test_different_mails_with_one_message_id_are_both_kept(shop):
    get(letter("The first question.", message_id="<same@c.example>"))
    get(letter("Quite another question.", message_id="<same@c.example>"))
    assert len(incoming()) == 2


def test_the_copy_over_a_list_is_the_same_mail(shop):
    get(letter("A question.", message_id="<one@c.example>"))
    copy = get(
        letter("A question.", message_id="<one@c.example>", subject="[list] My parcel",
               more="List-Id: <l.example>\n")
    )  # fmt: skip
    assert copy.state == "dropped"


@pytest.mark.parametrize("message_id", ["", "<>", "<a>", "x" * 10_000, "<\x01\x02@\x03>"])
def test_useless_message_ids_join_nothing(shop, message_id):
    get(letter("One.", message_id=message_id))
    get(letter("Two.", message_id=message_id, more=f"In-Reply-To: {message_id}\n"))
    assert len(incoming()) == 2
    assert [one.text for one in incoming()] == ["One.", "Two."]


@pytest.mark.parametrize(
    "raw",
    [
        b"Just a line of text, no header at all.\r\n",
        b"From: \r\nSubject: no sender\r\n\r\nHello\r\n",
        b"From: <>\r\n\r\nHello\r\n",
        letter(sender="one@a.example, two@b.example)three@c.example"),
        letter("text \x00 with \x00 NUL", subject="A \x00 subject"),
        letter(to=", ".join(f"p{n}@x.example" for n in range(10_000))),
        letter(subject="=?utf-8?B?////?= =?koi8-r?Q?=CE=C5?="),
        letter(more="Date: Mon, 99 Foo 99999 99:99:99 +9999\n"),
        letter(more="Content-Type: multipart/mixed; boundary=\n"),
        letter("\n", subject=""),
        b"\xff\xfe\x00\x01" * 1000,
        b"\r\n\r\n\r\nonly a body",
        letter(more="Content-Type: text/plain; charset=x-nonsense\n"),
    ],
    ids=range(13),
)  # fmt: skip
def test_odd_mails_become_messages_all_the_same(shop, raw):
    arrival = get(raw)
    assert (arrival.state, arrival.last_error) == ("done", "")
    assert files.read(arrival.sha256) == raw


def test_a_mail_without_a_sender_gets_no_acknowledgement(shop):
    message = get(b"Subject: help\r\n\r\nI need help.\r\n").message
    assert message.contact.identities.count() == 0
    assert acknowledgements() == 0


def test_an_empty_mail_is_set_aside_with_a_reason(shop):
    arrival = get(b"")
    assert (arrival.state, arrival.due_at) == ("unreadable", None)
    assert "empty" in arrival.last_error


def test_a_mail_that_goes_in_circles_is_set_aside(shop):
    arrival = get(letter(more="Received: from a by b; now\n" * 100))
    assert arrival.state == "unreadable"
    assert not incoming()


def test_one_broken_mail_does_not_stop_the_others(shop, monkeypatch):
    right = reading.read_mail

    def poisoned(raw):
        if b"poison" in raw:
            raise RuntimeError("a bug of ours")
        return right(raw)

    monkeypatch.setattr(reading, "read_mail", poisoned)
    monkeypatch.setattr(apart, "read", lambda path, folder: poisoned(path.read_bytes()))
    for text in ("poison", "One.", "Two."):
        take_in(letter(text), source="smtp", recipients=["help@shop.example"])
    for _ in range(reading.MOST_ATTEMPTS + 1):
        read_everything()
        Arrival.objects.exclude(due_at=None).update(due_at=now())

    assert [one.text for one in incoming()] == ["One.", "Two."]
    broken = Arrival.objects.get(state="unreadable")
    assert "a bug of ours" in broken.last_error
    assert broken.due_at is None


def test_a_mail_that_kills_its_reader_is_read_apart_and_then_set_aside(shop, monkeypatch):
    def gave_up(path, folder):
        raise apart.GaveUp("too much")

    take_in(letter("One."), source="smtp", recipients=["help@shop.example"])
    take_in(letter("Two."), source="smtp", recipients=["help@shop.example"])
    Arrival.objects.update(attempts=reading.MOST_ATTEMPTS)  # workers died with it in hand
    Arrival.objects.filter(pk=Arrival.objects.latest("pk").pk).update(attempts=0)
    with monkeypatch.context() as patch:
        patch.setattr(apart, "read", gave_up)
        read_everything()
    assert [one.text for one in incoming()] == ["Two."]
    assert Arrival.objects.get(state="unreadable").last_error == "too much"


def test_a_mail_tried_often_without_its_fault_is_read_by_a_child(shop):
    take_in(letter("One. Thank you."), source="smtp", recipients=["help@shop.example"])
    Arrival.objects.update(attempts=reading.MOST_ATTEMPTS)
    read_everything()
    assert [one.text for one in incoming()] == ["One. Thank you."]


def test_a_database_that_is_away_is_nobodys_fault(shop, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("database is locked")

    take_in(letter("One."), source="smtp", recipients=["help@shop.example"])
    for _ in range(6):
        with monkeypatch.context() as patch:
            patch.setattr(reading, "receive", away)
            with pytest.raises(OperationalError):
                reading.read_waiting()
        Arrival.objects.update(due_at=now())
    assert Arrival.objects.get().leased_by == ""
    read_everything()
    assert [one.text for one in incoming()] == ["One."]


def test_what_the_database_cannot_hold_is_set_aside_and_keeps_nobody_waiting(shop, monkeypatch):
    """PostgreSQL says so with an OperationalError, as when it is away."""
    right = reading.receive

    def refused(incoming, **more):
        if "poison" in incoming.text:
            raise OperationalError("string is too long") from ProgramLimitExceeded()
        return right(incoming, **more)

    monkeypatch.setattr(reading, "receive", refused)
    for text in ("poison", "One."):
        take_in(letter(text), source="smtp", recipients=["help@shop.example"])
    reading.read_waiting()
    assert [one.text for one in incoming()] == ["One."]
    for _ in range(reading.MOST_ATTEMPTS + 1):
        Arrival.objects.exclude(due_at=None).update(due_at=now())
        reading.read_waiting()
    aside = Arrival.objects.get(state="unreadable")
    assert (aside.due_at, aside.last_error) == (None, "OperationalError: string is too long")


def test_a_mail_the_database_is_away_for_lets_others_go_first(shop, monkeypatch):
    right = reading.receive

    def away(incoming, **more):
        if "unlucky" in incoming.text:
            raise OperationalError("canceling statement due to statement timeout")
        return right(incoming, **more)

    monkeypatch.setattr(reading, "receive", away)
    for text in ("unlucky", "One.", "Two."):
        take_in(letter(text), source="smtp", recipients=["help@shop.example"])
    for _ in range(10):
        with suppress(OperationalError):
            reading.read_waiting()
    assert {one.text for one in incoming()} == {"One.", "Two."}
    waiting = Arrival.objects.get(state="waiting")
    assert waiting.due_at > now()
    assert "statement timeout" in waiting.last_error


def test_a_mail_of_signs_that_are_many_letters_each_is_read(shop):
    """On PostgreSQL their words are too much for a tsvector, and such an id for an index."""
    chance = random.Random(1)
    signs = [chr(code) for code in range(0x3300, 0x3358)]
    signs = [one for one in signs if len(unicodedata.normalize("NFKC", one)) >= 5]
    words = " ".join("".join(chance.choices(signs, k=12)) for _ in range(7692))
    long_id = "".join(chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(990))
    raw = letter(
        words, message_id=f"<{long_id}@x>", more="Content-Type: text/plain; charset=utf-8\n"
    )
    arrival = get(raw)
    assert (arrival.state, arrival.last_error) == ("done", "")


def test_a_lost_file_harms_no_other_mail(shop):
    take_in(letter("One."), source="smtp", recipients=["help@shop.example"])
    take_in(letter("Two."), source="smtp", recipients=["help@shop.example"])
    files.path_of(Arrival.objects.earliest("pk").sha256).unlink()
    read_everything()
    assert [one.text for one in incoming()] == ["Two."]
    assert Arrival.objects.filter(state="unreadable").count() == 1


def test_mail_for_nobody_is_kept(shop):
    arrival = get(letter(), to="nobody@shop.example")
    assert (arrival.state, arrival.recipient) == ("unrouted", "nobody@shop.example")


def test_mails_of_one_new_customer_read_together_make_one_contact(shop, monkeypatch):
    right, failures = reading.receive, ["Two."]

    def failing_once(incoming, **more):
        message = right(incoming, **more)
        if incoming.text in failures:
            failures.remove(incoming.text)
            raise ValueError("a bug of ours")
        return message

    monkeypatch.setattr(reading, "receive", failing_once)
    for text, sender in (("One.", "Dan <dan@c.example>"), ("Two.", "eve@c.example"),
                         ("Three.", "EVE@c.example"), ("Four.", "dan@C.example")):  # fmt: skip
        take_in(letter(text, sender=sender), source="smtp", recipients=["help@shop.example"])
    read_everything()
    Arrival.objects.exclude(due_at=None).update(due_at=now())
    read_everything()

    assert {one.text for one in incoming()} == {"One.", "Two.", "Three.", "Four."}
    assert Contact.objects.count() == 2
    assert Contact.objects.get(identities__value="dan@c.example").name == "Dan"


# Who wrote, and robots


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


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer")
def test_two_batches_with_the_same_pictures_crosswise_do_not_wait_for_each_other(monkeypatch):
    shop = add_shop()
    pictures = [b"\x89PNG\r\n\x1a\n one", b"\x89PNG\r\n\x1a\n two"]

    def arrival(sender: str, picture: bytes) -> Arrival:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, shop.address, "A picture"
        mail.set_content(f"See the picture, says {sender}.")
        mail.add_attachment(picture, "image", "png", filename="a.png")
        raw = mail.as_bytes()
        return Arrival.objects.create(
            source="smtp", inbox=shop, recipient=shop.address, sha256=files.store(raw),
            size=len(raw), envelope_from=sender,
        )  # fmt: skip

    batches = [
        [arrival("a@customer.example", pictures[0]), arrival("b@customer.example", pictures[1])],
        [arrival("c@customer.example", pictures[1]), arrival("d@customer.example", pictures[0])],
    ]
    both, settled, faults = threading.Barrier(2), reading._settled, []

    def settle_side_by_side(read, known):
        done = settled(read, known)
        if read.incoming.address[0] in "ac":
            both.wait(10)
        return done

    monkeypatch.setattr(reading, "_settled", settle_side_by_side)

    def read(batch):
        try:
            reading.read_all(batch)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=read, args=[one]) for one in batches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(incoming()) == 4
    assert Look.objects.count() == 2
