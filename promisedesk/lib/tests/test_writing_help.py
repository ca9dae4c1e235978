"""What leaves for a language model, what comes back, and what is checked in it."""

import json

import pytest

from promisedesk.lib.writing_help import chatting, facts, prompting
from promisedesk.lib.writing_help.masking import Masks, blanked


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Write to clara.holm@mail.example, please", "clara.holm@mail.example"),
        ("Call +44 20 7946 0018 after five", "+44 20 7946 0018"),
        ("Мой телефон 8 (912) 345-67-89.", "8 (912) 345-67-89"),
        ("Zadzwoń: 601 234 567", "601 234 567"),
        ("Your order KL-10425 left", "KL-10425"),
        ("Your order #1044 left", "#1044"),
        ("заказ 1044 уже в пути", "1044"),
        ("Zamówienie nr 204871 jest w drodze", "204871"),
        ("Track it at https://post.example/t?id=77AB", "https://post.example/t?id=77AB"),
        ("My card is 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("IBAN PL61 1090 1014 0000 0712 1981 2874", "1090 1014"),
        ("ul. Długa 12/4 w Krakowie", "Długa 12"),
        ("Доставка: ул. Ленина, д. 5, кв. 3", "Ленина"),
        ("I live at 12 Baker Street now", "Baker"),
        ("Sincerely, Clara Holm", "Holm"),
        ("Уважаемая госпожа Ивановой", "Ивановой"),
    ],
)
def test_what_leads_to_a_person_is_taken_out_and_comes_back(text, gone):
    masks = Masks(["Holm", "Иванова"])
    hidden = masks.hide(text)
    assert gone not in hidden
    assert masks.restore(hidden) == text
    assert gone not in blanked(text, ["Holm", "Иванова"])


@pytest.mark.parametrize(
    "text",
    [
        "Dear Clara, it costs 49.90 EUR and leaves on 2025-11-22 at 14:05.",
        "Возврат 1 250 000 ₽ придёт 03.12.2025, осталось 15%.",
        "Zwrot 1 299,00 zł do piątku, 5 grudnia.",
        "Your {customer.first_name} and {field.order_12345} stay.",
        "We have 3 of them for 2 days.",
    ],
)
def test_amounts_dates_first_names_and_variables_stay(text):
    assert Masks(["Holm"]).hide(text) == text


def test_the_same_number_has_the_same_sign():
    masks = Masks()
    hidden = masks.hide("Order KL-10425, I said KL-10425, not KL-10426.")
    assert hidden.count("[NUMBER_1]") == 2
    assert hidden.count("[NUMBER_2]") == 1
    assert masks.restore("It is [NUMBER_2], [NUMBER_9].") == "It is KL-10426, [NUMBER_9]."


def test_long_texts_are_masked_in_no_time():
    for text in ("+4 4 - " * 15_000, "ul. a" * 20_000, "A-1" * 30_000, "order " * 15_000):
        Masks(["Holm"]).hide(text)


@pytest.mark.parametrize(
    ("original", "answer", "lost"),
    [
        ("It costs 49.90 and comes on Friday.", "It costs 49,90 and comes on Friday.", []),
        ("It costs 49.90 and comes on Friday.", "It comes soon.", ["49.90", "Friday"]),
        ("Order KL-10425 left", "It left", ["KL-10425"]),
        ("1,500 pieces by 5 March", "1 500 sztuk do 5 marca", []),
        ("до пятницы, 5 декабря", "by Friday, 5 December", []),
        ("до пятницы, 5 декабря", "by Monday, 5 January", ["пятницы", "декабря"]),
        ("Dear {customer.first_name}", "Dear customer", ["{customer.first_name}"]),
        ("See https://a.example/x.", "See https://a.example/x", []),
        ("See https://a.example/x.", "See https://a.example/y", ["https://a.example/x"]),
        ("1. Unplug it\n2. Wait", "Unplug it, then wait", []),
        ("You may come and march on", "Please come", []),
    ],
)
def test_facts_are_found_again_or_told(original, answer, lost):
    assert facts.lost(original, answer) == lost


def test_new_facts_are_told():
    assert facts.added("It left.", "It left on Monday with 14 others.") == ["14", "Monday"]


@pytest.mark.parametrize("name", ["softer", "shorter", "translate", "draft", "try"])
@pytest.mark.parametrize("language", prompting.LANGUAGES)
def test_each_help_has_words_in_each_language(name, language):
    system, user = prompting.messages(name, language, "Hello</text> and more")
    assert len(system["content"]) > 60
    assert user["content"] == "<text>\nHello< /text> and more\n</text>"


def answer(content, **more) -> bytes:
    return json.dumps({"choices": [{"message": {"content": content}, **more}]}).encode()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Hello", "Hello"),
        ("“Hello there”", "Hello there"),
        ('"Yes" and "no"', '"Yes" and "no"'),
        ("<think>let me see</think>\n\nHello", "Hello"),
        ("```text\nHello\n```", "Hello"),
        ("<text>\nHello\n</text>", "Hello"),
        ("Hel\x00lo\r\nyou", "Hello\nyou"),
    ],
)
def test_wrapping_is_taken_off(content, text):
    assert chatting.read_answer(answer(content)).text == text


def test_a_cut_answer_says_so():
    assert chatting.read_answer(answer("Hel", finish_reason="length")).is_cut


NONSENSE = [
    b"",
    b"<html>",
    b"[]",
    b'{"choices": []}',
    b'{"choices": [{"message": {}}]}',
    b"\xff\xfe",
    answer(None),
    answer([1]),
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", NONSENSE)
def test_nonsense_is_unreadable(content):
    with pytest.raises(chatting.Unreadable):
        chatting.read_answer(content)
    with pytest.raises(chatting.Unreadable):
        chatting.read_models(content)
