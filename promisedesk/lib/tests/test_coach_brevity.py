"""Length, sentences, reading ease and size of a reply."""

import json
import time
from pathlib import Path

import pytest

from promisedesk.lib.coach import Draft
from promisedesk.lib.coach.brevity import (
    look_at_length,
    look_at_reading_ease,
    look_at_sentences,
    look_at_size,
)
from promisedesk.lib.coach.prose import sentences_in, syllables_of

DATA = Path(__file__).parents[2] / "ops/bench/coach_data"
LETTER = (
    "Hello, I ordered a blue lamp for my mother's birthday two weeks ago and I have not heard "
    "anything since, could you tell me where it is and whether it will come in time?"
)
ENDLESS = {
    "en": "We would like to let you know that the parcel which you sent back to us last week and "
    "which had been waiting at the depot because the label could not be read by the machine has "
    "now been found and will be looked at by a colleague who will then decide what can be done.",
    "ru": "Сообщаем вам что посылка которую вы отправили нам обратно на прошлой неделе и которая "
    "лежала на складе потому что этикетку не смогла прочитать машина теперь нашлась и завтра её "
    "посмотрит наш коллега который потом решит что с ней можно сделать дальше и напишет вам.",
    "pl": "Informujemy że paczka którą odesłała Pani do nas w zeszłym tygodniu i która czekała w "
    "sortowni ponieważ maszyna nie mogła odczytać etykiety została już odnaleziona i jutro obejrzy "
    "ją nasz kolega który potem zdecyduje co można z nią dalej zrobić i napisze o tym do Pani.",
}
HEAVY = {
    "en": "Notwithstanding the aforementioned contractual obligations, reimbursement eligibility "
    "necessitates comprehensive documentation verification. Supplementary administrative "
    "procedures concerning international merchandise transportation regulations require "
    "authorisation. Unsatisfactory identification information unfortunately precludes immediate "
    "consideration. Accordingly, additional investigation regarding manufacturer responsibility "
    "remains mandatory. Consequently, compensation determination necessarily follows "
    "organisational prioritisation. Participating representatives subsequently communicate "
    "individual recommendations electronically. Alternative accommodation possibilities "
    "notwithstanding, cancellation unavoidably invalidates complimentary accessories entitlement.",
    "ru": "Вышеупомянутые обстоятельства обусловливают необходимость предоставления дополнительной "
    "документации. Осуществление возмещения предусматривается исключительно при наличии "
    "подтверждающих материалов установленного образца. Неудовлетворительное состояние "
    "возвращаемого оборудования устанавливается уполномоченными специалистами предприятия. "
    "Соответствующее экспертное заключение направляется заинтересованным сторонам "
    "незамедлительно. Непредоставление запрашиваемых идентификационных сведений препятствует "
    "дальнейшему рассмотрению представленного обращения. Альтернативные варианты "
    "урегулирования рассматриваются ответственными подразделениями индивидуально. Информирование "
    "потребителей осуществляется посредством электронных уведомлений. Ответственность за "
    "несвоевременное предоставление дополнительных сведений возлагается непосредственно на "
    "заявителя.",
    "pl": "Uwzględnienie przedmiotowego zgłoszenia reklamacyjnego uzależnione jest od "
    "przedstawienia dodatkowej dokumentacji potwierdzającej nieprawidłowości eksploatacyjne. "
    "Dotychczasowe postępowanie wyjaśniające uniemożliwiło jednoznaczne zakwalifikowanie "
    "uszkodzenia. Zobowiązujemy do niezwłocznego uzupełnienia brakujących informacji "
    "identyfikacyjnych. Nieprzedłożenie wymaganych załączników skutkować będzie pozostawieniem "
    "zgłoszenia bez rozpatrzenia. Ewentualne odszkodowanie przysługuje wyłącznie "
    "uprawnionym użytkownikom. Alternatywne rozwiązania rozpatrywane są indywidualnie przez "
    "odpowiedzialne jednostki organizacyjne przedsiębiorstwa produkcyjnego i dystrybucyjnego "
    "zgodnie z obowiązującymi postanowieniami regulaminu.",
}


def codes(found) -> list[str]:
    return [one.code for one in found or ()]


def test_a_word_to_a_whole_letter_is_curt():
    for reply in ("No.", "Hello Anna,\n\nNo idea.\n\nKind regards,\nTom"):
        draft = Draft(reply=reply, customer=LETTER, language="en", agent_name="Tom")
        assert codes(look_at_length(draft)) == ["length.curt"]


@pytest.mark.parametrize(
    ("reply", "asked", "is_mail"),
    [
        ("Yes.", "Do you ship to Norway?", True),
        ("Hello Anna,\n\nit is on its way and comes on Friday.\n\nTom", LETTER, True),
        ("https://track.example/48213", LETTER, True),
        ("On it!", LETTER, False),
        ("Yes.", "", True),
    ],
)
def test_a_short_answer_is_fine_where_it_answers(reply, asked, is_mail):
    draft = Draft(reply=reply, customer=asked, language="en", is_mail=is_mail)
    assert look_at_length(draft) == []


def test_how_long_is_too_long_depends_on_the_question():
    reply = "We looked at each of your nine points and answer them in turn here. " * 30
    assert codes(look_at_length(Draft(reply=reply, customer=LETTER))) == ["length.long"]
    assert look_at_length(Draft(reply=reply, customer=LETTER * 5)) == []
    assert look_at_length(Draft(reply=reply)) == []  # nobody knows what was asked
    assert codes(look_at_length(Draft(reply=reply * 3))) == ["length.long"]


@pytest.mark.parametrize("language", ENDLESS)
def test_a_sentence_that_must_be_read_twice_is_marked(language):
    reply = f"Anna, 12.\n\n{ENDLESS[language]}\n\nTom"
    (found,) = look_at_sentences(Draft(reply=reply, language=language))
    ((start, end),) = found.spans
    assert reply[start:end] == ENDLESS[language]


def test_three_sentences_at_most_are_told():
    reply = "\n\n".join([ENDLESS["en"]] * 6)
    assert len(look_at_sentences(Draft(reply=reply, language="en"))) == 3


@pytest.mark.parametrize(
    "reply",
    [
        "Please send to:\n" + "\n".join(f"- item number {n} of the long list" for n in range(20)),
        "Kettle & Loom Ltd\nReturns department\n14 Mill Lane\nUnit 7\nLeeds LS1 4AB\nEngland\n" * 3,
        "We have it in red, dark green, navy, light grey, sand, black, white, rose, pale yellow, "
        "sky blue, brown, off white, deep purple, olive, rust, mint, copper, stone, oak, plum, "
        "and warm beige for now.",
        "> " + ENDLESS["en"] + "\n\nYes.",
    ],
)
def test_lists_addresses_and_quotes_are_no_sentences(reply):
    assert look_at_sentences(Draft(reply=reply, language="en")) == []


def test_shortened_words_and_small_letters_end_no_sentence():
    reply = "Wysłaliśmy je np. do Łodzi na ul. Piotrkowską 5. Pan Nowak je odbierze ok. piątej."
    assert [reply[one.start : one.end] for one in sentences_in(reply)] == [
        "Wysłaliśmy je np. do Łodzi na ul. Piotrkowską 5.",
        "Pan Nowak je odbierze ok. piątej.",
    ]


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", {"table": 2, "people": 2, "received": 2, "order": 2, "refunded": 3, "idea": 3}),
        ("ru", {"пожалуйста": 4, "здравствуйте": 3, "в": 1}),
        ("pl", {"zamówienie": 4, "dziękuję": 3, "nauka": 3, "wiadomość": 3, "w": 1}),
    ],
)
def test_syllables(language, counts):
    assert {word: syllables_of(word, language) for word in counts} == counts


@pytest.mark.parametrize("language", HEAVY)
def test_heavy_reading_is_told(language):
    assert codes(look_at_reading_ease(Draft(reply=HEAVY[language], language=language))) == [
        "ease.heavy"
    ]
    assert look_at_reading_ease(Draft(reply=HEAVY[language][:200], language=language)) == []


@pytest.mark.parametrize(
    ("size", "found"),
    [(7_000_000, []), (8_000_000, ["size.large"]), (20_000_000, ["size.largest"])],
)
def test_a_big_mail_is_told_as_it_travels(size, found):
    assert codes(look_at_size(Draft(reply="Here it is.", bytes=size))) == found


def test_nothing_is_said_of_what_nobody_knows():
    assert look_at_size(Draft(reply="Hello")) is None
    assert look_at_size(Draft(reply="Hello", bytes=90_000_000, is_mail=False)) is None
    assert look_at_sentences(Draft(reply="Guten Tag, die Lampe ist da.", language="de")) is None


def good_replies():
    for path in sorted(DATA.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one = json.loads(line)
            language = one.get("language") or path.stem[-2:]
            if "draft" in one and "questions" not in one and not one.get("expect"):
                yield one["draft"]["reply"], one["draft"].get("customer", ""), language
            elif one.get("side") == "agent" and one["label"] != "harsh":
                yield one["text"], "", language


def test_good_replies_pass():
    for reply, customer, language in good_replies():
        draft = Draft(reply=reply, customer=customer, language=language)
        for look in (look_at_length, look_at_sentences, look_at_reading_ease):
            assert not look(draft), reply


def test_a_very_long_reply_is_read_in_no_time():
    for piece in (ENDLESS["en"] + " ", "word " * 9, "a, " * 30, "(((", "...", "http://x", "- x\n"):
        reply = piece * (100_000 // len(piece))
        started = time.process_time()
        draft = Draft(reply=reply, customer=LETTER, language="en")
        for look in (look_at_length, look_at_sentences, look_at_reading_ease):
            look(draft)
        assert time.process_time() - started < 2
