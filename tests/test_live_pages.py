"""Two agents in real browsers on a real desk: what one does, and what comes by mail, is on the
other's page without a reload, and after an interruption nothing is missed."""

import re

import pytest

from tests import ledger
from tests.browsing import MARKS, WIDE, browser, expect  # noqa: F401
from tests.test_live import SIGN_IN

pytestmark = [*MARKS, pytest.mark.faults]
LONG = 90_000  # ms for what waits for a stream that opens anew


AGENTS = (("ada@shop.example", "admin"), ("oleg@shop.example", "manager"))


@pytest.fixture
def pages(desk, browser):  # noqa: F811
    """Pages of Ada and of Oleg, each in a profile of their own, with the list of all open."""
    desk.start("serve")
    code = "".join(SIGN_IN.format(email=email, role=role) for email, role in AGENTS)
    contexts, opened = [], []
    for key in desk.script(code).split():
        context = browser.new_context(base_url=desk.url, viewport=WIDE)
        contexts.append(context)
        context.add_cookies([{"name": "session", "value": key, "url": desk.url}])
        page = context.new_page()
        page.set_default_timeout(LONG)
        page.goto("/inbox/all/")
        opened.append(page)
    for page in opened:
        expect(page.locator("html")).to_have_attribute("data-live", "up", timeout=LONG)
    yield opened
    for context in contexts:
        context.close()


def mail(desk, nonce: str, text: str = "", **headers: str) -> None:
    raw = ledger.mail_of(nonce).decode()
    for name, value in headers.items():
        raw = f"{name.replace('_', '-')}: {value}\n{raw}"
    desk.mail((raw + text).encode())


def hold_the_next_list(page):
    """Keep back an answer with the list as it is now; what is returned lets it go."""
    held = []

    def hold(route):
        if held:
            return route.continue_()
        held.append((route, route.fetch()))

    page.route("**/inbox/all/", hold)
    with page.expect_request("**/inbox/all/"):
        page.evaluate("document.dispatchEvent(new Event('live:list'))")
    while not held:
        page.wait_for_timeout(50)
    return lambda: held[0][0].fulfill(response=held[0][1])


def test_two_agents_see_what_happens_as_it_happens(desk, pages):
    ada, oleg = pages
    nonce = ledger.new_nonce()
    held = hold_the_next_list(ada)
    mail(desk, nonce)
    expect(oleg.locator("a.conv", has_text=nonce)).to_be_visible(timeout=LONG)
    held()  # an answer from before the mail comes late, and takes nothing away
    row = ada.locator("a.conv", has_text=nonce)
    expect(row).to_be_visible(timeout=LONG)
    expect(ada.locator('.view[href$="/inbox/unassigned/"] .n')).to_have_text("1", timeout=LONG)

    # Both open it; each is told of the other, and who is writing.
    row.click()
    oleg.locator("a.conv", has_text=nonce).click(timeout=LONG)
    expect(oleg.locator("[data-here]")).to_contain_text("is looking at this too", timeout=LONG)
    editor = ada.get_by_placeholder("Write your answer")
    editor.press_sequentially("Half a sent")
    expect(oleg.locator("[data-here]")).to_contain_text("is typing here", timeout=LONG)

    # The customer writes again: it is there, and what is being written is left alone.
    reference = desk.rows("SELECT ref FROM conversations_conversation")[0][0]
    token = desk.rows("SELECT reply_token FROM conversations_conversation")[0][0]
    address = f"help+{token}@shop.example"
    desk.mail(
        f"From: Customer <{ledger.address_of(nonce)}>\nTo: {address}\nSubject: Re: {reference}\n"
        "Message-ID: <more@customer.example>\n\nAnd where is the lid?\n".encode(),
        to=address,
    )
    expect(ada.locator(".msg", has_text="And where is the lid?")).to_be_visible(timeout=LONG)
    expect(editor).to_have_value("Half a sent")
    expect(editor).to_be_focused()
    expect(ada.locator("#live-says")).to_contain_text("New message from", timeout=LONG)

    # Oleg leaves a note: Ada has it, once.
    oleg.keyboard.press("Escape")
    oleg.get_by_role("tab", name=re.compile("Note")).click()
    oleg.get_by_placeholder(re.compile("Write a note")).fill("I ask the warehouse.")
    oleg.keyboard.press("Control+Enter")
    expect(ada.locator(".msg[data-from=note]")).to_have_count(1, timeout=LONG)
    expect(oleg.locator(".msg[data-from=note]")).to_have_count(1, timeout=LONG)
    expect(ada.locator("[data-here]")).to_contain_text("is looking", timeout=LONG)
    oleg.goto("/today/")
    expect(ada.locator("[data-here]")).to_be_empty(timeout=LONG)


def test_offline_and_back_and_a_restart_miss_nothing(desk, pages):
    ada, _oleg = pages
    first, second = ledger.new_nonce(), ledger.new_nonce()
    ada.context.set_offline(True)
    expect(ada.locator("#away")).to_be_visible(timeout=LONG)
    mail(desk, first)
    ada.context.set_offline(False)
    expect(ada.locator("#away")).to_be_hidden(timeout=LONG)
    expect(ada.locator("a.conv", has_text=first)).to_be_visible(timeout=LONG)

    desk.stop("serve")
    desk.start("serve")
    mail(desk, second)
    expect(ada.locator("a.conv", has_text=second)).to_be_visible(timeout=LONG)
    expect(ada.locator("html")).to_have_attribute("data-live", "up", timeout=LONG)


def test_pages_of_one_browser_share_one_stream(desk, pages):
    ada, _oleg = pages
    streams = []
    other = ada.context.new_page()
    other.on("request", lambda one: streams.append(one.url) if "/live/?" in one.url else None)
    other.goto("/inbox/all/")
    expect(other.locator("html")).to_have_attribute("data-live", "up", timeout=LONG)
    nonce = ledger.new_nonce()
    mail(desk, nonce)
    expect(other.locator("a.conv", has_text=nonce)).to_be_visible(timeout=LONG)
    assert streams == []
    ada.close()  # the one that held it: the other goes on where it was
    nonce = ledger.new_nonce()
    mail(desk, nonce)
    expect(other.locator("a.conv", has_text=nonce)).to_be_visible(timeout=LONG)
