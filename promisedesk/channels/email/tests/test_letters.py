"""Our letters as bytes: what mail programs and mail servers will make of them."""

import email
import email.policy
import re
from datetime import timedelta

import pytest

from promisedesk.channels.email import letters
from promisedesk.conversations import deliveries, replying, siding
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core import files
from promisedesk.promises import delays, renewing
from promisedesk.promises.models import Promise
from promisedesk.replies.models import Signature

pytestmark = [pytest.mark.django_db, pytest.mark.once]

QUESTION = "Where is my parcel?\nIt was due on Friday."


@pytest.fixture
def conversation(cast):
    return cast.hears(QUESTION, message_id="<q1@customer.example>").conversation


def answer(cast, conversation, text="It left on Monday.", **more) -> Message:
    return replying.reply(conversation, text, by=cast.anna, **more)


def wire(message: Message) -> bytes:
    """The bytes that go out; checked for what every mail must keep to."""
    raw = letters.raw_of(message.delivery)
    assert b"\r\n" in raw
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw), "a bare CR or LF"
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    head = raw.partition(b"\r\n\r\n")[0]
    assert b"\0" not in raw
    names = [line.split(b":")[0].lower() for line in head.split(b"\r\n") if line[:1].strip()]
    assert len(names) == len(set(names)), "a field twice"
    for needed in (b"from", b"to", b"date", b"message-id", b"subject", b"mime-version"):
        assert needed in names
    return raw


def letter(message: Message):
    return email.message_from_bytes(wire(message), policy=email.policy.default)


def part(mail, kind: str) -> str:
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


def test_the_first_letter_to_a_supplier_answers_nothing_and_the_next_does(cast, conversation):
    side = siding.start(conversation, "bob@sup.example", "Parcel 17", "Where?", by=cast.anna)
    first = side.messages.get()
    assert letter(first)["Subject"] == "Parcel 17"
    cast.hears("In Hull", address="bob@sup.example", reply_token=side.reply_token)
    assert letter(replying.reply(side, "Find it.", by=cast.anna))["Subject"] == "Re: Parcel 17"


class TestAnAnswer:
    def test_is_from_the_agent_of_the_shop_to_the_customer(self, cast, conversation):
        mail = letter(answer(cast, conversation))
        sender, to, back = (mail[name].addresses[0] for name in ("from", "to", "reply-to"))
        assert (sender.display_name, sender.addr_spec) == (
            "Anna Kowalska, Kettle & Loom",
            "help@kettleandloom.example",
        )
        assert (to.display_name, to.addr_spec) == ("Clara Holm", "clara@customer.example")
        assert back.addr_spec == f"help+{conversation.reply_token}@kettleandloom.example"

    def test_is_not_marked_as_automatic(self, cast, conversation):
        mail = letter(answer(cast, conversation))
        assert mail["Auto-Submitted"] is mail["X-Auto-Response-Suppress"] is None
        assert mail["Precedence"] is None

    def test_threads(self, cast, conversation):
        message = answer(cast, conversation)
        mail = letter(message)
        assert mail["Message-ID"] == message.message_id
        assert mail["In-Reply-To"] == "<q1@customer.example>"
        assert mail["References"].split()[0] == "<q1@customer.example>"

    def test_says_it_as_text_and_as_html_and_quotes_the_question(self, cast, conversation):
        mail = letter(answer(cast, conversation, "It left on <Monday>.\n\nYours & ours"))
        assert mail.get_content_type() == "multipart/alternative"
        text, html = part(mail, "plain"), part(mail, "html")
        assert text.startswith("It left on <Monday>.\n\nYours & ours\n")
        assert "> Where is my parcel?\n> It was due on Friday." in text
        assert "wrote:" in text
        assert "It left on &lt;Monday&gt;." in html
        assert "Yours &amp; ours" in html
        assert "<blockquote" in html
        assert "Where is my parcel?" in html

    def test_is_signed(self, cast, conversation):
        rule = "-" * 20
        names = f"-- \n{rule}\nAnna Kowalska\nKettle & Loom\n{rule}\n"
        assert names in part(letter(answer(cast, conversation)), "plain")
        Signature.objects.create(agent=cast.anna, text="Anna\nOrders, shop.example")
        mail = letter(answer(cast, conversation))
        rule = "-" * 20  # the lines are shorter
        assert f"-- \n{rule}\nAnna\nOrders, shop.example\n{rule}\n" in part(mail, "plain")
        html = part(mail, "html")
        assert re.search(r'Anna<br>Orders, <a [^>]*href="https://shop.example"', html)

    def test_is_the_same_mail_at_every_try(self, cast, conversation):
        message = answer(cast, conversation)
        raw = letters.raw_of(message.delivery)
        message = Message.objects.get(pk=message.pk)
        assert letters.raw_of(message.delivery) == raw
        assert files.read(message.raw_sha256) == raw

    def test_is_built_again_with_the_same_id_when_its_file_was_lost(self, cast, conversation):
        message = answer(cast, conversation)
        wire(message)
        files.path_of(message.raw_sha256).unlink()
        assert letter(message)["Message-ID"] == message.message_id


class TestTheSubject:
    @pytest.mark.parametrize(
        ("theirs", "ours"),
        [
            ("Where is it?", "Re: Where is it?"),
            ("Re: Where is it?", "Re: Where is it?"),
            ("RE: re: Where is it?", "Re: Where is it?"),
            ("Re[2]: Where is it?", "Re: Where is it?"),
            ("Odp: Gdzie to jest?", "Re: Gdzie to jest?"),
            ("Отв: Где посылка?", "Re: Где посылка?"),
            ("Fwd: Re: Where is it?", "Re: Where is it?"),
            ("Reception desk", "Re: Reception desk"),
            ("", "Re: Where is my parcel?"),
            ("Re:", "Re: Where is my parcel?"),
            ("日本語の件名 🎁", "Re: 日本語の件名 🎁"),
        ],
    )
    def test_has_one_re(self, cast, theirs, ours):
        conversation = cast.hears(subject=theirs).conversation
        assert letter(answer(cast, conversation))["Subject"] == ours

    def test_is_cut_between_words(self, cast):
        conversation = cast.hears(subject="word " * 100).conversation
        subject = letter(answer(cast, conversation))["Subject"]
        assert subject.endswith("word …")
        assert len(subject) < 210


INJECTIONS = [
    "Clara\r\nBcc: victim@elsewhere.example",
    "Clara\nBcc: victim@elsewhere.example",
    "Clara\rBcc: victim@elsewhere.example",
    "Clara\x0bBcc: victim@elsewhere.example",
    "Clara\x85\u2028Bcc: victim@elsewhere.example",
    "Clara\u202egro.elpmaxe\u2066",
    "=?utf-8?q?Clara=0D=0ABcc:_victim@elsewhere.example?=",
]


class TestNobodyWritesOurHeaders:
    @pytest.mark.parametrize("words", INJECTIONS)
    @pytest.mark.parametrize("where", ["contact", "agent", "inbox", "subject", "file"])
    def test_by_a_name_or_a_subject(self, cast, conversation, words, where):
        cast.clara.name = words if where == "contact" else "Clara"
        cast.anna.name = words if where == "agent" else "Anna"
        cast.help.name = words if where == "inbox" else "Help"
        for row in (cast.clara, cast.anna, cast.help):
            row.save(update_fields=["name"])
        Conversation.objects.filter(pk=conversation.pk).update(
            subject=words if where == "subject" else "Parcel"
        )
        name = words if where == "file" else "a.txt"
        file = IncomingFile(name, "text/plain", 2, files.store(b"hi"))
        conversation = Conversation.objects.get(pk=conversation.pk)
        raw = wire(replying.reply(conversation, "Yes.", by=cast.anna, files=[file]))
        mail = email.message_from_bytes(raw, policy=email.policy.compat32)
        assert [one["Bcc"] for one in mail.walk() if one["Bcc"]] == []
        if where != "subject" and "=?" not in words:
            assert "\u202e" not in str(email.message_from_bytes(raw, policy=email.policy.default))

    @pytest.mark.parametrize(
        "wrong",
        ["<a b@x>", "<a\r\nBcc: v@x>", "no brackets", "<" + "x" * 990 + "@y>", "<naïve@x>", "<>"],
    )
    def test_by_an_id(self, cast, wrong):
        conversation = cast.hears(message_id=wrong).conversation
        mail = letter(answer(cast, conversation))
        assert mail["In-Reply-To"] is None
        assert "Bcc" not in mail


class TestLongThreads:
    def test_ids_are_folded_between_them_and_never_encoded(self, cast, conversation):
        ids = [f"<{'x' * 150}{number}@customer.example>" for number in range(30)]
        for one in ids:
            cast.hears(message_id=one, reply_token=conversation.reply_token)
        raw = wire(answer(cast, conversation))
        field = re.search(rb"(?m)^References:((?:.*\r\n[ ])*.*\r\n)", raw)[1]
        assert b"=?" not in field
        named = field.decode().split()
        assert named[-1] == ids[-1]
        assert named[0] == "<q1@customer.example>"

    def test_one_very_long_id_stays_whole(self, cast):
        long = f"<{'y' * 880}@customer.example>"
        conversation = cast.hears(message_id=long).conversation
        raw = wire(answer(cast, conversation))
        assert f"In-Reply-To: {long}\r\n".encode() in raw.replace(b":\r\n ", b": ")


class TestFiles:
    @pytest.mark.parametrize(
        "name",
        [
            "label.pdf",
            "Накладная №5.pdf",
            "zażółć gęślą jaźń.pdf",
            'quote".pdf',
            "длинное имя " * 10 + ".pdf",
        ],
    )
    def test_arrive_with_their_names_and_bytes(self, cast, conversation, name):
        content = bytes(range(256)) * 100
        file = IncomingFile(name, "application/pdf", len(content), files.store(content))
        mail = letter(answer(cast, conversation, files=[file]))
        assert mail.get_content_type() == "multipart/mixed"
        (attached,) = mail.iter_attachments()
        assert attached.get_filename() == name[:150].strip()
        assert attached.get_content_type() == "application/pdf"
        assert attached.get_content() == content

    @pytest.mark.parametrize(
        "kind", ["", "text/html", "multipart/mixed", "message/rfc822", "x", "a/b/c"]
    )
    def test_of_any_type_are_only_bytes(self, cast, conversation, kind):
        file = IncomingFile("f", kind, 4, files.store(b"\xff\x00\r\n"))
        mail = letter(answer(cast, conversation, files=[file]))
        (attached,) = mail.iter_attachments()
        assert attached.get_payload(decode=True) == b"\xff\x00\r\n"


class TestAnAcknowledgement:
    def test_says_that_a_machine_wrote_it(self, cast, conversation):
        mail = letter(conversation.messages.get(automatic=True))
        assert mail["Auto-Submitted"] == "auto-replied"
        assert mail["X-Auto-Response-Suppress"] == "All"
        assert mail["In-Reply-To"] == mail["References"] == "<q1@customer.example>"
        assert f"help+{conversation.reply_token}@" in mail["Reply-To"]
        assert mail["To"] == "clara@customer.example"

    def test_has_the_same_promise_in_both_parts(self, cast, conversation):
        mail = letter(conversation.messages.get(automatic=True))
        promise = re.search(r"by \w+ \d+ \w+, \d+:\d\d", " ".join(part(mail, "plain").split()))[0]
        assert promise in part(mail, "html")

    @pytest.mark.parametrize("language", ["en", "ru", "pl"])
    def test_repeats_nothing_the_sender_wrote(self, cast, language):
        conversation = cast.hears(
            "Cheap-watches", subject="Buy-pills", name="Prince Winning", language=language
        ).conversation
        mail = letter(conversation.messages.get(automatic=True))
        said = str(mail) + part(mail, "plain") + part(mail, "html")
        for words in ("Cheap-watches", "Buy-pills", "Prince", "Winning"):
            assert words not in said

    def test_greets_by_name_in_both_parts_after_an_answer(self, cast, conversation):
        deliveries.sent(answer(cast, conversation).delivery)
        second = cast.hears().conversation
        mail = letter(second.messages.get(automatic=True))
        assert "Hello Clara Holm," in part(mail, "plain")
        assert "Hello Clara Holm," in part(mail, "html")


def test_a_delay_notice_says_the_same_in_both_parts(cast, conversation):
    promise = Promise.objects.get()
    renewing.renew(
        promise, promise.due_at + timedelta(hours=4), by=cast.anna, says="It is in customs."
    )
    mail = letter(conversation.messages.get(marks=[delays.MARK]))
    for kind in ("plain", "html"):
        words = " ".join(part(mail, kind).split())
        assert "We are sorry." in words
        assert "It is in customs." in words
        assert "Thank you for writing" not in words


def test_an_address_in_other_letters_is_written_as_it_is(cast):
    conversation = cast.hears(address="почта@пример.example").conversation
    message = answer(cast, conversation)
    raw = letters.raw_of(message.delivery)
    assert "To: почта@пример.example".encode() in raw


def test_the_date_is_when_it_is_sent_not_when_it_was_written(cast, conversation):
    message = answer(cast, conversation, hold_for=timedelta(seconds=20))
    assert letter(message)["Date"].datetime.tzinfo is not None
