"""The whole flow by keyboard, and on a phone by touch."""

import re

import pytest

from promisedesk.conversations import tagging
from promisedesk.desk.tests.letters import letter
from promisedesk.desk.tests.test_in_browser import (  # noqa: F401
    complaints,
    page,
    pytestmark,
)
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording
from tests.browsing import PHONE, browser, expect  # noqa: F401


@pytest.fixture
def asked(cast):
    macros.add(Wording("Thanks", "thanks", {"en": "Thank you for waiting."}), by=cast.mona)
    tagging.make("Delivery", by=cast.mona)
    letter(cast, "Second question", address="second@x.example", name="Second")
    return letter(cast, "Where is my throw?").conversation


def test_a_day_by_keyboard_alone(page, cast, asked, complaints):  # noqa: F811
    requests = []
    page.on("request", lambda one: requests.append(one.url))
    page.goto("/inbox/all/")
    expect(page.locator("[data-list] a.conv")).to_have_count(3)
    assert len(requests) <= 10
    press, focused = page.keyboard.press, page.locator(":focus")
    title = page.locator(".thread-head h1")
    press("j")
    expect(title).to_be_visible()
    first = title.inner_text()
    press("j")
    expect(title).not_to_have_text(first)
    press("Enter")
    expect(focused).to_have_class(re.compile("thread-scroll"))
    press("r")
    field = page.locator("#write-reply textarea[name=text]")
    expect(field).to_be_focused()
    page.keyboard.type("/tha")
    expect(page.locator("[data-macro-pick]:visible")).to_have_count(1)
    press("Enter")
    expect(field).to_have_value("Thank you for waiting.")
    press("Control+Enter")
    expect(page.locator(".receipt-held")).to_be_visible()
    expect(focused).to_have_class(re.compile("thread-scroll"))  # not lost
    press("z")
    expect(page.get_by_text("Taken back. Nothing was sent")).to_be_visible()
    expect(field).to_have_value("Thank you for waiting.")
    press("r")
    expect(field).to_be_focused()
    press("Control+Enter")
    expect(page.locator(".receipt-held")).to_be_visible()
    press("t")
    expect(page.locator("#sort-tag")).to_be_focused()
    press("ArrowDown")
    expect(focused).to_contain_text("Delivery")
    press("Enter")
    expect(page.locator("details[name=menu][open]")).to_have_count(0)
    expect(page.locator(".thread-head .tag")).to_have_text("Delivery")
    expect(focused).to_have_class(re.compile("thread-scroll"))
    press("s")
    expect(focused).to_have_attribute("name", "until")
    press("Escape")
    expect(page.locator("details[name=menu][open]")).to_have_count(0)
    press("s")
    expect(focused).to_have_attribute("name", "until")
    press("Enter")
    expect(page.locator(".snoozed-bar")).to_be_visible()
    press("Control+k")
    expect(page.locator("#palette input")).to_be_focused()
    expect(page.locator("#palette [role=option]", has_text="Overdue")).to_be_visible()
    page.keyboard.type("snoozd")  # letters in their order are enough
    expect(page.locator("#palette [aria-selected=true]")).to_contain_text("Snoozed")
    press("Enter")
    page.wait_for_url("**/inbox/snoozed/")
    expect(page.locator("[data-list] a.conv")).to_have_count(1)
    assert complaints == []


def test_letters_do_nothing_for_whom_they_are_off(page, cast, asked):  # noqa: F811
    cast.anna.has_single_keys = False
    cast.anna.save(update_fields=["has_single_keys"])
    page.goto("/inbox/all/")
    page.keyboard.press("j")
    page.keyboard.press("?")
    page.keyboard.press("Control+k")
    expect(page.locator("#palette input")).to_be_focused()
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("a.conv[aria-current]")).to_have_count(0)


def test_a_day_on_a_phone(browser, live_server, page, asked):  # noqa: F811
    phone = browser.new_context(
        base_url=live_server.url,
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        storage_state=page.context.storage_state(),
    )
    page = phone.new_page()
    page.goto("/inbox/all/")
    page.get_by_role("link", name=re.compile("Where is my throw")).tap()
    expect(page.get_by_role("heading", name="Where is my throw?")).to_be_visible()
    page.locator("#write-reply textarea[name=text]").fill("It left today.")
    page.locator("[data-send]").tap()
    expect(page.locator(".msg[data-from=us]").last).to_contain_text("It left today.")
    page.get_by_role("button", name="Tags (T)").or_(page.locator("summary[data-key=t]")).first.tap()
    page.get_by_role("button", name="Delivery").tap()
    expect(page.locator(".thread-head .tag")).to_have_text("Delivery")
    page.get_by_role("link", name="Back to the list").tap()
    expect(page.locator("#list")).to_be_visible()
    page.locator(".rail summary").tap()
    page.locator("[data-palette-open]").tap()
    page.locator("#palette [role=option]", has_text="Overdue").first.tap()
    page.wait_for_url("**/inbox/overdue/")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    phone.close()
