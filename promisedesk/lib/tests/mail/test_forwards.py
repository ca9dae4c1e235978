import pytest

from promisedesk.lib.mail.forwards import original_in
from promisedesk.lib.mail.model import Address

CLARA = Address("clara@customer.example", "Clara Holm")
FORWARDS = [
    # Gmail
    (
        "Fwd: Parcel",
        "Please answer her.\n\n---------- Forwarded message ---------\n"
        "From: Clara Holm <clara@customer.example>\nDate: Fri, 20 Nov 2026 at 09:12\n"
        "Subject: Parcel\nTo: <anna@kettleandloom.example>\n\nWhere is it?\n\nClara",
        "Please answer her.",
        "Where is it?\n\nClara",
    ),
    # Outlook, no line that says so
    (
        "FW: Parcel",
        "________________________________\nFrom: Clara Holm [mailto:clara@customer.example]\n"
        "Sent: Friday, November 20, 2026 9:12 AM\nTo: Anna\nSubject: Parcel\n\nWhere is it?",
        "",
        "Where is it?",
    ),
    # Apple Mail, quoted; the forwarder goes on below
    (
        "Fwd: Parcel",
        "Begin forwarded message:\n\n> From: Clara Holm <clara@customer.example>\n"
        "> Subject: Parcel\n> Date: 20 November 2026\n> To: anna@kettleandloom.example\n>\n"
        "> Where is it?\n\nSent from my iPhone",
        "",
        "Where is it?",
    ),
    # Thunderbird
    (
        "Fwd: Parcel",
        "\n\n-------- Forwarded Message --------\nSubject: \tParcel\nDate: \tFri, 20 Nov 2026\n"
        "From: \tClara Holm <clara@customer.example>\nTo: \tanna@kettleandloom.example\n\n\n\n"
        "Where is it?",
        "",
        "Where is it?",
    ),
    # Mail.ru
    (
        "Fwd: Parcel",
        "-------- Пересылаемое сообщение --------\nОт кого: Clara Holm <clara@customer.example>\n"
        "Кому: Анна\nДата: Пятница, 20 ноября 2026\nТема: Parcel\n\nГде она?",
        "",
        "Где она?",
    ),
    # Outlook in Polish
    (
        "PD: Parcel",
        "Aniu, to do Ciebie\n\nOd: Clara Holm <clara@customer.example>\n"
        "Wysłane: piątek, 20 listopada 2026 09:12\nDo: Anna\nTemat: Parcel\n\nGdzie jest?",
        "Aniu, to do Ciebie",
        "Gdzie jest?",
    ),
]


@pytest.mark.parametrize(("subject", "text", "above", "words"), FORWARDS)
def test_the_original_of_a_forward_is_found(subject, text, above, words):
    found = original_in(text, subject)
    assert (found.sender, found.subject) == (CLARA, "Parcel")
    assert (found.above, found.text) == (above, words)


def test_yandex_tells_the_sender_in_a_sentence():
    found = original_in(
        '-------- Пересылаемое сообщение --------\n20.11.2026, 10:00, "Clara Holm" '
        "<clara@customer.example>:\n\nГде она?\n-------- Конец пересылаемого сообщения --------\n",
        "Fwd: Посылка",
    )
    assert (found.sender, found.text) == (CLARA, "Где она?")


def test_a_reply_to_among_the_lines_is_kept():
    found = original_in(
        "---------- Forwarded message ---------\nFrom: Form <noreply@forms.example>\n"
        "Reply-To: clara@customer.example\nSubject: x\n\nHello",
    )
    assert found.reply_to.address == "clara@customer.example"


NONE = [
    ("Re: Parcel", "From: Clara <clara@customer.example>\nSent: Friday\nSubject: x\n\nIt is here"),
    ("Fwd: Parcel", "Look at this."),
    ("Fwd: Parcel", "From: Clara\nSubject: x\n\nNo address here"),
    ("Fwd: x", "From: a@x.example and b@y.example\nSubject: x\n\nTwo of them"),
    ("Fwd: x", "From: <@>\nSubject: x\n\ny"),
    ("", ""),
]


@pytest.mark.parametrize(("subject", "text"), NONE)
def test_without_one_plain_sender_there_is_no_original(subject, text):
    assert original_in(text, subject) is None


@pytest.mark.parametrize("piece", ["From: x\n", ">" * 50 + "\n", "---------- Forwarded message\n"])
def test_it_takes_time_in_proportion(piece):
    assert original_in(piece * 50_000, "Fwd: x") is None
