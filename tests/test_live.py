"""Live streams of a desk in real processes: nothing lost, nothing doubled, nobody's but one's own.

On either database. What pages do with it is in desk/tests/test_live_pages.py.
"""

import signal
import time

import pytest

from tests import ledger
from tests.listening import Listener
from tests.servers import Desk, wait_until

pytestmark = pytest.mark.faults
SIGN_IN = """
from django.test import Client
from promisedesk.agents.models import Agent, Team
from promisedesk.conversations.models import Inbox
agent = Agent.objects.filter(email="{email}").first() or Agent.objects.create_user(
    "{email}", "{email}", role="{role}")
client = Client()
client.force_login(agent, backend="allauth.account.auth_backends.AuthenticationBackend")
print(client.cookies["session"].value)
"""


def program(desk: Desk) -> Listener:
    return Listener(
        desk.url, "/api/v1/events/stream", {"Authorization": f"Bearer {desk.token}"}
    ).open()


def browser(desk: Desk, email: str = "ada@shop.example", role: str = "admin") -> Listener:
    key = desk.script(SIGN_IN.format(email=email, role=role))
    listener = Listener(desk.url, "/live/", {"Cookie": f"session={key}"}).open()
    listener.wait_for(lambda one: one.heard, "the beginning")
    return listener


def received(listener: Listener) -> list[str]:
    return [one.json["conversation"] for one in listener.of("message.received")]


def all_received(desk: Desk) -> list[str]:
    rows = desk.rows(
        "SELECT c.public_id FROM core_event e JOIN conversations_conversation c"
        " ON c.id = e.conversation_id WHERE e.verb = 'message.received'"
    )
    return sorted(row[0] for row in rows)


def test_a_program_hears_every_event_once_over_cuts_kills_and_restarts(desk):
    desk.start("web")
    desk.start("smtp")
    desk.start("worker")
    listener = program(desk)
    assert listener.status == 200
    for cut in ("nothing", "its connection", "kill -9", "SIGTERM"):
        desk.mail(ledger.mail_of(ledger.new_nonce()))
        if cut == "its connection":
            listener.close()
        elif cut == "kill -9":
            desk.kill("web")
            desk.start("web")
        elif cut == "SIGTERM":
            began = time.monotonic()
            desk.stop("web")
            assert time.monotonic() - began < 10
            desk.start("web")
        if cut != "nothing":
            wait_until(lambda: listener.has_ended, what="the end of the stream")
            desk.mail(ledger.mail_of(ledger.new_nonce()))
            listener.open()
    wait_until(lambda: len(all_received(desk)) == 7, what="the reading of the mails")
    listener.wait_for(lambda one: len(received(one)) >= 7)
    assert sorted(received(listener)) == all_received(desk)
    ids = [one.json["id"] for one in listener.heard]
    assert len(ids) == len(set(ids))


def test_a_stream_is_refused_to_whoever_may_not_have_it(desk):
    desk.start("web")

    def status(path: str, **headers: str) -> int:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Listener(desk.url, path, named).open().status

    token = f"Bearer {desk.token}"
    api = "/api/v1/events/stream"
    assert status("/live/") == status(api) == status(api, Authorization="Bearer no") == 401
    assert status(api, Authorization=token, Host="desk.evil.example") == 400
    assert status(api, Authorization=token, Last_Event_ID="of another desk") == 400
    key = desk.script(SIGN_IN.format(email="ada@shop.example", role="admin"))
    cookie = f"session={key}"
    assert status(api, Cookie=cookie) == 401
    assert status("/live/", Cookie=cookie, Sec_Fetch_Site="cross-site") == 403
    assert status("/live/", Cookie=cookie, Origin="https://evil.example") == 403
    lost = Listener(desk.url, "/live/?from=0~nonsense", {"Cookie": cookie}).open()
    lost.wait_for(lambda one: one.of("reset"), "word that everything must be looked at")


def test_pages_hear_of_what_their_agent_sees_alone_and_end_with_the_session(desk):
    desk.start("serve")
    desk.script(
        "from promisedesk.agents.models import Team\n"
        "from promisedesk.conversations.models import Inbox\n"
        "Inbox.objects.update(team=Team.objects.create(name='Orders'))"
    )
    ada, boris = browser(desk), browser(desk, "boris@shop.example", "agent")
    desk.mail(ledger.mail_of(ledger.new_nonce()))
    ada.wait_for(lambda one: one.of("news"))
    (public_id,) = ada.of("news")[0].json
    assert "message.received" in ada.of("news")[0].json[public_id]

    # In the team from now on: the open stream changes within five seconds.
    desk.script(
        "from promisedesk.agents.models import Agent, Team\n"
        "Agent.objects.get(email='boris@shop.example').teams.add(Team.objects.get())"
    )
    began = time.monotonic()

    def hears_now(one):
        desk.mail(ledger.mail_of(ledger.new_nonce()))
        time.sleep(0.5)
        return one.of("news")

    boris.wait_for(hears_now)
    assert public_id not in boris.of("news")[0].json
    assert time.monotonic() - began < 15

    desk.script(
        "from promisedesk.agents.models import Agent\n"
        "from django.contrib.sessions.models import Session\n"
        "Agent.objects.filter(email='boris@shop.example').update(is_active=False)"
    )
    boris.wait_for(lambda one: one.has_ended, "the end of the disabled agent's stream", 10)
    assert boris.heard[-1].event == "over"
    second = browser(desk)
    desk.script(
        "from promisedesk.agents import sessions\n"
        "from promisedesk.agents.models import Session\n"
        "first, second = Session.objects.filter(agent__email='ada@shop.example').order_by('pk')\n"
        "sessions.end(first, by=first.agent)\n"
        "Session.objects.filter(pk=second.pk).delete()"
    )
    for one in (ada, second):
        one.wait_for(lambda one: one.has_ended, "the end of a session's stream", 10)
        assert one.heard[-1].event == "over"


def test_the_desk_stops_in_time_with_streams_open(desk):
    desk.start("serve")
    listeners = [program(desk) for _ in range(10)]
    process = desk.parts["serve"]
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert desk.ended("serve", 12) == 0
    assert time.monotonic() - began < 10
    for one in listeners:
        one.wait_for(lambda one: one.has_ended, "the end")
    assert "Traceback" not in desk.log("serve")
