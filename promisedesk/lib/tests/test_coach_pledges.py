"""Promises without a time."""

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.pledges import look_at_promises


@pytest.mark.parametrize(
    "reply",
    [
        "Hello Emma, we will call you back. Kind regards, Tom",
        "I'll check with the warehouse and let you know.",
        "Our technician will contact you as soon as possible.",
        "You will receive a refund. Best wishes, Anna",
        "We're going to send you a replacement.",
        "You'll hear from us.",
        "Здравствуйте! Мы вам перезвоним.",
        "Уточню у склада и сообщу вам.",
        "С вами свяжется наш менеджер.",
        "Деньги вернём. С уважением, Иван",
        "Dzień dobry, oddzwonimy. Pozdrawiam, Tomek",
        "Sprawdzę to w magazynie i dam Pani znać.",
        "Skontaktujemy się z Panem wkrótce.",
        "Zwrócimy pieniądze na kartę.",
    ],
)
def test_a_promise_without_a_time_is_named(reply: str) -> None:
    (finding,) = look_at_promises(Draft(reply=reply)) or []
    assert finding.code == "promise.when"
    ((start, end),) = finding.spans
    assert " ".join(reply[start:end].split()) == finding.values["words"]


@pytest.mark.parametrize(
    "reply",
    [
        "We will call you tomorrow by noon.",
        "I'll check with the warehouse and let you know by Friday.",
        "I will ask our supplier. You will hear from us within two days.",
        "We will be glad to help if you have more questions.",
        "If you send us a photo, we will send you a new one.",
        "As soon as we receive the parcel, we will refund you.",
        "We have refunded the money today.",
        "Shall we call you?",
        "We will not charge you for it.",
        "Перезвоним завтра до 12:00.",
        "Уточню у склада. Ответ будет завтра.",
        "Будем рады помочь!",
        "Если пришлёте фото, заменим товар.",
        "Мы отправили заказ.",
        "Oddzwonimy jutro do 12.",
        "Chętnie pomożemy w razie pytań.",
        "Po otrzymaniu paczki zwrócimy pieniądze.",
        "Wysłaliśmy zamówienie.",
        "",
    ],
)
def test_a_promise_with_a_time_and_a_usual_closing_are_not(reply: str) -> None:
    assert not look_at_promises(Draft(reply=reply))
