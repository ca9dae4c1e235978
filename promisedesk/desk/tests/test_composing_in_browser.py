"""The composer in a real browser: marks, files that are pasted, two agents, a phone."""

import re

import pytest
from django.test import Client

from promisedesk.conversations import replying
from promisedesk.desk.tests.conftest import BACKEND
from promisedesk.desk.tests.letters import letter
from promisedesk.replies import drafting
from tests.browsing import MARKS, PHONE, WIDE, browser, expect, wait_until  # noqa: F401

pytestmark = [*MARKS, pytest.mark.django_db(transaction=True)]
PASTE = """(field) => {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob("%s"), (one) => one.charCodeAt(0));
  data.items.add(new File([bytes], "photo.png", { type: "image/png" }));
  const how = { clipboardData: data, bubbles: true, cancelable: true };
  const event = new ClipboardEvent("paste", how);
  field.dispatchEvent(event);
}"""
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


@pytest.fixture
def open_as(browser, live_server, db):  # noqa: F811
    """A page of an agent in a browser of their own; ends with nothing said on any console."""
    contexts, complaints = [], []

    def open_page(agent, path, **more):
        client = Client()
        client.force_login(agent, backend=BACKEND)
        context = browser.new_context(base_url=live_server.url, **{"viewport": WIDE} | more)
        contexts.append(context)
        session = client.cookies["session"].value
        context.add_cookies([{"name": "session", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def asked(cast):
    return letter(cast, "Where is my throw?").conversation


def url(conversation) -> str:
    return f"/inbox/all/{conversation.public_id}/"


def test_marks_a_pasted_picture_and_a_colleague_by_keys(open_as, cast, asked):
    page = open_as(cast.anna, url(asked))
    field = page.get_by_placeholder("Write your answer")
    field.fill("Hello Clara")
    field.press("Home")
    for _letter in "Hello":
        field.press("Shift+ArrowRight")
    field.press("Control+b")
    expect(field).to_have_value("**Hello** Clara")
    field.press("Control+z")
    expect(field).to_have_value("Hello Clara")
    field.press("End")
    field.evaluate(PASTE % PIXEL)
    form = page.locator("#write-reply")
    expect(form.locator("canvas.thumb")).to_be_visible()
    expect(form.locator("[name=kept]")).to_have_count(1)
    expect(form.get_by_text("Draft saved")).to_be_visible()
    (draft,) = drafting.all_here(asked)
    assert [one.name for one in drafting.files_of(draft)] == ["photo.png"]
    form.get_by_role("button", name="Leave out: photo.png").click()
    expect(form.locator("[name=kept]")).to_have_count(0)
    page.get_by_role("tab", name="Note").click()
    note = page.get_by_placeholder(re.compile("Write a note"))
    note.press_sequentially("Look, @mo")
    expect(page.get_by_role("option", name="Mona Berg")).to_be_visible()
    expect(note).to_have_attribute("aria-activedescendant", re.compile("mention-"))
    note.press("Enter")
    expect(note).to_have_value("Look, @Mona Berg ")


def test_two_agents_and_the_second_is_stopped_and_asked(open_as, cast, asked):
    anna, mona = open_as(cast.anna, url(asked)), open_as(cast.mona, url(asked))
    mona.get_by_placeholder("Write your answer").fill("It left on Monday.")
    mona.get_by_role("button", name="Send", exact=False).first.click()
    expect(mona.locator(".msg[data-from=us]").last).to_contain_text("It left on Monday.")
    expect(mona.locator(".undo-toast")).to_contain_text("Sending in")
    anna.get_by_placeholder("Write your answer").fill("It leaves soon.")
    anna.keyboard.press("Control+Enter")
    expect(anna.get_by_role("alert")).to_contain_text("This came while you wrote")
    expect(anna.get_by_role("alert")).to_contain_text("It left on Monday.")
    expect(anna.get_by_placeholder("Write your answer")).to_have_value("It leaves soon.")
    assert asked.messages.filter(agent=cast.anna).count() == 0
    anna.get_by_role("button", name="Send anyway").click()
    expect(anna.locator(".msg[data-from=us]").last).to_contain_text("It leaves soon.")


def test_two_windows_of_one_agent_ask_which_text_stays(open_as, cast, asked):
    one, two = open_as(cast.anna, url(asked)), open_as(cast.anna, url(asked))
    one.get_by_placeholder("Write your answer").fill("One")
    expect(one.get_by_text("Draft saved").first).to_be_visible()
    two.get_by_placeholder("Write your answer").fill("Two")
    expect(two.get_by_text("You wrote on in another window").first).to_be_visible()
    assert drafting.texts(asked, cast.anna) == {False: "One"}
    two.get_by_role("button", name="This one").first.click()
    expect(two.get_by_text("Draft saved").first).to_be_visible()
    assert drafting.texts(asked, cast.anna) == {False: "Two"}


def test_on_a_phone_an_answer_is_written_put_off_and_taken_back(open_as, cast, asked):
    replying.note(asked, "Ask DPD first.", by=cast.mona)
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    page = open_as(cast.anna, url(asked), **phone)
    page.get_by_placeholder("Write your answer").fill("It left on Monday.")
    page.get_by_label("Other ways to send").click()
    page.get_by_role("button", name="Send later").click()
    page.get_by_role("button", name="In an hour").click()
    bar = page.get_by_label("An answer for later")
    expect(bar).to_contain_text("Anna Kowalska answers")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    bar.get_by_role("button", name="Change it").click()
    expect(page.get_by_placeholder("Write your answer")).to_have_value("It left on Monday.")
    assert not asked.messages.filter(agent=cast.anna).exists()


def test_the_coach_is_followed_by_keys_alone(open_as, cast, asked):
    page = open_as(cast.anna, url(asked))
    text, said = page.locator("#write-reply [name=text]"), page.locator("[data-coach-said]")
    text.fill("Hello Clara,\n\nwe recieve it on Monday. The card is 4111 1111 1111 1111.")
    expect(said).to_contain_text("This looks like a card number")
    expect(page.locator("mark[data-coach=stop]")).to_have_text("4111 1111 1111 1111")
    text.press("Alt+ArrowDown")
    text.press("Alt+ArrowDown")
    expect(said).to_contain_text("did you mean “receive”?")
    assert text.evaluate("(box) => box.value.slice(box.selectionStart, box.selectionEnd)") == (
        "recieve"
    )
    text.press("Alt+Enter")
    expect(text).to_have_value(re.compile("we receive it"))
    expect(page.locator("mark[data-coach=spell]")).to_have_count(0)
    text.press("Control+Enter")
    reason = page.get_by_label("Send it all the same, because")
    expect(reason).to_be_focused()
    reason.fill("It is the bank’s example")
    reason.press("Enter")
    wait_until(
        page, lambda: asked.messages.filter(direction="out", automatic=False).exists(), "sending"
    )
