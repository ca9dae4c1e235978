"""A day at the desk in a real browser, the day before Christmas, with a clock that is moved.

Open 9 to 13 and 14 to 18; the 25th and the 28th are holidays in England. Anna answers in the
morning and gives her word to call, misses a promise and owns up to it, and calls as she said.
"""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from promisedesk.agents.models import Notice
from promisedesk.cast import Cast
from promisedesk.conversations import deliveries
from promisedesk.conversations.models import Conversation, Message
from promisedesk.desk.tests.letters import letter
from promisedesk.promises import breaking, policies, reminding
from promisedesk.promises.models import Promise
from tests.browsing import MARKS, WIDE, browser, expect, wait_until  # noqa: F401

pytestmark = [*MARKS, pytest.mark.django_db(transaction=True)]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BROKEN_SHIFT = {
    day: [["09:00", "13:00"], ["14:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")
}
WORDS = {
    "en": {
        "texts": ["Where is my throw?", "Is the lid in stock?", "Can I send it back?"],
        "answer": "It left this morning. I'll call you today by 17:00.",
        "call": "Call",
        "sorry": "did not keep our word",
    },
    "ru": {
        "texts": ["Где мой плед?", "Есть ли крышка?", "Можно ли его вернуть?"],
        "answer": "Плед уехал утром. Я позвоню вам сегодня до 17:00.",
        "call": "Звонок|Позвонить",
        "sorry": "не сдержали",
    },
}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(at(23, 10), tick=False) as traveller:
        yield traveller


@pytest.fixture
def cast(clock, transactional_db):
    cast = Cast()
    calendar = policies.default_calendar()
    data = calendar.version.data | {"hours": BROKEN_SHIFT, "country": "GB", "region": "ENG"}
    policies.change_calendar(calendar, data, by=cast.ada)
    return cast


@pytest.fixture
def page(browser, live_server, cast):  # noqa: F811
    client = Client()
    client.force_login(cast.anna, backend=BACKEND)
    context, faults = browser.new_context(base_url=live_server.url, viewport=WIDE), []
    session = client.cookies["session"].value
    context.add_cookies([{"name": "session", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def asks(cast, words, number: int, language: str) -> Conversation:
    text = words["texts"][number]
    address = f"customer{number}@x.example"
    said = letter(
        cast, text, text=text, language=language, address=address, name="", may_acknowledge=True
    )
    for acknowledgement in said.conversation.messages.filter(automatic=True):
        deliveries.sent(acknowledgement.delivery)
    return said.conversation


def promise_of(conversation, **fields) -> Promise:
    return Promise.objects.filter(conversation=conversation, **fields).latest("pk")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_before_the_holidays(page, cast, clock, language):
    words = WORDS[language]

    def move(moment: datetime) -> None:
        clock.move_to(moment)
        page.clock.set_fixed_time(moment)  # of the browser: pages count down by it

    type(cast.anna).objects.filter(pk=cast.anna.pk).update(language=language)
    first = asks(cast, words, 0, language)
    clock.move_to(at(23, 11, 30))
    second = asks(cast, words, 1, language)

    # Morning: both stand on Today, nothing is late.
    move(at(24, 9, 5))
    page.goto("/today/")
    today = page.locator("main")
    expect(page.locator("html")).to_have_attribute("lang", language)
    for text in words["texts"][:2]:
        expect(today.get_by_text(text).first).to_be_visible()

    # Before lunch: an answer, with a promise in words that the composer shows as a chip.
    move(at(24, 9, 30))
    page.goto(f"/inbox/all/{first.public_id}/")
    field = page.locator("form.write[data-kind=reply] textarea[name=text]")
    field.fill(words["answer"])
    chip = page.locator(".pledge-chip")
    expect(chip).to_have_count(1)
    expect(chip).to_contain_text(re.compile(words["call"]))
    expect(chip).to_contain_text("17:00")
    field.press("Control+Enter")
    wait_until(page, lambda: Promise.objects.filter(kind="commitment").exists(), "the word given")
    answer = first.messages.get(direction="out", automatic=False)
    deliveries.sent(answer.delivery)
    assert promise_of(first, kind="answer").state == "kept"
    given = promise_of(first, kind="commitment")
    assert (given.deed, given.due_at) == ("call", at(24, 17))

    # 11:30 comes and nobody has answered: it is missed, Anna is told, the list says so.
    move(at(24, 11, 30))
    breaking.break_due()
    reminding.tell_due()
    assert Notice.objects.filter(agent=cast.anna).exists()
    move(at(24, 11, 40))
    page.goto("/today/")
    expect(page.locator("main .page-head .bad-ink")).to_be_visible()
    page.goto(f"/inbox/all/{second.public_id}/")
    bar = page.locator(".promise-bar").first
    expect(bar).to_have_attribute("data-state", "late")

    # Lunch: who asks now is counted from two o’clock, over Christmas and the day after it.
    move(at(24, 13, 20))
    third = asks(cast, words, 2, language)
    promise = promise_of(third)
    assert promise.due_at == at(29, 14)
    told = Message.objects.get(pk=promise.told_by_id).text
    assert re.search(r"9:00.{1,9}13:00.{1,9}14:00.{1,9}18:00", told, re.S), told
    assert "29" in told
    page.goto(f"/inbox/all/{third.public_id}/")
    expect(page.locator(".promise-bar").first).to_contain_text("14:00")

    # A delay notice with a new time, by key P.
    move(at(24, 14, 5))
    page.goto(f"/inbox/all/{second.public_id}/")
    expect(page.locator(".promise-bar").first).to_be_visible()
    page.keyboard.press("p")
    pane = page.locator("form[action$='/renewal/']")
    expect(pane).to_be_visible()
    pane.locator("input[name=until][value='']").check()
    pane.locator("input[name=date]").fill("2026-12-24")
    pane.locator("input[name=time]").fill("16:30")
    pane.locator("button.btn-primary").click()
    wait_until(page, lambda: promise_of(second).renews_id, "the new promise")
    new = promise_of(second)
    assert (new.due_at, new.renews.state) == (at(24, 16, 30), "broken")
    assert "16:30" in new.told_by.text
    assert words["sorry"] in new.told_by.text

    # The call she gave her word for, written down: kept.
    move(at(24, 16))
    page.goto(f"/inbox/all/{first.public_id}/call/")
    form = page.locator("form[action$='/call/']").first
    form.locator("textarea[name=text]").fill("…")
    form.locator("button.btn-primary").click()
    wait_until(page, lambda: promise_of(first, kind="commitment").state == "kept", "the call")
    assert promise_of(first, kind="commitment").settled_at == at(24, 16)
