"""Every page there is through axe, in both themes: nothing of WCAG 2.2 A and AA it can find.

The pages are those of the URL patterns and of tests/matrix_table.py: a new route is looked at
without being named here. They are drawn by the Django client and handed to one browser.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils.timezone import now

from promisedesk.agents import setup
from promisedesk.channels.email import signing
from promisedesk.channels.email.models import MailTest, SendingDomain
from promisedesk.contacts.models import CustomField
from promisedesk.conversations import replying
from promisedesk.conversations.models import SavedView, Tag
from promisedesk.core.models import Workspace
from promisedesk.replies import macros
from promisedesk.rules import making
from tests.browsing import MARKS, WIDE, browser  # noqa: F401
from tests.browsing import PHONE as NARROW
from tests.matrix_table import ROUTES
from tests.test_matrix import BACKEND, House, routes, rows_of

axe = pytest.importorskip("axe_playwright_python")
pytestmark = [*MARKS, pytest.mark.django_db]
HOST = "http://testserver"
AXE = Path(axe.__file__).parent / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ON_A_PHONE = ("desk:view", "desk:conversation", "desk:today", "desk:settings-inbox")
ON_A_PHONE += ("desk:customers",)
ON_A_PHONE += ("desk:sign-in", "portal:help", "desk:demo-mailbox")
# In the dark only the colours are others.
RUN = """async ([tags, dark]) => {
  const only = dark ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: tags };
  const how = { runOnly: only, resultTypes: ["violations"], preload: false, selectors: false };
  const found = await axe.run(document, how);
  return found.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
}"""


def signed_in(agent) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(agent, backend=BACKEND)
    return client


def is_page(answer) -> bool:
    html = answer.headers.get("Content-Type", "").startswith("text/html")
    return html and answer.status_code == 200 and b"<html" in answer.content[:2000]


def pages(client: Client, places: list[tuple[str, str]]) -> dict[str, tuple[str, bytes]]:
    """{address: (name of the route, HTML)} of what opens as a page for this reader."""
    found = {}
    for name, url in places:
        if url not in found and is_page(answer := client.get(url)):
            found[url] = (name, answer.content)
    return found


def full_house() -> House:
    """One of each thing, and what more a page may say about it."""
    house = House()
    cast = house.cast
    conversation = cast.help.conversations.get(public_id=house.ids["conversation"])
    replying.note(conversation, "I am on it.", by=cast.mona)
    replying.reply(conversation, "It left today.", by=cast.anna)
    MailTest.objects.create(inbox=cast.help, state=MailTest.State.LOST, folder="Spam")
    domain = "kettleandloom.example"  # of the address of help
    signing.make_key(domain, by=cast.ada)
    found = {"unanswered": [], "mx": [], "spf": [], "dmarc": [], "dkim": {}}
    found["spf_reach"] = {"lookups": 0, "named": [], "void": []}
    SendingDomain.objects.create(
        domain=domain, found=found, looked_at=now(), due_at=now() + timedelta(hours=1)
    )
    return house


def inbox_at_a_free_host(house: House, client: Client) -> dict[str, tuple[str, bytes]]:
    """The page of an inbox whose domain is nobody’s to set up, which says other things."""
    house.cast.help.address = "kettle@yandex.ru"
    house.cast.help.save(update_fields=["address"])
    url = f"/settings/inboxes/{house.ids['inbox']}/?free-host"
    return pages(client, [("desk:settings-inbox", url)])


def judged(page, theme: str) -> list[str]:
    """What axe finds. What lay half under a bar that stays while the page scrolls is judged
    once more in the middle of the screen, where it is pressed."""
    some = page.evaluate(RUN, [TAGS, theme == "dark"])
    if any("target-size" in one for one in some):
        page.evaluate("document.querySelector('.composer-dock')?.scrollIntoView({block: 'center'})")
        again = page.evaluate(RUN, [TAGS, theme == "dark"])
        some = [one for one in some if one in again]
    return some


def on_a_phone(found: dict) -> dict:
    return {url: one for url, one in found.items() if one[0] in ON_A_PHONE}


@pytest.fixture
def look(browser):  # noqa: F811
    """look(pages, client, size, themes): what axe finds on them. The client draws the rest."""

    def look_at(found, client: Client, size: dict, themes=("light", "dark")) -> list[str]:
        kept = {}

        def serve(route) -> None:
            place = urlsplit(route.request.url)
            url = place.path + (f"?{place.query}" if place.query else "")
            if url in found:
                route.fulfill(body=found[url][1], content_type="text/html; charset=utf-8")
            elif place.path.startswith("/static/"):
                if url not in kept:
                    answer = client.get(url)
                    assert answer.status_code == 200, url
                    kept[url] = (answer.getvalue(), answer.headers["Content-Type"])
                route.fulfill(body=kept[url][0], content_type=kept[url][1])
            else:
                route.abort()

        context = browser.new_context(
            base_url=HOST, viewport=size, reduced_motion="reduce", service_workers="block"
        )
        context.add_init_script(AXE.read_text())
        context.route("**/*", serve)
        page = context.new_page()
        wrong = []
        for url, (name, _html) in found.items():
            for theme in themes:
                # Loaded in its theme: after a change some words keep the old colour for a while.
                page.emulate_media(color_scheme=theme)
                page.goto(url, wait_until="load")
                some = judged(page, theme)
                wrong += [f"{name} ({theme}, {size['width']}): {words}" for words in some]
        context.close()
        return wrong

    return look_at


def test_every_page_of_the_desk(look):
    house = full_house()
    client = signed_in(house.cast.ada)
    places = [(row.name, house.url(row)) for row in rows_of(routes(), ROUTES)]
    found = pages(client, places)
    assert len(found) > 60  # else the pages were not found, and nothing was looked at
    found |= inbox_at_a_free_host(house, client)
    wrong = look(found, client, WIDE)
    wrong += look(on_a_phone(found), client, NARROW, ["light"])
    assert not wrong, "\n".join(wrong)


def test_the_pages_of_what_people_made(look):
    cast = House().cast
    tag = Tag.objects.create(name="Refund", hue=120)
    field = CustomField.objects.create(key="order", names={"": "Order number"})
    view = SavedView.objects.create(name="Returns", owner=cast.ada)
    adds = [{"do": "tag", "add": [tag.public_id], "remove": []}]
    macro = macros.add(macros.Wording("Hello", "hello", {"en": "Hello!"}, adds), by=cast.ada)
    rule = making.add(making.Wording("Tag", {"events": ["new"]}, [], adds), by=cast.ada)
    urls = [
        f"/settings/tags/{tag.public_id}/",
        f"/settings/fields/{field.public_id}/",
        f"/settings/teams/{cast.orders.public_id}/",
        f"/settings/macros/{macro.public_id}/",
        f"/settings/rules/{rule.public_id}/",
        f"/inbox/views/{view.public_id}/",
    ]
    client = signed_in(cast.ada)
    found = pages(client, [(url, url) for url in urls])
    assert list(found) == urls
    found["/nothing/"] = ("404", client.get("/nothing/").content)
    assert not (wrong := look(found, client, WIDE)), "\n".join(wrong)


def test_every_page_for_everybody(look):
    house = House()
    Workspace.objects.update(is_demo=True)
    client = Client(raise_request_exception=False)
    rows = [row for row in rows_of(routes(), ROUTES) if row.kind == "open"]
    found = pages(client, [(row.name, house.url(row)) for row in rows])
    assert len(found) > 3
    wrong = look(found, client, WIDE)
    wrong += look(on_a_phone(found), client, NARROW, ["light"])
    assert not wrong, "\n".join(wrong)


def test_the_first_step_of_the_wizard(look):
    client = Client()
    found = pages(client, [("setup", urlsplit(setup.issue_link()).path)])
    assert found
    assert not (wrong := look(found, client, NARROW)), "\n".join(wrong)
