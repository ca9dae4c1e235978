"""Every kind of letter we send, as the mail server gets it, whatever strangers put into it."""

import re
from email.utils import parsedate_to_datetime

import pytest
from django.test import Client

from promisedesk.cast import Cast
from promisedesk.channels.email import sending
from promisedesk.conversations import linking, participants, replying, unsubscribing
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core import files
from promisedesk.core.ids import short_ref
from promisedesk.core.models import Unsubscribed
from promisedesk.lib.mail.domains import ascii_host
from tests.sink import Kept, SmtpSink

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ODD = [
    "\r\nBcc: thief@x.example", "\nX-Injected: 1", "\rX-Injected: 1", "\0", "\x0b",
    "\x85X-Injected: 1",
    "\u2028X-Injected: 1", "\u2029", "\u202egnp.exe", "\u200f\u2066",
    "=?utf-8?q?=0D=0AX-Injected:_1?=",
    "=?utf-8?b?DQpYLUluamVjdGVkOiAx?=", '", <thief@x.example>, "', "ą" * 300,
    "x" * 1200, "Кот " * 90,
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "@,;:<>()[]\\\"", " ", "\t",
]  # fmt: skip
ALWAYS = ("from", "to", "date", "message-id", "subject", "mime-version", "reply-to")
KNOWN = {
    *ALWAYS, "cc", "in-reply-to", "references", "auto-submitted", "x-auto-response-suppress",
    "content-type", "content-transfer-encoding", "list-unsubscribe", "list-unsubscribe-post",
}  # fmt: skip


@pytest.fixture
def sink(settings):
    settings.BASE_URL = "https://desk.shop.example"
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


def head_of(mail: Kept) -> dict[str, list[str]]:
    """The fields of the header, unfolded, as a strict reader finds them (RFC 5322 2.2)."""
    head, _gap, _body = mail.raw.partition(b"\r\n\r\n")
    found: dict[str, list[str]] = {}
    for line in re.sub(rb"\r\n(?=[ \t])", b"", head).split(b"\r\n"):
        name, colon, value = line.partition(b":")
        assert colon, line
        assert re.fullmatch(rb"[\x21-\x39\x3b-\x7e]+", name), name
        found.setdefault(name.decode().lower(), []).append(value.strip().decode())
    return found


def check(mail: Kept) -> dict[str, list[str]]:
    """What holds for every mail of ours; returns its header."""
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", mail.raw), "a bare CR or LF"
    assert max(map(len, mail.raw.split(b"\r\n"))) <= 998
    assert b"\0" not in mail.raw
    head = head_of(mail)
    assert set(head) <= KNOWN, "a field that is not ours"
    assert all(len(values) == 1 for values in head.values()), "a field twice"
    assert set(ALWAYS) <= set(head)
    assert mail.raw.partition(b"\r\n\r\n")[0].isascii()
    assert parsedate_to_datetime(head["date"][0]).tzinfo
    assert re.fullmatch(r"<[^<>\s@]+@[^<>\s@]+>", head["message-id"][0])
    for name in ("in-reply-to", "references"):
        for one in " ".join(head.get(name, [])).split():
            assert re.fullmatch(r"<[^<>\s]+>", one)
    for name in ("from", "to", "reply-to"):
        assert len(mail.letter[name].addresses) == 1, head[name]
    named = [*mail.letter["To"].addresses, *(mail.letter["Cc"] or mail.letter["To"]).addresses]
    assert "thief@x.example" not in [mail.to, *(one.addr_spec for one in named)]
    return head


def send_all(sink) -> list[Kept]:
    while sending.send_due():
        pass
    sent, sink.mails = sink.mails, []
    return sent


def proactive(cast, text="We have found your parcel.") -> Message:
    conversation = Conversation.objects.create(
        ref=short_ref(), inbox=cast.help, contact=cast.clara, subject="Your parcel", language="en"
    )
    message = Message.objects.create(
        conversation=conversation,
        direction="out",
        agent=cast.anna,
        subject="Good news",
        text=text,
        language="en",
        marks=[unsubscribing.PROACTIVE],
        message_id=replying.new_message_id(conversation),
    )
    replying.enqueue(message, "clara@customer.example", "Clara Holm")
    return message


def every_kind(cast, odd: str, number: int = 0) -> None:
    """Acknowledgement, answer with file and HTML, copy, links, and one nobody asked for."""
    who = f"c{number}@customer.example"
    asked = cast.hears(
        f"Hello {odd}", address=who, name=f"Clara{odd}", subject=f"Parcel{odd}",
        message_id=f"<{number}@customer.example>",
    )  # fmt: skip
    conversation = asked.conversation
    participants.add(conversation, f"dora{number}@x.example", by=cast.anna)
    Message.objects.filter(pk=asked.pk).update(subject=f"Parcel{odd}"[:300])
    Conversation.objects.filter(pk=conversation.pk).update(subject=f"Parcel{odd}"[:300])
    conversation.refresh_from_db()
    content = files.store(b"a label")
    file = IncomingFile(f"label{odd}.pdf"[:150], "application/pdf", 7, content)
    bad = IncomingFile("x.bin", f"text/x{odd}"[:100], 7, content)
    replying.reply(
        conversation, f"It left.{odd}\n.\nFrom here", by=cast.anna, html=f"<p>It left {odd}</p>",
        files=[file, bad],
    )  # fmt: skip
    linked = replying.reply(conversation, "And the plans.", by=cast.anna, files=[file])
    Message.objects.filter(pk=linked.pk).update(marks=[linking.LINKED])


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_is_well_formed_whatever_is_put_into_it(sink, odd):
    cast = Cast()
    clean = odd.replace("\0", "")  # which no door lets in
    cast.help.name = cast.anna.name = f"Kettle{clean}"[:100]
    cast.anna.save(), cast.help.save()
    every_kind(cast, clean)
    sent = send_all(sink)
    assert len(sent) == 5  # the acknowledgement, and each answer to two
    for mail in sent:
        check(mail)
    commands = [line for line in sink.heard if line.split(" ")[0].lower() in ("mail", "rcpt")]
    assert len(commands) == 10
    assert not [line for line in sink.heard if "thief" in line]


@pytest.mark.parametrize(
    "rounds", [6, pytest.param(60, marks=pytest.mark.faults_long)], ids=["thirty", "three hundred"]
)
def test_many_letters_are_told_apart_and_thread(sink, rounds):
    cast, sent = Cast(), []
    for number in range(rounds):
        every_kind(cast, "", number)
        sent += send_all(sink)
    assert len(sent) == 5 * rounds
    heads = [check(mail) for mail in sent]
    to_customers = [
        head["message-id"][0] for head, mail in zip(heads, sent, strict=True)
        if mail.to.startswith("c")
    ]  # fmt: skip
    assert len(set(to_customers)) == len(to_customers) == 3 * rounds
    for head, mail in zip(heads, sent, strict=True):
        robot = "auto-submitted" in head
        assert (mail.sender == "") is robot
        if robot:
            assert head["auto-submitted"] == ["auto-replied"]
            assert head["x-auto-response-suppress"] == ["All"]
        asked = re.search(r"<\d+@customer\.example>", head["references"][0])
        assert asked
        assert head["in-reply-to"] == [asked[0]]
        assert "list-unsubscribe" not in head
        token = mail.letter["Reply-To"].addresses[0].username.partition("+")[2]
        assert len(token) == 26


class TestALetterNobodyAskedFor:
    def test_says_how_to_get_no_more(self, sink):
        message = proactive(Cast())
        (mail,) = send_all(sink)
        head = check(mail)
        url = head["list-unsubscribe"][0].strip("<>")
        assert url.startswith("https://desk.shop.example/unsubscribe/")
        assert head["list-unsubscribe-post"] == ["List-Unsubscribe=One-Click"]
        assert head["subject"] == ["Good news"]
        assert not {"in-reply-to", "references", "auto-submitted"} & set(head)
        for kind in ("plain", "html"):
            assert url in mail.letter.get_body((kind,)).get_content()
        path = url.removeprefix("https://desk.shop.example")
        program = Client(enforce_csrf_checks=True, headers={"host": "desk.shop.example"})
        answer = program.post(path, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert Unsubscribed.objects.get().address == "clara@customer.example"
        assert message.conversation.contact.name not in url

    def test_is_not_sent_to_who_wants_none(self, sink):
        unsubscribing.unsubscribe("Clara@customer.example")
        delivery = proactive(Cast()).delivery
        assert send_all(sink) == []
        delivery.refresh_from_db()
        assert delivery.state == Delivery.State.FAILED
        assert "wants no letters but answers" in delivery.last_error

    def test_but_answers_are(self, sink):
        unsubscribing.unsubscribe("clara@customer.example")
        cast = Cast()
        replying.reply(cast.hears(may_acknowledge=False).conversation, "Yes.", by=cast.anna)
        (mail,) = send_all(sink)
        assert "list-unsubscribe" not in check(mail)


def test_a_note_is_never_on_the_wire(sink):
    cast = Cast()
    conversation = cast.hears(may_acknowledge=False).conversation
    participants.add(conversation, "dora@x.example", by=cast.anna)
    for number in range(20):
        replying.note(conversation, f"SECRET-{number}", by=cast.anna)
        replying.reply(conversation, f"Answer {number}", by=cast.anna)
    sent = send_all(sink)
    assert len(sent) == 40
    for mail in sent:
        assert "SECRET" not in "".join(
            part.get_content()
            for part in mail.letter.walk()
            if part.get_content_maintype() == "text"
        )


def test_the_host_of_our_ids_is_ascii():
    assert ascii_host("магазин.рф").isascii()
