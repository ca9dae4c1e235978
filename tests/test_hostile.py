"""Hostile mails, and an agent who opens each of them in a real browser: nothing runs, all are kept.

A few dozen in every run; a thousand with `make test-faults`.
"""

import hashlib
import re
import smtplib
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browsing import MARKS, WIDE, browser  # noqa: F401
from tests.browsing import wait_until as page_wait
from tests.hostile import Mails
from tests.servers import Desk, temporary_folder, wait_until

pytestmark = MARKS


class Canary(ThreadingHTTPServer):
    """A listener that nobody should ask anything."""

    daemon_threads = True

    def __init__(self):
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Notes)
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Notes(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_POST = do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *args):
        pass


@pytest.fixture
def canary():
    server = Canary()
    yield server
    server.shutdown()
    server.server_close()


def send(desk: Desk, mails: list[bytes]) -> None:
    """By real SMTP, from a null sender's opposite: each its own."""
    session = None
    for number, raw in enumerate(mails):
        if session is None or number % 50 == 0:
            session = smtplib.SMTP("127.0.0.1", desk.smtp_port, timeout=60)
        session.sendmail(f"hostile{number}@mail.example", [Desk.INBOX], raw)
    session.quit()


def accounted_for(desk: Desk, mails: list[bytes]) -> None:
    """Each mail is kept once, byte for byte, and came to an end."""
    rows = desk.rows("SELECT sha256, state, size FROM conversations_arrival")
    kept = {sha256: (state, size) for sha256, state, size in rows}
    assert len(rows) == len(mails)
    for raw in mails:
        found = kept.get(hashlib.sha256(raw).hexdigest())
        assert found, f"not kept as it was: {raw[:300]!r} … {raw[-60:]!r}"
        state, size = found
        assert state in ("done", "unreadable", "dropped")
        assert size == len(raw)


class Agent:
    """A browser that is signed in, notes what runs and what is asked for elsewhere."""

    def __init__(self, browser, desk: Desk):  # noqa: F811
        self.ran: list[str] = []
        self.elsewhere: list[str] = []
        self.desk = desk
        context = browser.new_context(viewport=WIDE)
        context.expose_binding("__ran", lambda source, what=None: self.ran.append(f"{what}"))
        context.on("request", self._note)
        self.page = context.new_page()
        self.page.on("dialog", self._dismiss)

    def _note(self, request) -> None:
        at_home = (self.desk.url, "data:", "about:", "blob:", "cid:")
        if not request.url.startswith(at_home):
            self.elsewhere.append(request.url)

    def _dismiss(self, dialog) -> None:
        self.ran.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def sign_in(self) -> None:
        self.page.goto(self.desk.url + "/sign-in/")
        self.page.get_by_role("textbox").first.fill("ada@shop.example")
        self.page.locator("input[type=password]").fill("a kettle and a loom")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(re.compile(r".*/(today|welcome|set-up).*"))

    def opens(self, path: str) -> None:
        answer = self.page.goto(self.desk.url + path)
        assert answer.status < 500, path
        self.page.wait_for_timeout(30)

    def close(self) -> None:
        self.page.context.close()


def walk(agent: Agent, desk: Desk) -> None:
    """Every page that shows something of a mail."""
    rows = desk.rows(
        "SELECT c.public_id, m.public_id, m.html <> '', m.raw_sha256 <> '' FROM"
        " conversations_message m JOIN conversations_conversation c ON c.id = m.conversation_id"
        " WHERE m.direction = 'in' ORDER BY m.id"
    )
    for path in ("/today/", "/inbox/all/", "/inbox/spam/", "/settings/mail/"):
        agent.opens(path)
    seen = set()
    for conversation, message, has_html, has_raw in rows:
        if conversation not in seen:
            seen.add(conversation)
            agent.opens(f"/inbox/all/{conversation}/")
            for fold in agent.page.locator("details.fold > summary").all()[:6]:
                fold.dispatch_event("click")
        if has_html:
            agent.opens(f"/messages/{message}/designed/")
        if has_raw:
            agent.opens(f"/messages/{message}/why/")
    for (arrival,) in desk.rows(
        "SELECT public_id FROM conversations_arrival WHERE state = 'unreadable'"
    ):
        agent.opens(f"/settings/mail/arrivals/{arrival}/why/")


def files_are_downloads(desk: Desk, agent: Agent) -> None:
    """What came with the mails is handed out as a download, whatever it calls itself."""
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in agent.page.context.cookies())
    for (file,) in desk.rows("SELECT public_id FROM conversations_attachment ORDER BY id")[:200]:
        request = urllib.request.Request(f"{desk.url}/files/{file}/", headers={"Cookie": cookies})
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.headers["Content-Disposition"].startswith("attachment")
            assert answer.headers["Content-Type"] == "application/octet-stream"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answer.headers["Content-Security-Policy"]


def run(count: int, canary: Canary, browser) -> None:  # noqa: F811
    with temporary_folder() as folder, Desk(folder).make() as desk:
        desk.start("serve")
        mails = list(Mails(canary.url).first(count))
        send(desk, mails)
        waiting = "SELECT COUNT(*) FROM conversations_arrival WHERE state = 'waiting'"
        wait_until(lambda: desk.rows(waiting) == [(0,)], 60 + count, "reading them all")
        accounted_for(desk, mails)
        assert desk.parts["serve"].poll() is None
        agent = Agent(browser, desk)
        try:
            agent.sign_in()
            walk(agent, desk)
            files_are_downloads(desk, agent)
        finally:
            agent.close()
        assert agent.ran == []
        assert agent.elsewhere == []
        assert canary.asked == []
        assert "a part died" not in desk.log("serve")


@pytest.mark.once
def test_hostile_mails_are_kept_and_nothing_in_them_runs(canary, browser):  # noqa: F811
    run(30, canary, browser)


@pytest.mark.once
@pytest.mark.faults_long
def test_a_thousand_hostile_mails_are_kept_and_nothing_in_them_runs(canary, browser):  # noqa: F811
    run(1000, canary, browser)


@pytest.mark.once
def test_the_canary_would_sing(canary, browser):  # noqa: F811
    """The same browser does notice a script and a picture when a page lets them."""
    page_of = f"<script>__ran(1)</script><img src='{canary.url}/1'>"
    agent = Agent(browser, type("Nowhere", (), {"url": "http://nowhere.example"}))
    agent.page.set_content(page_of)
    page_wait(agent.page, lambda: agent.ran and canary.asked, "the song")
    agent.close()
    assert agent.ran == ["1"]
    assert agent.elsewhere == [f"{canary.url}/1"]
