"""Subject, quote, signature and sender, as the coach reads them."""

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.envelope import (
    look_at_quote,
    look_at_sender,
    look_at_signature,
    look_at_subject,
)
from promisedesk.lib.coach.signing import REQUIRED, columns_of, signature_faults
from promisedesk.lib.coach.subjecting import GENERAL, LONGEST, shortened

GOOD = """--------------------------------
Anna Kowalska, customer care
Kettle & Loom
www.kettleandloom.example, help@kettleandloom.example
+44 117 496 0150
--------------------------------"""


def subject_codes(subject, **around):
    return [one.code for one in look_at_subject(Draft("Hello", subject=subject, **around)) or ()]


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("", "subject.missing"), ("Re: Re: order 5", "subject.marks"),
        ("Re: FW: order 5", "subject.marks"), ("Отв: Re: заказ 5", "subject.marks"),
        ("Order 5", "subject.re"),
    ],
)  # fmt: skip
def test_an_answer_has_one_re(subject, code):
    assert subject_codes(subject) == [code]


@pytest.mark.parametrize(
    "subject", ["Re: Order 5", "RE: WHERE IS MY ORDER", "Odp: zamówienie 5", "Re: " + "word " * 30]
)
def test_the_customers_own_words_stay(subject):
    assert subject_codes(subject) == []


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("Question", "subject.general"), ("Вопрос!", "subject.general"),
        ("(no subject)", "subject.general"), ("Pytanie", "subject.general"),
        ("Re: your chair", "subject.no_answer"), ("YOUR CHAIR IS READY", "subject.shouting"),
        ("word " * 20, "subject.long"),
    ],
)  # fmt: skip
def test_what_we_begin_is_about_something(subject, code):
    assert subject_codes(subject, is_answer=False) == [code]


def test_nothing_is_said_of_a_subject_nobody_told_of_and_in_a_chat():
    assert look_at_subject(Draft("Hello")) is None
    assert look_at_subject(Draft("Hello", subject="", is_mail=False)) is None


@pytest.mark.parametrize("subject", ["", "Question", "Fwd: Re: WHERE IS IT", "word " * 40])
def test_what_the_desk_makes_of_the_customers_subject_is_right(subject):
    assert subject_codes(subject, adds_re=True) == []
    assert subject_codes(subject, adds_re=True, is_answer=False, has_written_before=True) == []


def test_a_subject_is_cut_at_a_word():
    long = "Your chair is ready for collection, bring the number and a friend who can carry it"
    assert shortened(long) == "Your chair is ready for collection"
    assert len(shortened("a" * 100)) <= LONGEST
    assert all(word == word.lower() for word in GENERAL)


def test_a_quote_is_missed_only_in_answers_by_mail():
    [one] = look_at_quote(Draft("Hello", is_quoted=False))
    assert one.code == "quote.missing"
    assert look_at_quote(Draft("Hello", is_quoted=True)) == []
    assert look_at_quote(Draft("Hello")) is None
    assert look_at_quote(Draft("Hello", is_quoted=False, is_answer=False)) is None
    assert look_at_quote(Draft("Hello", is_quoted=False, is_mail=False)) is None


def fault_codes(text, **options):
    return [
        (one.code, one.line or one.part)
        for one in signature_faults(text, **options)
        if one.code not in ("wanted", "offered")
    ]


def test_a_good_signature_has_no_fault():
    assert fault_codes(GOOD, needs_rules=True) == []
    assert {one.part for one in signature_faults(GOOD)} == {"other_email"}


@pytest.mark.parametrize("language", ["ru", "pl"])
def test_a_good_signature_of_another_language_has_none_either(language):
    text = {
        "ru": "Анна Ковальская, отдел\n«Чайник и плед»\nchainik.example, anna@chainik.example",
        "pl": "Anna Kowalska\nBiuro, Czajnik i Koc\nczajnik.example, ania@czajnik.example",
    }[language]
    assert fault_codes(text) == []


def test_lines_are_counted_between_the_rules():
    assert fault_codes(GOOD.replace("+44", "a\nb\n+44")) == []
    assert fault_codes(GOOD.replace("+44", "a\nb\nc\n+44")) == [("lines", "")]


def test_a_line_too_long_is_named_by_its_number():
    assert fault_codes(GOOD + "\n") == []
    assert fault_codes(GOOD.replace("Kettle & Loom\n", "Kettle & Loom, " + "x" * 60 + "\n")) == [
        ("columns", 3)
    ]
    assert columns_of("日本") == 4


def test_what_is_missing_is_named():
    assert fault_codes("Anna") == [("missing", part) for part in REQUIRED]
    assert fault_codes("Anna Kowalska\nKettle & Loom") == [
        ("missing", "site"),
        ("missing", "email"),
    ]
    assert ("missing", "name") in fault_codes(GOOD, agent="Boris Bell")
    assert fault_codes("{agent.name}\n{shop.name}\n{shop.site}, {inbox.address}") == []


def test_rules_and_pictures_are_noticed():
    assert ("rules", "") in fault_codes("Anna Kowalska\nKettle & Loom", needs_rules=True)
    cat = "Anna Kowalska\n /\\_/\\\n( o.o )\nKettle & Loom"
    assert ("art", 2) in fault_codes(cat)
    assert ("art", 2) not in fault_codes(cat, allows_art=True)


def test_a_signature_typed_by_hand_once_more():
    signature = "Anna Kowalska\nKettle & Loom\nkettle.example"
    again = Draft("Hello Tom,\n\nyes.\n\n" + signature, signature=signature)
    [one] = look_at_signature(again)
    assert one.code == "signature.twice"
    edit = one.mends[0].edits[0]
    assert again.reply[: edit.start] + edit.text == "Hello Tom,\n\nyes."
    short = Draft("Hello Tom,\n\nyes.\n\nBest regards,\nAnna Kowalska", signature=signature)
    assert look_at_signature(short) == []


def test_what_the_shop_requires_is_asked_of_a_signature():
    draft = Draft("Hello", signature="Anna Kowalska", required_in_signature=("name", "email"))
    [one] = look_at_signature(draft)
    assert (one.code, one.values["part"]) == ("signature.missing", "email")


@pytest.mark.parametrize(
    ("sender", "code"),
    [
        ("shop@gmail.com", "sender.free"), ("Shop <kettle@mail.ru>", "sender.free"),
        ("sklep@wp.pl", "sender.free"), ("help@elsewhere.example", "sender.other"),
    ],
)  # fmt: skip
def test_a_sender_that_is_not_the_shops(sender, code):
    [one] = look_at_sender(Draft("Hello", sender=sender, own_domains=("kettle.example",)))
    assert one.code == code


def test_a_sender_of_the_shops_domain():
    ours = ("www.kettle.example", "чайник.рф")
    for sender in ("help@kettle.example", "a@mail.kettle.example", "a@xn--80aqc2a6c.xn--p1ai"):
        found = look_at_sender(Draft("Hello", sender=sender, own_domains=ours))
        assert found == [] or "xn--" in sender
    assert look_at_sender(Draft("Hello")) is None
