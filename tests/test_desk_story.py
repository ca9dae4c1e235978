"""A morning at the desk, by mouse, in a real browser: merging, a rule, a macro, searching.

One desk in processes for all of them; mail comes by SMTP.
"""

import re
from email.message import EmailMessage

import pytest

from tests.browsing import MARKS, PATIENCE, WIDE, browser, expect  # noqa: F401
from tests.servers import Desk, temporary_folder, wait_until

pytestmark = MARKS
SEED = """
from promisedesk.agents.models import Agent
from promisedesk.conversations import tagging
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording
ada = Agent.objects.get()
tagging.make("Refund", by=ada)
macros.add(Wording("On its way", "way", {"en": "Hello {customer.company}, it left."}), by=ada)
"""


@pytest.fixture(scope="module")
def desk():
    with temporary_folder() as folder, Desk(folder) as desk:
        desk.make().script(SEED)
        desk.start("serve")
        yield desk
        desk.stop()


@pytest.fixture
def page(desk, browser):  # noqa: F811
    context, faults = browser.new_context(base_url=desk.url, viewport=WIDE), []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    _sign_in(page)
    yield page
    context.close()
    assert faults == []


def _sign_in(page):
    page.goto("/sign-in/")
    page.locator("input[type=email]").fill("ada@shop.example")
    page.locator("input[type=password]").fill("a kettle and a loom")
    page.locator("form:has(input[type=password]) button").click()
    page.wait_for_url("**/today/")


def mail(desk: Desk, subject: str, text: str, sender: str = "clara@customer.example") -> str:
    """A mail comes in by SMTP; the id of its conversation, once the worker has read it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, desk.INBOX, subject
    message["Message-ID"] = f"<{abs(hash((subject, text)))}@customer.example>"
    message.set_content(text)
    desk.mail(bytes(message))
    asked = f"SELECT public_id FROM conversations_conversation WHERE subject = '{subject}'"
    return wait_until(lambda: desk.rows(asked), PATIENCE / 1000, subject)[0][0]


def test_two_conversations_are_merged_and_taken_apart_by_mouse(desk, page):
    tea = mail(desk, "My tea", "Where is my tea?")
    lid = mail(desk, "My lid", "And where is the lid of the pot?")
    page.goto(f"/inbox/all/{tea}/")
    page.locator("#conversation").get_by_label("More actions").click()
    page.get_by_role("link", name="Merge with another").click()
    page.get_by_role("link", name=re.compile("My lid")).click()
    page.get_by_role("button", name=re.compile("Merge into")).click()
    page.wait_for_url(f"**/inbox/all/{lid}/?merged=*")
    messages = page.locator("#conversation .msgs")
    expect(messages).to_contain_text("Where is my tea?")
    expect(messages).to_contain_text("And where is the lid of the pot?")
    expect(page.locator(f"#c-{tea}")).to_have_count(0)
    page.locator(".merged-toast").get_by_role("button", name="Undo").click()
    page.wait_for_url(f"**/inbox/all/{tea}/")
    expect(messages).to_contain_text("Where is my tea?")
    expect(messages).not_to_contain_text("the lid of the pot?")
    page.locator(f"#c-{lid}").click()
    expect(messages).to_contain_text("the lid of the pot?")
    expect(messages).not_to_contain_text("Where is my tea?")


def test_a_rule_made_in_the_settings_tags_the_next_mail(desk, page):
    page.goto("/settings/rules/")
    page.get_by_role("link", name="New rule").click()
    page.get_by_label("Name", exact=True).fill("Refunds")
    page.get_by_label("a new conversation comes in", exact=True).check()
    page.locator("[name=field-0]").select_option("subject")
    page.locator("[name=op-0]").select_option("has")
    page.locator("[name=value-0]").last.fill("money back")
    page.locator("[name=do-add] + span", has_text="Refund").click()
    # Drawn above it, a moment after each change: a button that moves is pressed by its key.
    expect(page.locator("#rule-sentence")).to_contain_text("money back")
    expect(page.locator("#rule-sentence")).to_contain_text("Refund")
    page.get_by_role("button", name="Save", exact=True).last.press("Enter")
    expect(page).to_have_url(re.compile(r"/settings/rules/(?!new/)\w+"))
    page.goto("/settings/rules/")
    page.get_by_role("switch", name="Refunds").click()
    expect(page.get_by_role("switch", name="Refunds")).to_have_attribute("aria-checked", "true")
    asked = mail(desk, "I want my money back", "The kettle leaks.")
    tagged = "SELECT count(*) FROM conversations_conversation_tags"
    wait_until(lambda: desk.rows(tagged) == [(1,)], PATIENCE / 1000, "the tag")
    page.goto(f"/inbox/all/{asked}/")
    expect(page.locator(".thread-head .tag", has_text="Refund")).to_be_visible()


def test_what_is_typed_while_the_conditions_are_drawn_anew_stays(desk, page):
    page.goto("/settings/rules/new/")
    page.locator("[name=field-0]").select_option("subject")
    op = page.locator("[name=op-0]")
    expect(op).to_be_visible()
    held = []

    def hold(route):
        is_drawn = route.request.headers.get("hx-target") == "conditions" and not held
        held.append(route) if is_drawn else route.continue_()

    page.route("**/settings/rules/new/", hold)
    op.select_option("has_not")
    wait_until(lambda: page.wait_for_timeout(20) or held, PATIENCE / 1000, "the request")
    page.locator("[name=value-0]").last.fill("money back")
    held[0].continue_()
    expect(page.locator("[name=op-0]")).to_have_value("has_not")
    expect(page.locator("[name=value-0]").first).to_have_value("money back")
    expect(page.locator("#rule-sentence")).to_contain_text("money back")


def test_a_gap_in_a_macro_stops_the_sending_until_it_is_filled(desk, page):
    asked = mail(desk, "Is it on its way", "Did my order leave?", "cora@customer.example")
    page.goto(f"/inbox/all/{asked}/")
    form = page.locator("form.write:not([hidden])")
    form.locator("[data-macros-open]").click()
    page.locator("[data-macro-pick]:visible", has_text="On its way").click()
    field = form.locator("textarea[name=text]")
    expect(field).to_have_value(re.compile(r"\{customer\.company\}"))
    form.get_by_role("button", name=re.compile("^Send")).first.click()
    expect(page.locator("[role=alert]").first).to_contain_text("{customer.company}")
    written = (
        "SELECT count(*) FROM conversations_message m JOIN conversations_conversation c"
        f" ON c.id = m.conversation_id WHERE c.public_id = '{asked}'"
        " AND m.direction = 'out' AND m.agent_id IS NOT NULL"
    )
    assert desk.rows(written) == [(0,)]
    field.fill("Hello Holm Ltd, it left.")
    form.get_by_role("button", name=re.compile("^Send")).first.click()
    expect(page.locator("#conversation .msgs")).to_contain_text("Hello Holm Ltd, it left.")
    assert desk.rows(written) == [(1,)]


@pytest.mark.parametrize(
    ("subject", "text", "asked", "found"),
    [
        ("Lamps", "Two of the lamps arrived broken.", "lamp", "lamps"),
        ("Доставка", "Где мои посылки?", "посылку", "посылки"),
        ("Dostawa", "Gdzie są moje paczki?", "paczkę", "paczki"),
    ],
    ids=["en", "ru", "pl"],
)
def test_other_forms_of_a_word_find_it_and_lead_to_it(desk, page, subject, text, asked, found):
    wanted = mail(desk, subject, text, "ewa@customer.example")
    page.goto("/inbox/all/")
    page.get_by_role("link", name="Search (/)").click()
    field = page.locator("[data-search]")
    field.fill(asked)
    field.press("Enter")
    row = page.locator(f"#c-{wanted}")
    expect(row.locator("mark").first).to_have_text(re.compile(found, re.I))
    row.click()
    expect(page.get_by_role("heading", level=1, name=subject)).to_be_visible()
    expect(page.locator("#conversation .msgs")).to_contain_text(text)
    expect(page).to_have_url(re.compile(f"/inbox/search/{wanted}/"))
