"""Messages from which nobody can tell what is wanted."""

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.asking import clarifying, look_at_clearness


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("It doesn't work", "Hello, we are sorry to hear that. Kind regards, Tom"),
        ("where???", "Hello, thank you for your message."),
        ("I have a problem with my order", "Hello, we are sorry about that."),
        ("#48213", "Hello, thank you for writing."),
        ("Help!!!", "Hello, we are here for you."),
        ("не работает", "Здравствуйте, нам очень жаль."),
        ("где???", "Здравствуйте, спасибо за обращение."),
        ("Заказ 48213", "Здравствуйте, мы получили ваше письмо."),
        ("nie działa", "Dzień dobry, przykro nam."),
        ("Mam problem z zamówieniem", "Dzień dobry, dziękujemy za wiadomość."),
        ("gdzie???", "Dzień dobry, dziękujemy za wiadomość."),
    ],
)  # fmt: skip
def test_an_unclear_message_is_asked_back_about(customer: str, reply: str) -> None:
    draft = Draft(reply=reply, customer=customer)
    (finding,) = look_at_clearness(draft) or []
    assert finding.code == "clear.ask"
    (edit,) = finding.mends[0].edits
    mended = reply[: edit.start] + edit.text + reply[edit.end :]
    assert finding.values["question"] in mended
    assert look_at_clearness(Draft(reply=mended, customer=customer)) == []


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("The kettle leaks at the lid since Monday.", "Hello, we send you a new lid today."),
        ("Thank you!", "You are welcome."),
        ("Where is my order 48213?", "It is at the depot in Leeds."),
        ("Please cancel my order", "Your order is cancelled."),
        ("Спасибо, всё получила!", "Рады помочь!"),
        ("Чайник течёт, хочу вернуть деньги", "Здравствуйте, вернём деньги завтра."),
        ("Dziękuję, wszystko działa", "Dzień dobry, cieszymy się."),
        ("Czajnik przecieka od poniedziałku", "Dzień dobry, dziś wyślemy nowy."),
    ],
)  # fmt: skip
def test_a_clear_message_is_not(customer: str, reply: str) -> None:
    assert not look_at_clearness(Draft(reply=reply, customer=customer))


def test_who_asks_back_already_hears_nothing() -> None:
    reply = "Hello, which order is it about? Kind regards, Tom"
    assert look_at_clearness(Draft(reply=reply, customer="It doesn't work")) == []


def test_what_went_before_may_say_it() -> None:
    draft = Draft(reply="I see.", customer="It doesn't work", has_written_before=True)
    assert look_at_clearness(draft) is None


def test_what_the_customer_said_is_not_asked_for() -> None:
    assert "48213" in clarifying("48213", "en")[0]
    asked = clarifying("не работает, заказ 48213, фото", "ru")
    assert not any("номер" in question or "фото" in question for question in asked)


def test_the_question_stands_before_the_closing() -> None:
    draft = Draft(
        reply="Hello,\n\nwe are sorry.\n\nKind regards\nTom Baker", customer="it doesn't work"
    )
    (finding,) = look_at_clearness(draft) or []
    (edit,) = finding.mends[0].edits
    mended = draft.reply[: edit.start] + edit.text + draft.reply[edit.end :]
    assert mended.startswith("Hello,\n\nwe are sorry.\n\nWhich product")
    assert mended.endswith("\n\nKind regards\nTom Baker")
