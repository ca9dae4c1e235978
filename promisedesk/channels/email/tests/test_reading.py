"""Kept mail becomes messages: once each, in the right place, whatever it looks like."""

import random
import unicodedata

import pytest

from promisedesk.channels.email.tests.coming_in import acknowledgements, get
from promisedesk.channels.email.tests.conftest import add_shop, incoming, letter, read_everything
from promisedesk.conversations.arriving import take_in
from promisedesk.conversations.models import Arrival
from promisedesk.core import files
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    return add_shop()


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


def test_mail_for_nobody_is_kept(shop):
    arrival = get(letter(), to="nobody@shop.example")
    assert (arrival.state, arrival.recipient) == ("unrouted", "nobody@shop.example")
