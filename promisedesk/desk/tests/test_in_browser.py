"""The inbox in a real browser: what only scripts do."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from promisedesk.conversations import replying
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Workspace
from promisedesk.desk.tests.conftest import BACKEND
from promisedesk.desk.tests.letters import letter
from promisedesk.promises import committing
from promisedesk.replies import drafting
from tests.browsing import MARKS, PHONE, WIDE, browser, expect, wait_until  # noqa: F401

pytestmark = [*MARKS, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def complaints() -> list[str]:
    """What the page's console says; tests end with none."""
    return []


@pytest.fixture
def page(browser, live_server, cast, complaints):  # noqa: F811
    client = Client()
    client.force_login(cast.anna, backend=BACKEND)
    Workspace.objects.update(undo_seconds=120)  # a slow machine is not to be too late
    context = browser.new_context(base_url=live_server.url, viewport=WIDE)
    session = client.cookies["session"].value
    context.add_cookies([{"name": "session", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def asked(cast):
    letter(cast, "Second question", address="second@x.example", name="Second")
    return letter(cast, "Where is my throw?").conversation


def open_it(page):
    page.goto("/inbox/all/")
    page.get_by_role("link", name=re.compile("Where is my throw")).click()
    expect(page.get_by_role("heading", name="Where is my throw?")).to_be_visible()


def test_a_row_opens_beside_the_list_and_is_read_from_then_on(page, asked, complaints):
    open_it(page)
    assert page.url.endswith(f"/inbox/all/{asked.public_id}/")
    expect(page).to_have_title("Where is my throw? · Promisedesk")
    row = page.locator(f"#c-{asked.public_id}")
    expect(row).to_have_attribute("aria-current", "true")
    expect(row).not_to_have_attribute("data-unread", "")
    wait_until(page, lambda: not Conversation.objects.get(pk=asked.pk).is_unread, "the reading")
    page.go_back()
    expect(page.get_by_role("heading", name="No conversation is open")).to_be_visible()
    assert complaints == []


def test_a_draft_is_kept_while_typing_and_comes_back(page, cast, asked, complaints):
    open_it(page)
    page.get_by_placeholder("Write your answer").fill("Dear Clara")
    expect(page.get_by_text("Draft saved").first).to_be_visible()
    assert drafting.texts(asked, cast.anna) == {False: "Dear Clara"}
    page.reload()
    expect(page.get_by_placeholder("Write your answer")).to_have_value("Dear Clara")
    assert complaints == []


def test_leaving_at_once_keeps_what_was_typed(page, cast, asked):
    open_it(page)
    page.get_by_placeholder("Write your answer").fill("Dear Clara")
    page.get_by_role("link", name=re.compile("Second question")).click()
    expect(page.get_by_role("heading", name="Second question")).to_be_visible()
    kept = {False: "Dear Clara"}
    wait_until(page, lambda: drafting.texts(asked, cast.anna) == kept, "the keeping")


def test_keys_open_reply_note_and_send(page, cast, asked, complaints):
    page.goto("/inbox/all/")
    page.keyboard.press("j")
    expect(page.locator("a.conv[aria-current]")).to_have_count(1)
    page.keyboard.press("n")
    note = page.get_by_placeholder(re.compile("Write a note"))
    expect(note).to_be_focused()
    page.keyboard.type("rjkn stays text")
    expect(note).to_have_value("rjkn stays text")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".msg[data-from=note]")).to_contain_text("rjkn stays text")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_visible()
    assert complaints == []


def test_a_reply_with_a_file_appears_without_a_page_load(page, cast, asked, complaints):
    page.clock.install()
    open_it(page)
    page.evaluate("window.same = true")
    page.get_by_placeholder("Write your answer").fill("Here is the label.")
    page.set_input_files(
        "#write-reply input[type=file]",
        {"name": "label.txt", "mimeType": "text/plain", "buffer": b"DPD"},
    )
    expect(page.locator("#write-reply [data-chosen]")).to_contain_text("label.txt")
    page.get_by_role("button", name="Send").click()
    asked_for = []
    page.on("request", lambda one: asked_for.append(one.url))
    ours = page.locator(".msg[data-from=us]").last
    expect(ours).to_contain_text("Here is the label.")
    expect(ours).to_contain_text("label.txt")
    assert page.evaluate("window.same")
    page.clock.fast_forward(5000)  # no draft is kept after the letter
    page.evaluate("new Promise((done) => requestAnimationFrame(done))")
    assert not any("/draft/" in url for url in asked_for)
    assert drafting.texts(asked, cast.anna) == {}
    assert complaints == []


def test_a_draft_being_kept_comes_before_the_letter_not_after(page, cast, asked, complaints):
    held = []
    page.route("**/draft/", lambda route: held.append(route))
    open_it(page)
    with page.expect_request("**/draft/"):
        page.get_by_placeholder("Write your answer").fill("It is on its way.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#write-reply [data-send]")).to_have_attribute("aria-busy", "true")
    held[0].continue_()
    expect(page.locator(".msg[data-from=us]").last).to_contain_text("It is on its way.")
    assert drafting.texts(asked, cast.anna) == {}
    assert len(held) == 1
    assert complaints == []


def test_news_of_the_open_conversation_are_told(page, cast, asked):
    open_it(page)
    replying.note(asked, "I am on it.", by=cast.mona)
    page.evaluate("htmx.trigger(document.querySelector('[data-asks]'), 'quiet')")
    page.get_by_placeholder("Write your answer").fill("Half a sent")
    page.get_by_role("link", name="1 new message").click()
    expect(page.locator(".msg[data-from=note]")).to_contain_text("I am on it.")
    expect(page.get_by_placeholder("Write your answer")).to_have_value("Half a sent")


def test_nothing_strangers_write_runs(page, cast, complaints):
    canary = "<img src=x onerror=window.ran=1><script>window.ran=1</script>"
    message = letter(cast, canary, name=canary, text=canary, html=canary, quoted_text=canary)
    page.goto(f"/inbox/all/{message.conversation.public_id}/")
    page.get_by_text("Show as designed").click()
    expect(page.frame_locator("iframe.designed").locator("img")).to_be_attached()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.ran") is None
    assert all(frame.evaluate("window.ran") is None for frame in page.frames[1:])


def test_on_a_phone_a_conversation_is_a_page_and_back_leads_to_the_list(page, asked):
    page.set_viewport_size(PHONE)
    open_it(page)
    expect(page.locator("#list")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="Back to the list").click()
    expect(page.locator("#list")).to_be_visible()


def test_on_a_phone_ones_own_settings_show_where_one_is(page):
    page.set_viewport_size(PHONE)
    page.goto("/me/sessions/")
    box = page.locator(".subnav [aria-current]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_words_of_a_promise_are_not_squeezed_by_its_buttons(page, cast, asked):
    says = "I will call you this evening, once I have spoken with the warehouse"
    pledge = committing.Pledge("call", says, now() + timedelta(minutes=30))
    committing.commit(asked, [pledge], by=cast.anna)
    page.goto(f"/inbox/all/{asked.public_id}/")
    assert page.locator(".promise-bar .say:has(q)").bounding_box()["width"] > 225


def test_on_a_phone_the_bar_goes_while_the_box_to_write_in_is_seen(page, cast, asked):
    page.set_viewport_size(PHONE)
    letter(cast, "Long", text="A line.\n\n" * 60, reply_token=asked.reply_token)
    page.goto(f"/inbox/all/{asked.public_id}/")
    bar = page.locator(".thread-bar")
    page.evaluate("scrollTo(0, 0)")
    expect(bar).to_be_visible()
    page.locator("#reply").scroll_into_view_if_needed()
    expect(bar).to_be_hidden()
    page.evaluate("scrollTo(0, 0)")
    expect(bar).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "name", ["Bo", "Maximiliane von Hohenstein-Sayn-Wittgenstein zu Berleburg"]
)
def test_the_time_stands_at_the_end_of_a_messages_first_line(page, cast, width, name):
    page.set_viewport_size({"width": width, "height": 844})
    marks = ["unverified", "doubt:ours", "forwarded", "pgp_signed"]
    message = letter(cast, "Hi", name=name, address="m@far.example", marks=marks)
    page.goto(f"/inbox/all/{message.conversation.public_id}/")
    head = page.locator(f"#m-{message.public_id} .head")
    whole, who, at = (one.bounding_box() for one in (head, head.locator("b"), head.locator("time")))
    assert abs(at["x"] + at["width"] - (whole["x"] + whole["width"] - 12)) < 1
    assert abs(at["y"] + at["height"] / 2 - who["y"] - who["height"] / 2) < 3
    assert who["x"] + who["width"] <= at["x"]


def test_where_a_link_leads_is_seen_in_a_wide_mail_too(page, cast):
    html = (
        '<table width="900" style="white-space:nowrap"><tr><td>Much is to be read in this line of '
        'the table</td><td><a href="https://evil.example/">bank</a></td></tr></table>'
    )
    message = letter(cast, "Pay", html=html)
    page.set_viewport_size(PHONE)
    page.goto(f"/messages/{message.public_id}/designed/")
    lead = page.locator(".pd-leads")
    lead.scroll_into_view_if_needed()
    box = lead.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_a_reply_counts_down_and_z_takes_it_back_from_another_conversation(
    page, asked, cast, complaints
):
    open_it(page)
    box = page.get_by_role("textbox", name="Reply to Clara Holm")
    box.fill("It left on Monday.")
    page.get_by_role("button", name="Send").click()
    seconds = page.locator(".receipt-held [data-seconds]")
    first = int(seconds.inner_text())
    expect(seconds).not_to_have_text(str(first))
    assert int(seconds.inner_text()) < first
    page.get_by_role("link", name=re.compile("Second question")).click()
    expect(page.get_by_role("heading", name="Second question")).to_be_visible()
    expect(page.locator(".undo-toast")).to_contain_text("Sending in")
    page.locator("body").press("z")
    expect(page.get_by_text("Taken back. Nothing was sent")).to_be_visible()
    expect(box).to_have_value("It left on Monday.")
    expect(page.locator(".undo-toast")).to_have_count(0)
    assert not asked.messages.filter(text="It left on Monday.").exists()
    assert complaints == []
