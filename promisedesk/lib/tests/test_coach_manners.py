"""Greeting by the right name, one form of address, the customer's language, honest apologies."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import promisedesk
from promisedesk.lib.coach import CHECKS, Draft, Finding
from promisedesk.lib.coach.manners import (
    look_at_address,
    look_at_apology,
    look_at_greeting,
    look_at_language,
)
from promisedesk.lib.coach.naming import is_called
from promisedesk.lib.coach.signed import signed_name

OURS = (
    "empty", "unfilled", "secrets", "names", "attachment", "apology", "greeting", "language",
    "subject", "links", "signature", "sender", "address", "quote",
)  # fmt: skip
DATA = Path(promisedesk.__file__).parent / "ops/bench/coach_data"


def cases(language: str) -> list[tuple[Draft, set[str]]]:
    lines = (DATA / f"manners_{language}.jsonl").read_text().splitlines()
    return [(draft_of(one["draft"]), set(one["expect"])) for one in map(json.loads, lines)]


def draft_of(fields: dict) -> Draft:
    return Draft(**{k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()})


def codes(draft: Draft) -> set[str]:
    return {one.code for one in everything(draft)}


def everything(draft: Draft) -> list[Finding]:
    return [one for name in OURS for one in CHECKS[name].look(draft) or ()]


def mended(draft: Draft, finding: Finding, which: int = 0) -> Draft:
    reply, subject = draft.reply, draft.subject
    for edit in sorted(finding.mends[which].edits, key=lambda one: -one.start):
        if edit.of_subject:
            subject = subject[: edit.start] + edit.text + subject[edit.end :]
        else:
            reply = reply[: edit.start] + edit.text + reply[edit.end :]
    return replace(draft, reply=reply, subject=subject)


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_good_replies_are_let_alone_and_faults_are_found(language):
    false, missed, good, faulty = [], [], 0, 0
    for draft, expected in cases(language):
        found = codes(draft)
        if expected:
            faulty += 1
            missed += [] if expected <= found else [(draft.reply, expected, found)]
        else:
            good += 1
            false += [(draft.reply, found)] if found else []
    assert len(false) <= good * 0.02, false
    assert len(missed) <= faulty * 0.05, missed


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_every_mend_mends(language):
    for draft, _expected in cases(language):
        for one in everything(draft):
            for which in range(len(one.mends)):
                after = mended(draft, one, which)
                again = [same for same in everything(after) if same.code == one.code]
                before = [same for same in everything(draft) if same.code == one.code]
                assert len(again) < len(before), (draft.reply, one, after.reply)


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_places_are_in_the_text(language):
    for draft, _expected in cases(language):
        for one in everything(draft):
            for start, end in one.spans:
                assert 0 <= start < end <= len(draft.reply), one


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Aniu", "Anna Nowak"), ("Anno", "Anna"), ("Kasiu", "Katarzyna"), ("Pawle", "Paweł"),
        ("Marku", "Marek"), ("Grzesiu", "Grzegorz"), ("Kowalski", "Jan Kowalski"),
        ("Саша", "Alexander Ray"), ("Ирина Сергеевна", "Irina"), ("Джон", "John"),
        ("Федор", "Фёдор"), ("Liz", "Elizabeth Ray"), ("Mr Holm", "Clara Holm"), ("Jan", "Ivan"),
        ("Clara", "Holm, Klara"), ("Lukasz", "Łukasz"), ("Piotrze", "Piotr Lis"),
    ],
)  # fmt: skip
def test_one_person_has_many_names(said, known):
    assert is_called(said, known)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Anna", "Anastazja"), ("Maria", "Mark"), ("Tom", "Clara Holm"), ("Клара", "Irina Petrova"),
        ("Olgo", "Ирина Смирнова"), ("Геннадий", "Григорий"), ("Mike", "Mark"),
    ],
)  # fmt: skip
def test_others_are_told_apart(said, known):
    assert not is_called(said, known)


@pytest.mark.parametrize(
    "reply",
    [
        "Hi!\n\nIt is in stock.", "Good morning, it is in stock.", "Hey there, it is in stock.",
        "Dear Sir or Madam,\n\nIt is in stock.", "Tom,\n\nIt is in stock.",
        "hi tom, it is in stock",
        "Thank you for your patience, Tom. It is in stock.", "👋 Hello Tom! It is in stock.",
        "Добрый день! Товар есть.", "Приветствую, Том!\n\nТовар есть.", 
        "Доброго времени суток! Есть.",
        "Том, добрый вечер!\n\nТовар есть.", "День добрый. Товар есть.", "Уважаемый клиент! Есть.",
        "Cześć,\n\njest w magazynie.", "Szanowni Państwo,\n\njest w magazynie.",
        "Witam serdecznie,\n\njest w magazynie.", "dzien dobry, jest w magazynie",
        "Panie Tomaszu,\n\njest w magazynie.", "Dobry wieczór, jest w magazynie.",
        "> where is it? I ordered it weeks ago\n> and more\n\nHello Tom,\n\nit is in stock.",
    ],
)  # fmt: skip
def test_any_greeting_is_one(reply):
    assert look_at_greeting(Draft(reply, customer_name="Tom Baker", language="en")) == []


@pytest.mark.parametrize(
    ("reply", "name", "greeting"),
    [
        ("Your order left today.", "Tom Baker", "Hello Tom,"),
        ("Your order left today.", "shop99", "Hello,"),
        ("Ваш заказ отправлен сегодня.", "Irina Petrova", "Здравствуйте, Ирина!"),
        ("Твой заказ отправлен сегодня.", "Ирина", "Привет, Ирина!"),
        ("Ваш заказ отправлен сегодня.", "Xochitl", "Здравствуйте!"),
        ("Przesyłka wyszła dziś z magazynu.", "Anna Nowak", "Dzień dobry, Pani Anno,"),
        ("Przesyłka wyszła dziś z magazynu.", "Piotr Lis", "Dzień dobry, Panie Piotrze,"),
        ("Przesyłka wyszła dziś z magazynu.", "Kunegunda", "Dzień dobry,"),
        ("Prosimy Państwa o adres, przesyłka jest gotowa.", "Anna Nowak", "Dzień dobry,"),
        ("Twoja paczka wyszła dziś z magazynu, możesz ją śledzić.", "Ewa", "Cześć, Ewo!"),
    ],
)
def test_a_missing_greeting_is_put_in_front(reply, name, greeting):
    draft = Draft(reply, customer_name=name)
    [one] = look_at_greeting(draft)
    assert one.mends[0].says == greeting
    assert mended(draft, one).reply == f"{greeting}\n\n{reply}"


@pytest.mark.parametrize(
    ("reply", "name", "mended_reply"),
    [
        ("Hello Ann,\n\nyes.", "Tom Baker", "Hello Tom,\n\nyes."),
        ("Dear Mr Bean,\n\nyes.", "Clara Holm", "Hello Clara,\n\nyes."),
        ("Уважаемая Светлана!\n\nДа.", "Пётр Белов", "Здравствуйте, Пётр!\n\nДа."),
        ("Светлана, добрый день!\n\nДа.", "Пётр", "Пётр, добрый день!\n\nДа."),
        (
            "Szanowny Panie Tomaszu,\n\ntak, mamy to w magazynie.",
            "Anna",
            "Dzień dobry, Pani Anno,\n\ntak, mamy to w magazynie.",
        ),
        (
            "Cześć Tomku,\n\ntak, mamy to w magazynie.",
            "Ewa Lis",
            "Cześć Ewo,\n\ntak, mamy to w magazynie.",
        ),
    ],
)
def test_a_wrong_name_is_replaced_with_what_goes_with_it(reply, name, mended_reply):
    draft = Draft(reply, customer_name=name)
    [one] = look_at_greeting(draft)
    assert mended(draft, one).reply == mended_reply


@pytest.mark.parametrize(
    "reply",
    [
        "Hello Anna\nyour order is ready.",
        "hello anna, your order is ready",
        "Anna, your order is ready.",
        "HELLO ANNA,\nyour order is ready.",
    ],
)
def test_a_wrong_name_is_seen_however_it_is_written(reply):
    [one] = look_at_greeting(Draft(reply, customer_name="Tom Baker", language="en"))
    assert one.code == "greeting.name"


@pytest.mark.parametrize(
    "reply",
    [
        "Hello, Anna here. Your order is ready.",
        "Hi, it's Anna. Your order is ready.",
        "Hello Kettle Lover,\n\nyour order is ready.",
        "Good news, Tom! Your order is ready.",
        "Hello,\nAnna from the returns team looks after you.",
        "Hi. Paris is a lovely place, and your map is ready.",
    ],
)
def test_who_writes_is_not_who_is_greeted(reply):
    assert look_at_greeting(Draft(reply, customer_name="Tom Baker", language="en")) == []


def test_nobody_greets_twice_in_a_quick_exchange():
    draft = Draft("Yes, it fits.", customer_name="Tom", language="en", has_written_before=True)
    assert look_at_greeting(draft) is None


def test_whoever_signs_otherwise_may_be_greeted_so():
    draft = Draft("Hello Joana,\n\nyes.", "It is me, Joana.", customer_name="Marta", language="en")
    assert look_at_greeting(draft) == []


def test_the_name_is_taken_from_the_customers_signing():
    assert signed_name("Where is it?\n\nThanks,\nMaria") == "Maria"
    assert signed_name("Меня зовут Олег, где заказ?") == "Олег"
    assert signed_name("Gdzie paczka? Pozdrawiam Jan Kowalski") == "Jan Kowalski"
    assert signed_name("Thanks for the Kettle") == ""


def test_an_apology_stands_after_the_greeting():
    draft = Draft("Hello Tom,\n\nIt left today.", customer_name="Tom", is_late=True, language="en")
    [one] = look_at_apology(draft)
    assert mended(draft, one).reply == (
        "Hello Tom,\n\nI am sorry that you have waited so long for our answer. It left today."
    )


def test_an_excuse_is_cut_out():
    draft = Draft("Hi,\n\nWe are sorry for the delay due to a high volume of orders. It left.")
    [one] = look_at_apology(draft)
    assert mended(draft, one).reply == "Hi,\n\nWe are sorry for the delay. It left."


def test_forms_are_mixed_only_outside_of_quotes():
    assert not look_at_address(Draft("Вы найдёте его в разделе «Твой дом», напишите нам."))
    [one] = look_at_address(Draft("Вы можете забрать его завтра, напишите нам. Жду тебя!"))
    assert one.code == "address.mixed"


def test_the_language_of_a_few_words_is_not_judged():
    assert look_at_language(Draft("OK, done.", "Спасибо большое за быстрый ответ")) is None
