from datetime import UTC, datetime

import pytest

from promisedesk.cast import Cast
from promisedesk.conversations.models import Conversation
from promisedesk.core import memo
from promisedesk.core.models import Workspace
from promisedesk.lib.first_names import first_name
from promisedesk.replies.variables import facts_of, fill, unfilled, unknown

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["{x.__class__}", "{{7*7}}", "{% load x %}", "${jndi:x}", "#{1+1}", "{customer.__init__}",
     "{customer.name.real}", "{customer}", "{0}", "{{customer.name}}", "{customer[name]}",
     "{customer.name!r}", "{customer.name:>99}", "{ customer.name }", "{{{customer.name}}}"],
)  # fmt: skip
def test_nothing_is_ever_run_or_looked_into(text):
    assert fill(text, {"customer.name": "Clara"}).text == text


def test_a_known_variable_is_filled_and_an_unknown_one_is_told_with_its_place():
    filled = fill("Hello {customer.name}, {field.order}!", {"customer.name": "Clara"})
    assert filled.text == "Hello Clara, {field.order}!"
    [missing] = filled.missing
    assert filled.text[missing.start : missing.end] == missing.written == "{field.order}"


def test_words_after_a_bar_stand_in():
    assert fill("Hello {customer.first_name|dear customer},", {}).text == "Hello dear customer,"
    assert fill("Hello{customer.first_name|}!", {}) == fill("Hello!", {})
    assert fill("{customer.first_name|you}", {"customer.first_name": "Clara"}).text == "Clara"


def test_what_is_filled_in_is_not_filled_again():
    filled = fill("{customer.name}", {"customer.name": "{shop.name}", "shop.name": "Kettle"})
    assert filled.text == "{shop.name}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello {name}", ["{name}"]),
        ("Hello {{ customer.name }}", ["{{ customer.name }}"]),
        ("{имя} {имя}", ["{имя}"]),
        ("{x.__class__}", ["{x.__class__}"]),
        ("Dear {{first name}}", ["{{first name}}"]),
        ("{customer first_name}", ["{customer first_name}"]),
        ("{Customer.First Name}", ["{Customer.First Name}"]),
        ("{{7*7}} {% if %} {} { } { a: 1 } {12} ${5}", []),
        ("{order|none", []),
    ],
)
def test_what_looks_like_a_variable_stops_the_sending(text, found):
    assert unfilled(text) == found


def test_long_rows_of_braces_take_no_time():
    assert unfilled("{" * 100_000 + "a." * 50_000) == []
    assert unfilled("{a a a" * 20_000) == []
    assert unfilled("{a" + " ." * 50_000) == []


def test_a_slip_of_the_pen_is_noticed_when_the_text_is_made():
    text = "{customer.name} {custmer.name} {field.order} {field.size|?}"
    assert unknown(text, ("order",)) == ["{custmer.name}", "{field.size|?}"]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Clara Holm", "Clara"),
        ("Holm, Clara", "Clara"),
        ("Петров Иван Сергеевич", "Иван"),
        ("Анна Сергеевна", "Анна"),
        ("Jan-Maria Rokita", "Jan-Maria"),
        ("O'Neil Ann", "O'Neil"),
        ("clara@customer.example", ""),
        ("www.cheap.example buy", ""),
        ("{x.y} z", ""),
        ("", ""),
    ],
)
def test_people_are_called_by_their_first_names(name, first):
    assert first_name(name) == first


@pytest.fixture
def parcel(db) -> Conversation:
    cast = Cast()
    Workspace.objects.update(phone="+44 117 496 0150")
    parcel = cast.parcel
    parcel.anna = cast.anna
    parcel.due_at = datetime(2026, 11, 24, 11, tzinfo=UTC)
    parcel.fields = {"order": "K-17", "gift": True, "wanted": "2026-12-24"}
    return parcel


def test_facts_are_those_of_customer_conversation_promise_agent_and_shop(parcel):
    facts = facts_of(parcel, parcel.anna, AT)
    assert facts["customer.first_name"] == "Clara"
    assert facts["customer.email"] == "clara@customer.example"
    assert facts["agent.first_name"] == "Anna"
    assert facts["shop.name"] == "Kettle & Loom"
    assert facts["promise.by"] == "by Tuesday 24 November, 11:00 (London time)"
    assert facts["field.order"] == "K-17"
    assert facts["field.wanted"] == "24 December"


@pytest.mark.parametrize(("language", "day"), [("ru", "24 ноября"), ("pl", "24 listopada")])
def test_the_promise_is_said_in_the_language_and_zone_of_the_customer(parcel, language, day):
    parcel.language, parcel.contact.time_zone = language, "Europe/Moscow"
    facts = facts_of(parcel, parcel.anna, AT)
    assert facts["promise.day"] == day
    assert facts["promise.time"].startswith("14:00 (")


def test_nobody_is_told_a_time_that_is_past(parcel):
    late = facts_of(parcel, parcel.anna, datetime(2026, 11, 25, tzinfo=UTC))
    assert fill("{promise.by}", late).missing


def test_the_customer_is_answered_in_a_language_of_the_shop(parcel):
    Workspace.objects.update(languages=["en"])
    memo.forget_all()
    parcel.language = "ru"
    assert facts_of(parcel, parcel.anna, AT)["promise.day"] == "24 November"
