"""Notices: who is told of what, where they see it, and how it gets to a browser that is closed."""

import json
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import http_ece
import pytest
import time_machine
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils.timezone import now

from promisedesk.agents import noticing, presence, pushing
from promisedesk.agents.models import Notice, PushSubscription
from promisedesk.conversations import assigning, following
from promisedesk.core.errors import Refused
from promisedesk.desk.notices import rounds
from promisedesk.promises import breaking, reminding, warning
from promisedesk.promises.models import Promise


def kinds_of(agent) -> list[str]:
    return [one.data["kind"] for one in Notice.objects.filter(agent=agent).order_by("pk")]


def test_whoever_is_given_a_conversation_is_told_but_not_whoever_takes_it(cast, signed_in):
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    assert kinds_of(cast.anna) == ["given"]
    assigning.assign(cast.parcel, cast.mona, by=cast.mona)
    assert kinds_of(cast.mona) == []
    page = signed_in(cast.anna).get("/notices/").content.decode()
    assert "Mona Berg gave you a conversation with Clara Holm" in page
    assert "Where is my parcel?" in page


def test_the_customers_next_words_are_told_to_who_has_it_and_who_follows(cast):
    first = cast.hears("Where is it?")
    conversation = first.conversation
    assert Notice.objects.count() == 0
    assigning.assign(conversation, cast.anna, by=cast.anna)
    following.follow(conversation, by=cast.mona)
    following.follow(conversation, by=cast.boris)  # and may not see it
    cast.hears("And now?", reply_token=conversation.reply_token)
    assert kinds_of(cast.anna) == kinds_of(cast.mona) == ["wrote"]
    assert kinds_of(cast.boris) == []


def test_a_notice_leads_to_its_conversation_and_is_seen_then(cast, signed_in):
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    one = Notice.objects.get()
    browser = signed_in(cast.anna)
    assert signed_in(cast.boris).get(f"/notices/{one.public_id}/").status_code == 404
    assert noticing.waiting([cast.anna.pk]) == {cast.anna.pk: (1, one.pk)}
    answer = browser.get(f"/notices/{one.public_id}/")
    assert answer["Location"] == f"/conversations/{cast.parcel.public_id}/"
    assert noticing.waiting([cast.anna.pk]) == {}


def test_what_one_may_not_see_any_more_is_not_told(cast, signed_in):
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    cast.anna.teams.clear()
    browser = signed_in(cast.anna)
    assert "Clara" not in browser.get("/notices/").content.decode()
    assert browser.get("/notices/new/").json()["notices"] == []


def test_wishes_are_kept_and_followed(cast, signed_in):
    browser = signed_in(cast.anna)
    browser.post("/notices/wishes/", {"kinds": ["wrote"], "sound": "on"})
    cast.anna.refresh_from_db()
    assert not noticing.wants(cast.anna, "given")
    assert noticing.wants(cast.anna, "sound")
    assert not noticing.wants(cast.anna, "push")
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    assert kinds_of(cast.anna) == []
    assert browser.get("/notices/new/").json()["sound"] is True


@time_machine.travel(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
def test_those_told_already_do_not_hide_the_others(cast, monkeypatch):
    monkeypatch.setattr(warning, "BATCH", 1)
    monkeypatch.setattr(reminding, "BATCH", 1)
    for name in ("clara", "dora"):
        conversation = cast.hears(address=f"{name}@customer.example").conversation
        assigning.assign(conversation, cast.anna, by=cast.anna)
    Promise.objects.update(due_at=now() + timedelta(minutes=10), made_at=now() - timedelta(days=3))
    while warning.plan_warnings() or reminding.tell_due():
        pass
    assert kinds_of(cast.anna) == ["due_soon", "due_soon"]


@time_machine.travel(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
def test_many_at_once_are_one_notice_that_leads_to_the_list(cast, signed_in):
    for number in range(5):
        conversation = cast.hears(address=f"c{number}@customer.example").conversation
        assigning.assign(conversation, cast.anna, by=cast.anna)
    Promise.objects.update(due_at=now() - timedelta(seconds=1))
    breaking.break_due()
    reminding.tell_due()
    browser = signed_in(cast.anna)
    page = browser.get("/notices/").content.decode()
    assert "5 promises are overdue" in page
    assert "The promise to" not in page
    one = noticing.of(cast.anna).first()
    assert browser.get(f"/notices/{one.public_id}/").url == "/inbox/"


def test_presence_says_who_else_is_there_until_they_are_silent(cast, signed_in):
    anna, mona = signed_in(cast.anna), signed_in(cast.mona)
    here = f"/inbox/all/{cast.parcel.public_id}/here/"
    assert anna.post(here).content.strip() == b""
    assert "Anna is looking at this too" in mona.post(here, {"typing": "1"}).content.decode()
    assert "Mona is typing here" in anna.get(here).content.decode()
    assert signed_in(cast.boris).post(here).status_code == 404
    presence.Presence.objects.update(at=now() - presence.AWAY)
    assert anna.get(here).content.strip() == b""


class Browser:
    """A push service with one browser behind it, which can read what comes."""

    def __init__(self):
        self.key, self.auth = ec.generate_private_key(ec.SECP256R1()), b"0123456789abcdef"
        self.heard, self.status, browser = [], 201, self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                browser.heard.append((dict(self.headers), browser.read(body)))
                self.send_response(browser.status)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.endpoint = f"http://127.0.0.1:{self.server.server_port}/push/1"

    def read(self, body: bytes) -> dict:
        plain = http_ece.decrypt(
            body, private_key=self.key, auth_secret=self.auth, version="aes128gcm"
        )
        return json.loads(plain)

    @property
    def told(self) -> dict[str, str]:
        raw = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {
            "endpoint": self.endpoint,
            "p256dh": pushing._text(raw),
            "auth": pushing._text(self.auth),
        }


@pytest.fixture
def phone(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    phone = Browser()
    yield phone
    phone.server.shutdown()
    phone.server.server_close()


def subscribe(client, told) -> int:
    path = "/notices/subscription/"
    return client.post(path, json.dumps(told), content_type="application/json").status_code


def test_a_push_is_encrypted_signed_and_holds_no_words_of_the_customer(cast, signed_in, phone):
    browser = signed_in(cast.anna)
    assert subscribe(browser, phone.told) == 204
    browser.post("/notices/wishes/", {"kinds": ["given"], "push": "on"})
    cast.anna.refresh_from_db()
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    assert rounds.push_due() == 1
    assert rounds.push_due() == 0
    ((headers, message),) = phone.heard
    assert message["title"] == "Mona Berg gave you a conversation with Clara Holm"
    assert set(message) == {"title", "body", "url", "tag"}
    assert "parcel" not in json.dumps(message)
    assert headers["Content-Encoding"] == "aes128gcm"
    assert headers["Authorization"].startswith("vapid t=")
    assert pushing.key() in headers["Authorization"]


def test_what_another_worker_pushed_meanwhile_is_not_pushed_twice(cast, phone, monkeypatch):
    pushing.subscribe(cast.anna, **phone.told)
    noticing.wish(cast.anna, list(noticing.Kind), ["push"])
    for _time in range(2):
        assigning.assign(cast.parcel, cast.mona, by=cast.mona)
        assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    both = rounds.leases.claim(Notice.objects.all(), limit=10)
    assert len(both) == 2
    Notice.objects.filter(pk=both[1].pk).update(due_at=None)  # sent by whoever thought us dead
    monkeypatch.setattr(rounds.leases, "claim", lambda *_args, **_named: both)
    rounds.push_due()
    assert len(phone.heard) == 1


def test_whoever_looks_is_woken_by_news_of_presence_alone(cast, monkeypatch):
    rung = []
    monkeypatch.setattr(presence.waking, "ring", lambda: rung.append(1))
    for is_typing, rings in ((False, 1), (False, 1), (True, 2), (True, 2), (False, 3)):
        presence.beat(cast.parcel.pk, cast.anna, is_typing=is_typing)
        assert len(rung) == rings
    presence.Presence.objects.update(at=now() - presence.AWAY)
    presence.beat(cast.parcel.pk, cast.anna)
    assert len(rung) == 4


def test_seeing_what_is_not_there_writes_nothing(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert noticing.see(cast.anna, conversation=cast.parcel.pk) == 0


def test_a_subscription_is_told_as_json_not_by_a_form(cast, signed_in, phone):
    browser = signed_in(cast.anna)
    for told in ({"data": phone.told}, {"data": "{}", "content_type": "text/plain"}):
        answer = browser.post("/notices/subscription/", **told)
        assert (answer.status_code, answer.json()) == (400, {"says": "Send it as JSON."})
    assert subscribe(browser, {"endpoint": 1}) == 400
    assert not PushSubscription.objects.exists()


def test_a_browser_that_is_gone_is_forgotten(cast, phone):
    pushing.subscribe(cast.anna, **phone.told)
    phone.status = 503
    assert pushing.deliver(cast.anna, {"title": "x"}) == 0
    assert PushSubscription.objects.get().failing_since
    phone.status = 410
    pushing.deliver(cast.anna, {"title": "x"})
    assert not PushSubscription.objects.exists()


def test_what_is_no_browser_is_not_subscribed(cast, signed_in, phone, settings):
    browser = signed_in(cast.anna)
    assert subscribe(browser, phone.told | {"auth": "short"}) == 422
    assert subscribe(browser, {"endpoint": "https://push.example/"}) == 400
    settings.ALLOWED_HOSTS_OUT = []
    with pytest.raises(Refused):
        pushing.subscribe(cast.anna, **phone.told)
    assert subscribe(browser, phone.told | {"gone": 1}) == 204


def test_the_desk_can_be_installed_and_its_worker_keeps_no_private_page(client, db):
    manifest = client.get("/manifest.webmanifest").json()
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    worker = client.get("/worker.js")
    assert worker["Content-Type"] == "text/javascript"
    assert "/offline/" in worker.content.decode()
    assert client.get("/offline/").status_code == 200
