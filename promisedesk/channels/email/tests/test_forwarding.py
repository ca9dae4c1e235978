"""An agent forwards a customer's mail to the desk: whose conversation it becomes."""

from email.message import EmailMessage

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email.tests.conftest import add_shop, letter, read_everything
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Conversation, Delivery
from promisedesk.core import files
from promisedesk.core.models import Event
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db(transaction=True)
BLOCK = (
    "\n---------- Forwarded message ---------\nFrom: Nora Quist <nora@customer.example>\n"
    "Date: Fri, 20 Nov 2026\nSubject: Broken kettle\nTo: anna@shop.example\n\nIt does not boil."
)
SURE = "Authentication-Results: mx.google.com; dmarc=pass header.from=shop.example\n"


@pytest.fixture
def anna(shop):
    return Agent.objects.create_user("anna@shop.example", "Anna Kowalska")


@pytest.fixture
def mailbox(shop):
    return inboxes.set_imap(shop, "imaps://help:secret@imap.gmail.com/INBOX")


def fetched(mailbox, raw: bytes) -> Conversation:
    """A mail as the fetching round keeps it."""
    number = Arrival.objects.count() + 1
    Arrival.objects.create(
        source="imap",
        inbox=mailbox.inbox,
        mailbox=mailbox,
        uid_validity=1,
        uid=number,
        sha256=files.store(raw),
        size=len(raw),
        arrived_at=now(),
    )
    read_everything()
    return Arrival.objects.order_by("-pk").first().message.conversation


def test_a_proven_forward_opens_the_original_senders_conversation(anna, mailbox):
    raw = SURE.encode() + letter(
        "Please answer her." + BLOCK,
        sender="Anna <anna@shop.example>",
        subject="Fwd: Broken kettle",
    )
    conversation = fetched(mailbox, raw)
    message = conversation.messages.get(direction="in")

    assert (conversation.contact.name, conversation.subject) == ("Nora Quist", "Broken kettle")
    assert (message.from_address, message.text) == ("nora@customer.example", "It does not boil.")
    assert files.read(message.raw_sha256) == raw
    note = conversation.messages.get(direction="note")
    assert (note.agent, note.text) == (anna, "Please answer her.")
    told = Event.objects.get(verb="conversation.forwarded")
    assert (told.by, told.data["address"]) == (anna, "nora@customer.example")
    # Promised an answer, but no letter: they wrote elsewhere, maybe long ago.
    assert Promise.objects.get().contact == conversation.contact
    assert not Delivery.objects.exists()


def test_so_does_one_with_the_mail_attached(anna, mailbox):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "anna@shop.example", "help@shop.example", "For us"
    mail.set_content("See the attached mail.")
    original = EmailMessage()
    original["From"], original["Subject"] = "Nora <nora@customer.example>", "Broken kettle"
    original.set_content("It does not boil.")
    mail.add_attachment(original)
    conversation = fetched(mailbox, SURE.encode() + mail.as_bytes())
    assert conversation.contact.name == "Nora"
    assert conversation.messages.get(direction="in").text == "It does not boil."
    assert conversation.messages.get(direction="note").text == "See the attached mail."


@pytest.mark.parametrize(
    ("said", "sender"),
    [
        ("", "anna@shop.example"),
        ("Authentication-Results: mx.google.com; dmarc=fail header.from=shop.example\n",) * 1
        + ("anna@shop.example",),
        ("Authentication-Results: elsewhere.example; dmarc=pass header.from=shop.example\n",) * 1
        + ("anna@shop.example",),
        (SURE, "colin@customer.example"),
        (SURE, '"anna@shop.example" <mallory@else.example>'),
        (SURE, "anna@shop.example, mallory@else.example"),
    ],
    ids=["unproven", "failed", "foreign", "a-customers", "only-named", "two-senders"],
)
def test_any_other_forward_is_an_ordinary_conversation(anna, mailbox, said, sender):
    raw = said.encode() + letter("Look." + BLOCK, sender=sender, subject="Fwd: Broken kettle")
    conversation = fetched(mailbox, raw)
    message = conversation.messages.get(direction="in")
    assert conversation.contact.name != "Nora Quist"
    assert "forwarded" in message.marks
    assert "Look." in message.text
    assert not conversation.messages.filter(direction="note").exists()


def test_a_forward_by_smtp_is_never_sure(anna, door):
    raw = SURE.encode() + letter(BLOCK, sender="anna@shop.example", subject="Fwd: x")
    door.send(raw, sender="anna@shop.example")
    read_everything()
    conversation = Conversation.objects.get()
    assert not conversation.contact.identities.filter(value="nora@customer.example").exists()


def test_an_agents_own_words_are_not_a_forward(anna, mailbox):
    raw = SURE.encode() + letter("I shall be late.", sender="anna@shop.example")
    assert fetched(mailbox, raw).messages.get(direction="in").text == "I shall be late."


def test_a_forward_of_one_of_us_stays_ours(anna, mailbox):
    add_shop("returns@shop.example")
    block = BLOCK.replace("nora@customer.example", "returns@shop.example")
    raw = SURE.encode() + letter(block, sender="anna@shop.example", subject="Fwd: x")
    assert not Event.objects.filter(verb="conversation.forwarded").exists()
    assert "anna@shop.example" in str(
        fetched(mailbox, raw).contact.identities.values_list("value", flat=True)
    )
