"""What customers ask, and what a reply leaves open."""

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.asking import look_at_questions, questions_of


def _open(customer: str, reply: str) -> list[str]:
    read = questions_of(Draft(reply=reply, customer=customer))
    return [each.text for each in read if not each.is_answered]


@pytest.mark.parametrize(
    ("customer", "asked"),
    [
        (
            "Hi, when will it arrive? And can I still change the colour to navy?",
            ["when will it arrive?", "can I still change the colour to navy?"],
        ),
        (
            "I'd like to know whether the oak table comes in 180 cm. Please send me the invoice.",
            ["whether the oak table comes in 180 cm", "Please send me the invoice"],
        ),
        ("how much is the postage to spain and how long does it take",
         ["how much is the postage to spain", "how long does it take"]),
        ("Are you kidding me? How can you?", []),
        ("How are you? Thanks for the quick delivery!", []),
        ("> Do you have any questions?\nNo, thank you.", []),
        ("Когда привезут? И можно ли оплатить картой?",
         ["Когда привезут?", "можно ли оплатить картой?"]),
        ("Подскажите, пожалуйста, есть ли скидка. Пришлите трек-номер.",
         ["есть ли скидка", "Пришлите трек-номер"]),
        ("Вы издеваетесь? Сколько можно?", []),
        ("Chciałabym zapytać, czy stół jest dostępny. Proszę o zwrot pieniędzy.",
         ["czy stół jest dostępny", "Proszę o zwrot pieniędzy"]),
        ("ile kosztuje przesylka i czy trzeba doplacic clo",
         ["ile kosztuje przesylka", "czy trzeba doplacic clo"]),
        ("Żarty sobie robicie? Co słychać?", []),
    ],
)  # fmt: skip
def test_each_question_is_found_as_it_was_written(customer: str, asked: list[str]) -> None:
    read = questions_of(Draft(reply="", customer=customer))
    assert [each.text for each in read] == asked
    assert [customer[slice(*each.place)] for each in read] == asked


@pytest.mark.parametrize(
    ("customer", "reply", "still_open"),
    [
        ("Do you ship to Norway? How long does it take?", "Yes, we ship to Norway.",
         ["How long does it take?"]),
        ("Do you ship to Norway? How long does it take?",
         "Yes, we do. It takes 3 to 5 days.", []),
        ("Is it vegan? Is it tested on animals?", "Yes to the first, no to the second.", []),
        ("Где бланк возврата?", "Всё описано здесь: https://shop.example/vozvrat", []),
        ("Czy obok jest parking? Kiedy otwieracie w soboty?", "W soboty otwieramy o 9:00.",
         ["Czy obok jest parking?"]),
        ("Где моя посылка?", "Your parcel is at the depot in Leeds.", []),
    ],
)  # fmt: skip
def test_what_the_reply_leaves_open_is_named(
    customer: str, reply: str, still_open: list[str]
) -> None:
    assert _open(customer, reply) == still_open


def test_the_open_question_is_quoted_for_the_agent_to_answer_under() -> None:
    draft = Draft(
        reply="Yes, we ship to Norway.", customer="Do you ship to Norway? How long does it take?"
    )
    (finding,) = look_at_questions(draft) or []
    assert finding.code == "questions.open"
    assert finding.values == {"answered": 1, "total": 2, "question": "How long does it take?"}
    (edit,) = finding.mends[0].edits
    mended = draft.reply[: edit.start] + edit.text + draft.reply[edit.end :]
    assert mended.rstrip().endswith("> How long does it take?")


def test_nothing_is_judged_where_nobody_asked() -> None:
    assert look_at_questions(Draft(reply="Hello", customer="")) is None
