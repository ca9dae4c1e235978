"""Mails as customers' programs make them, by language, and the announcements they use.

The mails lie in replies/: a new dialect is a few lines there, seldom code here.
"""

# ruff: noqa: E501 - mails are as long as people make them

import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promisedesk.lib.mail.html_text import html_lines, html_to_text
from promisedesk.lib.mail.trimming import split_lines, split_reply

FOLDER = Path(__file__).parent / "replies"
MARKED = "> Dzień dobry,\n> paczka wyszła.\n>\n> Sklep"
BARE = "Dzień dobry,\npaczka wyszła.\n\nSklep"
WORDS = "Dziękuję, czekam.\nAnna"


def mails(name: str):
    """(name, body, text, signature, whether the body is HTML) of each mail in a file."""
    source = (FOLDER / name).read_text("utf-8")
    source = source.replace("␠", " ").replace("⍽", "\xa0")
    for each in source.split("\n%% mail: ")[1:]:
        title, _, rest = each.partition("\n")
        body, _, rest = rest.partition("\n%% text\n")
        text, _, signature = rest.partition("\n%% signature\n")
        yield title, body, text.strip("\n"), signature.strip("\n"), title.endswith("[html]")


ALL = [
    pytest.param(*case[1:], id=f"{name}: {case[0]}")
    for name in ("en", "ru", "pl", "others", "html")
    for case in mails(f"{name}.txt")
]


@pytest.mark.parametrize(("body", "text", "signature", "is_html"), ALL)
def test_a_mail_is_told_from_its_quote_and_signature(body, text, signature, is_html):
    lines = html_lines(body) if is_html else body.split("\n")
    new, quoted, below = split_lines(lines)
    assert (new.strip(), below.strip()) == (text, signature)
    whole = html_to_text(body) if is_html else body
    assert not Counter(_words(whole)) - Counter(_words(f"{new}\n{quoted}\n{below}"))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _data(name: str, parted_by: str) -> list[str]:
    kept = [line for line in (FOLDER / name).read_text("utf-8").split("\n") if line[:2] != "# "]
    pieces = "\n".join(kept).split(parted_by)
    pieces = [re.sub(r"^\[\w\w(?: \w\w)*\]\n?", "", each.strip("\n")) for each in pieces]
    return [each for each in pieces if each]


def _as_programs_break(line: str):
    """The line with its own breaks, with no-break spaces, and folded at several widths."""
    own = line.replace("~", "\n")
    yield own
    yield re.sub(r"(\d) (?=\S)", "\\1\xa0", own)
    yield re.sub(r"(\d) (?=AM|PM|am|pm|г|р|Uhr|CET)", "\\1\u202f", own)
    if own != line:
        return
    for width in range(34, 80, 6):
        yield "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
    yield re.sub(r"<(?=\S+@)", "<\n", line)


@pytest.mark.parametrize("line", _data("attributions.txt", "\n"))
def test_an_attribution_is_found_however_it_is_folded(line):
    is_always_marked = line.startswith("!")
    for announced in _as_programs_break(line.lstrip("!")):
        for quote in (MARKED,) if is_always_marked else (MARKED, BARE):
            for gap in ("\n", "\n\n"):
                mail = f"{WORDS}\n\n{announced}{gap}{quote}\n"
                assert split_lines(mail.split("\n"))[::2] == (WORDS, ""), mail


def _as_programs_write(block: str):
    yield block
    yield re.sub(r": ", ":\xa0", block)
    yield block.replace(" :", "\xa0:")
    yield block.replace("\n", "\n\n")
    yield re.sub(r"(?m)^([^\s:*-][^:*\n]{0,20}):", r"*\1:*", block)
    yield block.replace(": ", ":\t")
    yield re.sub(r"(?m)$", "  ", block)


@pytest.mark.parametrize("block", _data("blocks.txt", "\n\n"))
def test_a_header_block_is_found_however_it_is_written(block):
    for announced in _as_programs_write(block):
        for quote in (MARKED, BARE):
            mail = f"{WORDS}\n\n{announced}\n\n{quote}\n"
            assert split_lines(mail.split("\n"))[::2] == (WORDS, ""), mail
    marked = "\n".join(f"> {line}" for line in block.split("\n"))
    mail = f"{WORDS}\n\n{marked}\n>\n{MARKED}\n"
    assert split_lines(mail.split("\n"))[::2] == (WORDS, ""), mail


@pytest.mark.parametrize(
    "words",
    [
        "W dniu 5.02.2024 o 12:00 kurier napisał:\nnie ma mnie w domu. I co?",
        "5 февраля 2024 в 12:00 курьер написал:\nникого нет дома",
        "Am 05.02.2024 um 12:00 schrieb mir der Kurier:\nniemand da",
        "Paczka z 5.02.2024 12:00 na adres anna@example.com miała:\ndwa kubki",
        "On Monday, 5 Feb 2024, the courier wrote:\nnot at home",
        "Спасибо\nВ пятницу я писал:\nгде заказ?",
    ],
)
def test_what_somebody_wrote_to_the_customer_is_theirs_to_tell(words):
    assert split_reply(words) == (words, "", "")


@pytest.mark.parametrize(
    "words",
    [
        "Witam\n\nTemat: reklamacja\nOd: Klara Nowak\nData zakupu: 5.02.2024\n\nKubek pęknięty.",
        "Тема: возврат\nОт: Клара Новак, c@example.com\nДата: 05.02.2024\n\nЧашка разбита.",
        "Subject: return\nFrom: Clara, c@example.com\nDate: 5 Feb 2024\n\nCup broken.",
        "Imię: Klara\nE-mail: c@example.com\nTelefon: 600100200\nTemat: zwrot\nTreść: kubek",
        "From: Clara <c@example.com>\nSubject: Return\n\nMessage body:\nThe cup is broken.",
        "You got a message from the site:\n\nFrom: Clara <c@example.com>\nSubject: Return\nPhone: 5\n\nThe cup is broken.",
        "Status:\nSent: 5 Feb 2024 12:00\nFrom: Warsaw\nTo: Berlin\n\nWhere is it now?",
        "Отправлено: 05.02.2024 12:00\nОт: Москва\nКому: Клара\n\nГде посылка?",
        "Paczka:\nNadawca: Sklep\nWysłano: 5.02.2024 12:00\nAdresat: Klara Nowak\n\nGdzie jest?",
        "На сайте написано:\n«Доставка 5 февраля 2024 в 12:00».\nА её нет.",
        "5 февраля 2024 в 12:00 Иван <ivan@example.com> написал: приезжайте.\nЯ приехал.",
        "- Kiedy?\n- Jutro.\n- OK",
        "Order -> cart -> pay\n> then error\n\nWhat now?",
        "***** Great shop!\n*****",
    ],
)
def test_a_form_or_a_parcel_s_way_is_no_quoted_header(words):
    assert split_reply(words) == (words, "", "")


@pytest.mark.parametrize("line", _data("program_lines.txt", "\n"))
@pytest.mark.parametrize(
    "below", ["", "\n\nOn Mon, Feb 5, 2024 at 12:00 PM A <a@b.com> wrote:\n> x"]
)
def test_a_program_s_line_is_no_word_of_the_customer(line, below):
    text, _, signature = split_lines(f"{WORDS}\n\n{line}{below}\n".split("\n"))
    assert (text, signature.strip("- ")) == (WORDS, line.strip("- "))


@pytest.mark.parametrize(
    "words",
    [
        "Sent from my desk, is much easier than my mobile phone.",
        "Sent from my phone, can you read it?",
        "Sent from a happy customer",
        "Sent from my phone to your address yesterday",
        "Get me Outlook, please",
        "Отправлено с почты 5 февраля",
        "Отправлено из Почты России",
        "Отправлено с телефона вчера, не дошло",
        "Отправлено Почтой России, трек RR123",
        "Wysłane z Poczty Polskiej",
        "Wysłane z poczty do państwa magazynu",
        "Wysłano z telefonu, ale nie doszło",
        "Wysłane z Warszawy",
        "Gesendet von meiner Adresse und nicht angekommen",
    ],
)
def test_a_story_about_sending_is_the_customer_s(words):
    assert split_lines([WORDS, "", words])[::2] == (f"{WORDS}\n\n{words}", "")


@pytest.mark.parametrize(
    "words",
    [
        "Мой телефон: +7 900 000-00-00\nАдрес: Москва, Ленина 5\nКлара",
        "Заказ 4711 на имя:\nКлара Новак\nул. Ленина 5\n+7 900 000-00-00\nc@example.com",
        "Proszę zmienić adres dostawy na\n\nKlara Nowak\nProsta 5\n00-001 Warszawa\ntel. 600 100 200",
        "Dane do zwrotu\n\nKlara Nowak\nPL00 0000 0000 0000 0000 0000 0000\nklara@example.com\n600 100 200",
        "Send it here please\n\nClara Newman\n5 Somewhere Street\nLondon N1 1AA\n+44 20 7946 0000\nclara@example.com",
        "Please call me.\n\nThanks!\nClara",
        "Reply to me at clara@example.com\n\nThanks",
        "Hi,\n\nthe link is\nhttps://example.com/x\nThanks,\nClara",
        "Regards,\nClara\n\nPS: my order is 5, tel. +44 20 7946 0000 is new",
        "Спасибо,\nКлара\n\nP.S. Номер для курьера: +7 900 000-00-00",
        "Dziękuję,\nmój numer to 600 100 200",
        "Thanks,\nmy new number is +44 20 7946 0000",
        "Заранее спасибо.\nМой номер: 8 900 000-00-00",
        "Hi\n\n-----\nOrder: 5\nSize: M\n-----\n\nIs it there?",
        "Price list:\n\n--\nKettle 5\nBlanket 7\n--\nWhich is cheaper?",
    ],
)
def test_an_address_a_customer_gives_is_no_signature(words):
    assert split_reply(words) == (words, "", "")


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        (
            "Добрый день!\nПришлите счёт.\n\nС уважением, Клара Новак",
            "+7 (900) 000-00-00",
        ),
        (
            "Пришлите счёт.\n\nС уважением,\nКлара Новак,",
            "менеджер по закупкам\nООО «Ромашка»\nмоб. 8-900-000-00-00\ne-mail: c@example.com",
        ),
        (
            "Proszę o fakturę.\n\nPozdrawiam serdecznie,\nKlara Nowak",
            "Specjalista ds. zakupów\nRumianek Sp. z o.o.\nNIP 000-000-00-00\nkom. +48 600 100 200",
        ),
        (
            "Proszę o fakturę.\n\nZ poważaniem / Best regards\n\nKlara Nowak",
            "Specjalista ds. zakupów\n\nT: +48 22 000 00 00\n\nwww.example.pl",
        ),
        (
            "Hi,\nplease call me.\n\nThanks,\nClara",
            "+44 20 7946 0000",
        ),
        (
            "Text",
            "*Clara Newman*\n*Head of Accounts*\nM: +44 7700 900000\nE: clara@example.com\nW: www.example.com",
        ),
        (
            "Text",
            "Clara Newman | Head of Accounts\nCamomile Ltd | +44 20 7946 0000 | clara@example.com\nwww.example.com",
        ),
        (
            "Text\n\nMit freundlichen Grüßen\n\ni. A. Klara Neumann",
            "Einkauf\n\nLaden GmbH\nStraße 5 | 10115 Berlin\nTel.: +49 30 000000\nGeschäftsführer: A. B.",
        ),
    ],
)
def test_a_block_below_the_closing_is_the_signature(text, signature):
    assert split_reply(f"{text}\n\n{signature}")[::2] == (text, signature)


_PIECES = [
    *_data("attributions.txt", "\n"),
    *_data("blocks.txt", "\n\n"),
    *_data("program_lines.txt", "\n"),
    *("", "", "", "-- ", "--", "—", "_____", "* * *", "----- Original Message -----", ">", "> >"),
    *("> Which size?", ">> 42", "A> Which?", "Size M.", "Thank you,", "С уважением,", "Anna"),
    *("Pozdrawiam", "tel. +48 600 100 200", "a@example.com", "www.example.com", "- one", "Date: 5"),
    *("---------- Forwarded message ---------", "From:", "wrote:", "пишет:", "On Mon, Feb 5,"),
    "This e-mail is confidential and meant for the addressee; delete it if it came in error.",
]
_LINES = st.one_of(st.sampled_from(_PIECES), st.text(max_size=30))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LINES, max_size=25), st.booleans())
def test_whatever_the_mail_no_word_of_it_is_lost(pieces, is_forward):
    mail = "\n".join(pieces)
    parts = split_reply(mail, is_forward=is_forward)
    assert Counter(_words(mail)) == Counter(_words("\n".join(parts)))
    if is_forward:
        assert parts[1] == ""
