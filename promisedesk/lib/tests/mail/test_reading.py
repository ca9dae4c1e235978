"""What the desk makes of odd mails: one small letter in fixtures/ for each oddity."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from promisedesk.lib.mail.automatic import may_acknowledge
from promisedesk.lib.mail.reading import read_mail
from promisedesk.lib.mail.report import as_read_json

FIXTURES = Path(__file__).parent / "fixtures"


def read(name: str):
    return read_mail((FIXTURES / f"{name}.eml").read_bytes())


def letter(*fields: str, words: str = "Where is it?") -> bytes:
    return "\n".join(("From: clara@example.com", *fields, "", words, "")).encode()


@pytest.mark.parametrize("name", sorted(path.stem for path in FIXTURES.glob("*.eml")))
def test_every_letter_is_read_without_a_hitch(name):
    assert not [each for each in read(name).problems if "fully" in each]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("apple-mail-text-pdf-text", "First words\n\nSecond words"),
        ("boundary-misspelt", "Shown words"),
        ("boundary-never-closed", "Shown words"),
        ("boundary-not-declared", "Shown words"),
        ("carriage-returns-only", "Shown words"),
        ("duplicate-content-type", "Shown words"),
        ("format-flowed", "This is one long line.\n\n> quoted words"),
        ("html-gmail-reply", "Спасибо, жду!"),
        ("html-only-outlook", "Proszę o zwrot.\nZob. tutaj <https://example.com/regulamin>"),
        ("junk-before-header", "Shown words"),
        ("koi8-r-wrong-label", "Здравствуйте, когда будет доставка? Жду уже целую неделю, а ответа"
         " всё нет."),
        ("latin2-declared", "Proszę o łóżko, źle dostarczono."),
        ("mbox-line-and-junk-in-header", "Shown words"),
        ("nested-html", "deep words"),
        ("nul-bytes", "Shown words[31m"),
        ("raw-cp1251-header", "Здравствуйте! Заказ пришёл не полностью, одной рубашки не хватает. "
         "Проверьте, пожалуйста."),
        ("raw-utf8-header", "Dzień dobry"),
        ("smime-opaque-signed", "Signed words"),
        ("undeclared-iso-2022-jp", "荷物はどこですか"),
        ("unknown-charset", "Gdzie jest łóżko?"),
        ("winmail-dat", "Words from Outlook"),
        ("no-body", ""),
        ("only-a-picture", ""),
        ("pdf-at-the-top", ""),
        ("pdf-sent-as-text", ""),
    ],
)  # fmt: skip
def test_the_words_are_found(name, text):
    assert read(name).text == text


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("raw-utf8-header", "Gdzie są buty?"),
        ("raw-cp1251-header", "Где моя посылка?"),
        ("koi8-r-wrong-label", "Вопрос о заказе"),
        ("latin2-declared", "Zamówienie łóżka"),
        ("undeclared-iso-2022-jp", "荷物"),
        ("word-split-inside-character", "Żółta paczka"),
        ("nul-bytes", "Order 7"),
    ],
)
def test_subjects_are_decoded(name, subject):
    assert read(name).subject == subject


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("several-from-headers", "clara@example.com"),
        ("encoded-word-is-address", "clara@example.com"),
        ("encoded-word-hides-address", None),
        ("two-addresses-in-one", None),
        ("no-from-no-date-no-id", None),
    ],
)
def test_the_sender_is_one_sane_address_or_nobody(name, address):
    sender = read(name).sender
    assert (sender.address if sender else None) == address


def test_groups_comments_and_quotes_in_recipients_are_understood():
    mail = read("group-recipients")
    assert [each.address for each in mail.to] == ["a@example.org", "b@example.org"]
    assert mail.to[1].name == "B, C"
    assert [(each.address, each.name) for each in mail.cc] == [("d@example.org", "Dora")]
    assert mail.reply_to.address == "office@example.com"


def test_empty_ids_and_impossible_dates_are_nothing():
    mail = read("empty-ids")
    assert (mail.message_id, mail.in_reply_to, mail.references, mail.date) == (None, None, [], None)


def test_dates_are_aware():
    raw = letter("Date: Mon, 5 Feb 2024 12:00:60 -0000")
    assert read_mail(raw).date == datetime(2024, 2, 5, 12, 0, 59, tzinfo=UTC)


def test_file_names_are_labels_without_paths_or_tricks():
    names = [each.name for each in read("file-names").attachments]
    assert names[:6] == ["passwd", "bill.pdf", "счёт.pdf", "agpj.exe", "attachment", "attachment"]
    assert len(names[6]) == 120
    assert names[6].endswith(".pdf")
    assert names[7] == "zażółcenie.pdf"


def test_pictures_in_the_text_are_inline_and_keep_their_id():
    (picture,) = read("inline-pictures").attachments
    assert (picture.content_id, picture.is_inline) == ("logo@x", True)


def test_a_false_picture_is_no_picture():
    raw = letter('Content-Type: image/png; name="x.png"', words="<script>alert(1)</script>")
    assert read_mail(raw).attachments[0].content_type == "application/octet-stream"


def test_an_invitation_is_readable_and_kept():
    mail = read("calendar-without-text")
    assert mail.text.startswith("Fitting, size M\n2024-02-05 12:00 – 13:00 (Europe/Warsaw)")
    assert [each.content_type for each in mail.attachments] == ["text/calendar"]


@pytest.mark.parametrize("name", ["smime-encrypted", "pgp-encrypted"])
def test_encrypted_mail_says_so_and_keeps_its_files(name):
    mail = read(name)
    assert "encrypted" in mail.problems[0]
    assert mail.attachments


def test_winmail_dat_gives_its_files():
    assert [(each.name, each.content) for each in read("winmail-dat").attachments] == [
        ("bill.txt", b"twelve euros")
    ]


def test_a_bounce_names_whom_it_concerns():
    mail = read("bounce")
    assert mail.kind == "bounce"
    assert {(each.address, each.permanent) for each in mail.bounced} == {
        ("anna@example.org", True),
        ("boris@example.org", False),
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("delivered-report", "report"),
        ("read-receipt", "report"),
        ("customer-attaches-a-bounce", "message"),
        ("auto-reply-polish", "auto_reply"),
        ("mailing-list", "list"),
    ],
)
def test_kinds_are_told_by_the_top_of_the_mail(name, kind):
    assert read(name).kind == kind


@pytest.mark.parametrize(
    "field",
    [
        "Auto-Submitted: auto-generated",
        "Auto-Submitted: auto-replied (vacation)",
        "Precedence: bulk",
        "Precedence: list",
        "Precedence: junk",
        "List-Id: <a.example.org>",
        "X-Auto-Response-Suppress: All",
        "X-Auto-Response-Suppress: DR, AutoReply",
        "X-Loop: a@example.com",
        "Return-Path: <>",
        "Reply-To: no-reply@example.com",
        "Reply-To: owner-talk@example.com",
        "Subject: Automatic reply: your order",
        "Subject: Автоматический ответ: заказ",
    ],
)
def test_machines_are_not_acknowledged(field):
    assert not may_acknowledge(read_mail(letter(field)), "clara@example.com")


@pytest.mark.parametrize(
    "local", ["no-reply", "noreply", "MAILER-DAEMON", "postmaster", "x-request"]
)
def test_addresses_nobody_reads_are_not_acknowledged(local):
    raw = letter().replace(b"clara@", local.encode() + b"@")
    assert not may_acknowledge(read_mail(raw), None)


@pytest.mark.parametrize(
    "field",
    [
        "X-Test: 1",
        "Auto-Submitted: no",
        "Auto-Submitted: auto-forwarded",
        "X-Auto-Response-Suppress: DR, RN",
        "Precedence: normal",
        "Subject: I am out of luck, where is my order",
        "Subject: Delivery failed, no parcel came",
        "Return-Path: <clara@example.com>",
    ],
)
def test_people_are_acknowledged(field):
    mail = read_mail(letter(field))
    assert may_acknowledge(mail, "clara@example.com")
    assert may_acknowledge(mail, None)
    assert not may_acknowledge(mail, "")
    assert not may_acknowledge(mail, "<>")


def test_a_form_that_writes_for_a_customer_is_acknowledged_to_the_customer():
    raw = letter("Reply-To: anna@example.org").replace(b"clara@", b"no-reply@")
    assert may_acknowledge(read_mail(raw), "www-data@example.com")


def test_a_mail_that_went_in_circles_is_not_acknowledged():
    raw = letter(*["Received: from a by b; Mon, 5 Feb 2024 12:00:00 +0000"] * 80)
    assert not may_acknowledge(read_mail(raw), None)


def test_a_picture_nobody_sees_is_a_file():
    raw = (FIXTURES / "inline-pictures.eml").read_bytes().replace(b'"cid:logo@x"', b'"cid:other"')
    assert not read_mail(raw).attachments[0].is_inline


def test_a_calendar_reply_is_not_acknowledged():
    assert not may_acknowledge(read("calendar-reply"), None)


def test_the_json_has_every_key_always():
    keys = set(as_read_json(read("bounce"), "f"))
    assert keys == {
        "file", "subject", "from", "to", "date", "language", "text", "quoted_text", "signature",
        "html", "attachments", "kind", "bounced", "in_reply_to", "references", "problems",
    }  # fmt: skip
    hopeless = as_read_json(read_mail(b""), "f")
    assert set(hopeless) == keys
    assert hopeless["problems"] == ["empty mail"]
    assert hopeless["from"] == {"address": None, "name": None}
    assert hopeless["date"] is None
    assert (hopeless["to"], hopeless["attachments"], hopeless["bounced"]) == ([], [], [])


def test_plain_without_marks_is_trimmed_by_its_html():
    raw = letter(
        'Content-Type: multipart/alternative; boundary="b"',
        words="--b\nContent-Type: text/plain\n\nThanks\n\nOur words\n"
        "--b\nContent-Type: text/html\n\n"
        '<p>Thanks</p><blockquote type="cite"><p>Our words</p></blockquote>\n--b--',
    )
    mail = read_mail(raw)
    assert (mail.text, mail.quoted_text) == ("Thanks", "> Our words")


@pytest.mark.parametrize(
    "subject",
    [
        "Away from home next week, please hold my parcel",
        "Vacation gift set, is it in stock?",
        "Auto: nie dotarła część",
        "Out of office chairs?",
        "Poza biurem - zmiana adresu dostawy",
        "Automatic reply to your riddle",
        "Zwrot towaru",
    ],
)
def test_a_subject_like_a_robots_is_still_a_customers(subject):
    mail = read_mail(letter(f"Subject: {subject}"))
    assert mail.kind == "message"
    assert may_acknowledge(mail, "clara@example.com")


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: your order",
        "Automatyczna odpowiedź: Zamówienie",
        "Автоматический ответ: заказ",
        "Abwesenheitsnotiz: Bestellung",
        "Out of Office: your order",
        "Автоответ",
    ],
)
def test_a_vacation_subject_is_a_robots_when_a_header_says_so_too(subject):
    alone = read_mail(letter(f"Subject: {subject}"))
    assert (alone.kind, alone.is_automatic_reason) == ("message", "automatic subject")
    for more in ("Return-Path: <>", "X-Auto-Response-Suppress: All"):
        assert read_mail(letter(f"Subject: {subject}", more)).kind == "auto_reply"


@pytest.mark.parametrize(
    "subject", ["Delivery failed", "Undelivered parcel", "Returned mail", "Zwrot towaru"]
)
def test_a_customer_who_tells_of_a_failed_delivery_is_no_mail_server(subject):
    words = "The parcel for anna@example.org could not be delivered: 5.1.1, recipient unknown."
    mail = read_mail(letter(f"Subject: {subject}", words=words))
    assert (mail.kind, mail.is_automatic_reason, mail.bounced) == ("message", "", [])
    for sign in ("Return-Path: <>", "Return-Path: <MAILER-DAEMON@mx.example.org>"):
        returned = read_mail(letter("Subject: Delivery failed", sign, words=words))
        assert [each.address for each in returned.bounced] == ["anna@example.org"]
