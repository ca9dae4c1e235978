"""Macros in a real browser: chosen by typing, a gap that stops the sending, and what is done."""

import pytest

from promisedesk.conversations import tagging
from promisedesk.conversations.models import Message
from promisedesk.desk.tests.letters import letter
from promisedesk.desk.tests.test_composing_in_browser import open_as  # noqa: F401
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording
from tests.browsing import MARKS, browser, expect, wait_until  # noqa: F401

pytestmark = [*MARKS, pytest.mark.django_db(transaction=True)]


def test_a_macro_typed_by_its_shortcut_with_a_gap_that_stops_the_sending(cast, open_as):  # noqa: F811
    tag = tagging.make("Returns", by=cast.mona)
    doing = [{"do": "tag", "add": [tag.public_id]}]
    text = {"en": "Hello {customer.first_name},\nsend {conversation.ref} {customer.company} back."}
    macros.add(Wording("Return it", "return", text, doing), by=cast.mona)
    macros.add(Wording("Thanks", "thanks", {"en": "Thank you!"}), by=cast.mona)
    asked = letter(cast, "I want to return it").conversation
    page = open_as(cast.anna, f"/inbox/all/{asked.public_id}/")
    field = page.locator("form.write:not([hidden]) textarea[name=text]")
    field.click()
    page.keyboard.type("/re")
    expect(page.locator("[data-macro-pick]:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(field).to_have_value(f"Hello Clara,\nsend {asked.ref} {{customer.company}} back.")
    expect(page.locator("[data-macro-chips]")).to_contain_text("Returns")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[role=alert]").first).to_contain_text("{customer.company}")
    assert not Message.objects.filter(conversation=asked, direction="out", automatic=False).exists()
    field.fill("Hello Clara,\nsend it back.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#conversation")).to_contain_text("send it back.")
    expect(page.locator(".thread-head, #conversation").first).to_contain_text("Returns")
    wait_until(page, asked.tags.exists, "the tag")
    assert asked.tags.get() == tag


def test_the_list_by_its_button_is_searched_and_left_by_the_keyboard(cast, open_as):  # noqa: F811
    macros.add(Wording("Return it", "return", {"en": "Send it back."}), by=cast.mona)
    macros.add(Wording("Thanks", "thanks", {"en": "Thank you!"}), by=cast.mona)
    asked = letter(cast, "Where is it?").conversation
    page = open_as(cast.anna, f"/inbox/all/{asked.public_id}/")
    page.keyboard.press(";")
    search = page.locator("[data-macros-search]:visible")
    expect(search).to_be_focused()
    expect(page.locator("[data-macro-pick]:visible")).to_have_count(2)
    search.fill("thank")
    expect(page.locator("[data-macro-pick]:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    field = page.locator("form.write:not([hidden]) textarea[name=text]")
    expect(field).to_have_value("Thank you!")
    expect(field).to_be_focused()
