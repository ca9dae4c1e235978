"""Every kind of page through axe: nothing of WCAG 2.2 A and AA that a program can find."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from promisedesk.agents import setup
from promisedesk.agents.models import Agent
from promisedesk.channels.email import signing
from promisedesk.channels.email.models import MailTest, SendingDomain
from promisedesk.conversations import replying
from promisedesk.core.models import Workspace
from promisedesk.desk.tests.conftest import BACKEND
from promisedesk.desk.tests.letters import letter
from promisedesk.desk.tests.test_in_browser import (  # noqa: F401
    browser,
    pytestmark,
)

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}
SIZES = [(1440, 900), (390, 844)]
INSIDE = ("/inbox/all/", "/inbox/all/{conversation}/", "/today/", "/settings/inboxes/")
OUTSIDE = ("/sign-in/", "/help/", "/demo/clara/")


@pytest.fixture(params=SIZES, ids=lambda size: str(size[0]))
def visit(request, browser, live_server):  # noqa: F811
    """visit(path) or visit(path, agent): what axe finds there, in a browser of this width."""
    width, height = request.param
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": height},
        bypass_csp=True,  # axe is a script of the test's, not of the page
        reduced_motion="reduce",
    )

    def found(path: str, agent: Agent | None = None) -> list[str]:
        if agent:
            client = Client()
            client.force_login(agent, backend=BACKEND)
            key = client.cookies["session"].value
            context.add_cookies([{"name": "session", "value": key, "url": live_server.url}])
        page = context.new_page()
        answer = page.goto(path)
        assert answer.status == 200, path
        page.wait_for_load_state("networkidle")
        wrong = axe.Axe().run(page, options=RULES).response["violations"]
        page.close()
        return [f"{one['id']}: {node['html'][:200]}" for one in wrong for node in one["nodes"]]

    yield found
    context.close()


@pytest.mark.parametrize("path", INSIDE)
def test_pages_of_the_desk(visit, cast, path):
    conversation = letter(cast, "Where is my throw?").conversation
    replying.note(conversation, "I am on it.", by=cast.mona)
    replying.reply(conversation, "It left today.", by=cast.anna)
    letter(cast, "Second question", address="second@x.example", name="Second")
    assert visit(path.format(conversation=conversation.public_id), cast.ada) == []


@pytest.mark.parametrize("address", ["help@kettle.shop", "kettle@yandex.ru"])
def test_the_page_of_an_inbox(visit, cast, address):
    """With all it may say: a free host, steps to do, a lost test letter, records to add."""
    cast.help.address = address
    cast.help.save(update_fields=["address"])
    MailTest.objects.create(inbox=cast.help, state=MailTest.State.LOST, folder="Spam")
    signing.make_key("kettle.shop", by=cast.ada)
    found = {"unanswered": [], "mx": [], "spf": [], "dmarc": [], "dkim": {}}
    found["spf_reach"] = {"lookups": 0, "named": [], "void": []}
    SendingDomain.objects.create(
        domain="kettle.shop", found=found, looked_at=now(), due_at=now() + timedelta(hours=1)
    )
    assert visit(f"/settings/inboxes/{cast.help.public_id}/", cast.ada) == []


@pytest.mark.parametrize("path", OUTSIDE)
def test_pages_for_everybody(visit, cast, path):
    Workspace.objects.update(is_demo=path.startswith("/demo/"))
    assert visit(path) == []


def test_the_first_step_of_the_wizard(visit, db):
    link = setup.issue_link()
    assert visit("/setup/" + link.rstrip("/").rpartition("/")[2] + "/") == []
