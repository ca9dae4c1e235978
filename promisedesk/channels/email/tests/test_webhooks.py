"""Mail that providers post: kept byte for byte before 200, refused in words otherwise."""

import base64
import errno
import hashlib
import hmac
import http.client
import json
import time
from urllib.parse import quote_from_bytes, urlsplit

import pytest
from django.db import DatabaseError
from django.test import Client

from promisedesk.agents.models import Agent
from promisedesk.cast import Cast
from promisedesk.channels.email import receiver
from promisedesk.channels.email.models import MailHook
from promisedesk.channels.email.tests.conftest import (
    add_shop,
    incoming,
    letter,
    raws,
    read_everything,
)
from promisedesk.channels.email.webhooks import bodies, hooks, views
from promisedesk.conversations import arriving
from promisedesk.conversations.models import Arrival
from promisedesk.core import files
from promisedesk.core.errors import Refused
from tests.servers import Desk

pytestmark = pytest.mark.django_db(transaction=True)
RAW = letter("Where is it?") + "Grüße und привет\r\n".encode("cp1251", "replace") + b"\x80\xff\r\n"
TOPIC = "arn:aws:sns:eu-west-1:123456789012:mail"


class Provider:
    """Posts to the secret address of an inbox, without a session and with CSRF checked."""

    def __init__(self, inbox, admin):
        self.inbox, self.admin = inbox, admin
        self.path = urlsplit(hooks.make(inbox, by=admin)).path
        self.client = Client(enforce_csrf_checks=True)

    @property
    def hook(self) -> MailHook:
        return MailHook.objects.get(inbox=self.inbox)

    def raw(self, body: bytes = RAW, **headers):
        named = {"HTTP_" + name.upper(): value for name, value in headers.items()}
        return self.client.post(self.path, body, content_type="message/rfc822", **named)

    def json(self, body: dict, **headers):
        return self.client.post(
            self.path, json.dumps(body), content_type="application/json", **headers
        )

    def multipart(self, fields: dict[str, bytes], path: str = ""):
        body = b"".join(
            b'--x\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
            % (name.encode(), content)
            for name, content in fields.items()
        )
        kind = "multipart/form-data; boundary=x"
        return self.client.post(self.path + path, body + b"--x--\r\n", content_type=kind)

    def urlencoded(self, fields: dict[str, bytes], path: str = ""):
        body = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in fields.items())
        kind = "application/x-www-form-urlencoded"
        return self.client.post(self.path + path, body, content_type=kind)

    def amazon(self, kind: str, **fields):
        body = json.dumps({"Type": kind, "TopicArn": TOPIC, **fields})
        return self.client.post(
            self.path, body, content_type="text/plain; charset=UTF-8",
            HTTP_X_AMZ_SNS_MESSAGE_TYPE=kind,
        )  # fmt: skip


@pytest.fixture
def provider(shop):
    return Provider(shop, Cast().ada)


def signed(key: str, **fields: bytes) -> dict[str, bytes]:
    stamp, token = str(int(time.time())).encode(), b"t" * 50
    right = hmac.new(key.encode(), stamp + token, hashlib.sha256).hexdigest().encode()
    return {"timestamp": stamp, "token": token, "signature": right, **fields}


def test_a_raw_mail_is_kept_byte_for_byte_and_read(provider, shop):
    answer = provider.raw(x_envelope_to="help+tok@shop.example", x_envelope_from="c@d.example")
    assert answer.status_code == 200
    assert raws() == [RAW]
    arrival = Arrival.objects.get()
    assert (arrival.source, arrival.inbox, arrival.size) == ("webhook", shop, len(RAW))
    assert (arrival.recipient, arrival.envelope_from) == ("help+tok@shop.example", "c@d.example")
    assert provider.hook.heard_at
    read_everything()
    assert "Where is it?" in incoming()[0].text


class Stalling:
    """A connection over which nothing comes any more."""

    def read(self, _size=-1):
        time.sleep(3)
        return b""

    readline = read


@pytest.mark.parametrize("kind", ["message/rfc822", "application/json"])
def test_a_post_that_stalls_holds_no_thread(provider, monkeypatch, kind):
    monkeypatch.setattr(bodies, "BLOCK_WITHIN", 0.2)
    began = time.monotonic()
    answer = provider.client.post(
        provider.path, b"x" * 1000, content_type=kind, **{"wsgi.input": Stalling()}
    )
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert time.monotonic() - began < 2
    assert not Arrival.objects.exists()


def test_one_large_form_is_taken_apart_at_a_time(provider, monkeypatch):
    monkeypatch.setattr(bodies, "TURN_WITHIN", 0.1)
    large = {"body-mime": RAW + b"y" * 3 * 1024 * 1024}
    with bodies._turn:
        assert provider.multipart(large).status_code == 503
        assert provider.multipart({"body-mime": RAW}).status_code == 200
    assert provider.multipart(large).status_code == 200
    assert sorted(raws(), key=len) == [RAW, large["body-mime"]]
    assert not list(files.folder().glob(".read-*"))


def test_no_session_and_no_cookie_come_of_it(provider):
    assert not provider.raw().cookies
    assert provider.client.get(provider.path).status_code == 200  # some providers look first


def test_the_null_sender_is_known_and_an_unsaid_one_is_not(provider):
    provider.raw(x_envelope_from="<>")
    provider.raw(letter("other"))
    provider.raw(b"Return-Path: <>\r\n" + letter("third"))
    nulls = Arrival.objects.order_by("pk").values_list("envelope_is_null", flat=True)
    assert list(nulls) == [True, False, True]


def test_the_same_mail_posted_again_is_one_message(provider):
    for _ in range(3):
        assert provider.raw().status_code == 200
    read_everything()
    assert len(incoming()) == 1


def test_the_envelope_says_which_inbox_else_the_header_else_the_address_posted_to(provider, shop):
    other = add_shop("returns@shop.example")
    provider.raw(x_envelope_to="returns@shop.example")
    provider.raw(letter(to="help+tok@shop.example"), x_envelope_to="abc@inbound.provider.example")
    provider.raw(letter(to="list@elsewhere.example"))
    found = list(Arrival.objects.order_by("pk").values_list("inbox", "recipient"))
    assert found == [
        (other.pk, "returns@shop.example"),
        (shop.pk, "help+tok@shop.example"),
        (shop.pk, "help@shop.example"),
    ]


@pytest.mark.parametrize("way", ["multipart", "urlencoded"])
def test_mailgun_posts_raw_mails_signed(provider, way):
    hooks.set_signing_key(provider.inbox, "key-1", by=provider.admin)
    fields = signed("key-1", **{"body-mime": RAW, "recipient": b"help@shop.example"}, sender=b"")
    assert getattr(provider, way)(fields, "/mime").status_code == 200
    assert raws() == [RAW]
    assert Arrival.objects.get().envelope_is_null


def test_what_is_not_signed_with_the_key_is_not_taken(provider):
    hooks.set_signing_key(provider.inbox, "key-1", by=provider.admin)
    mail = {"body-mime": RAW}
    assert provider.multipart(signed("key-2", **mail)).status_code == 401
    assert provider.multipart(signed("key-1", **mail) | {"timestamp": b"1"}).status_code == 401
    assert provider.multipart(mail).status_code == 503
    assert provider.multipart({"email": RAW}).status_code == 503
    assert provider.raw().status_code == 503
    assert not Arrival.objects.exists()
    assert provider.hook.trouble == "signature"
    hooks.set_signing_key(provider.inbox, "", by=provider.admin)
    assert provider.raw().status_code == 200
    assert not provider.hook.trouble


def test_sendgrid_posts_the_raw_mail_and_its_envelope(provider):
    envelope = {"to": ["help@shop.example"], "from": "clara@customer.example"}
    fields = {"envelope": json.dumps(envelope).encode(), "email": RAW, "charsets": b"{}"}
    assert provider.multipart(fields).status_code == 200
    assert raws() == [RAW]
    assert Arrival.objects.get().envelope_from == "clara@customer.example"


def test_postmark_posts_the_raw_mail_in_json(provider):
    raw = letter("Grüße").decode()
    body = {"FromFull": {}, "OriginalRecipient": "help@shop.example", "RawEmail": raw}
    assert provider.json(body).status_code == 200
    assert raws() == [raw.encode()]


@pytest.mark.parametrize(
    "fields", [{"body-plain": b"Hi"}, {"text": b"Hi", "envelope": b"not json"}, {}]
)
def test_a_post_without_the_raw_mail_is_asked_for_again_and_the_page_says_why(provider, fields):
    answer = provider.multipart(fields)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert b"raw" in answer.content
    assert provider.hook.trouble == "no_raw"
    provider.client.force_login(
        provider.admin, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = provider.client.get(f"/settings/inboxes/{provider.inbox.public_id}/").content.decode()
    assert "A post came without the raw mail" in page


def test_postmark_without_raw_mails_and_strange_json_are_no_faults(provider):
    assert provider.json({"FromFull": {}, "TextBody": "Hi"}).status_code == 503
    for body in ("[]", "{", "null", '{"RawEmail": {}}', "[" * 100_000, '{"TopicArn": 7}'):
        answer = provider.client.post(provider.path, body, content_type="application/json")
        assert answer.status_code in (200, 503)
    assert not Arrival.objects.exists()


@pytest.mark.parametrize("encoding", ["BASE64", "UTF-8"])
def test_amazon_asks_then_posts(provider, encoding):
    link = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=abc"
    assert provider.amazon("SubscriptionConfirmation", SubscribeURL=link).status_code == 200
    assert (provider.hook.topic, provider.hook.confirm_url) == (TOPIC, link)

    raw = RAW if encoding == "BASE64" else letter()
    content = base64.b64encode(raw) if encoding == "BASE64" else raw
    said = {
        "notificationType": "Received",
        "receipt": {"recipients": ["help@shop.example"], "action": {"encoding": encoding}},
        "mail": {"source": "clara@customer.example"},
        "content": content.decode(),
    }
    assert provider.amazon("Notification", Message=json.dumps(said)).status_code == 200
    assert raws() == [raw]
    assert Arrival.objects.get().envelope_from == "clara@customer.example"
    assert not provider.hook.confirm_url
    assert provider.amazon("Notification", Message="a test of the topic").status_code == 200
    other = provider.amazon("Notification", Message=json.dumps(said), TopicArn=TOPIC + "2")
    assert other.status_code == 503
    assert provider.hook.trouble == "topic"
    assert Arrival.objects.count() == 1


def test_a_link_that_does_not_lead_to_amazon_is_not_shown(provider):
    for link in (
        "https://evil.example/?x=sns.eu-west-1.amazonaws.com",
        "http://sns.eu-west-1.amazonaws.com/",
        "javascript:alert(1)",
        "https://sns.eu-west-1.amazonaws.com.evil.example/",
        "https://sns.eu-west-1.amazonaws.com@evil.example/",
    ):
        provider.amazon("SubscriptionConfirmation", SubscribeURL=link)
        assert not provider.hook.confirm_url


def test_nobody_posts_without_the_secret_and_an_old_one_ends(provider):
    assert provider.client.post("/mail/in/guess", RAW, "message/rfc822").status_code == 404
    assert provider.client.post("/mail/in/" + "x" * 500, RAW, "message/rfc822").status_code == 404
    before = provider.path
    provider.path = urlsplit(hooks.make(provider.inbox, by=provider.admin)).path
    assert provider.client.post(before, RAW, content_type="message/rfc822").status_code == 404
    assert provider.raw().status_code == 200
    hooks.stop(provider.inbox, by=provider.admin)
    assert provider.raw().status_code == 404


def test_only_the_hash_of_the_secret_is_kept_and_only_admins_make_one(provider):
    secret = provider.path.rsplit("/", 1)[1]
    assert secret not in str(MailHook.objects.values_list())
    assert len(secret) >= 43
    with pytest.raises(Refused):
        hooks.make(provider.inbox, by=Agent.objects.filter(role="agent").first())


def test_a_mail_over_the_limit_is_413_however_it_comes(provider, monkeypatch):
    for where in (receiver, views):
        monkeypatch.setattr(where, "LARGEST", 10_000)
    monkeypatch.setattr(views, "MOST_POSTED", 20_000)
    large = letter("x" * 10_000)
    assert provider.raw(large).status_code == 413
    assert provider.multipart({"email": large}).status_code == 413
    assert provider.multipart({"email": large * 3}).status_code == 413
    assert provider.hook.trouble == "too_large"
    assert not Arrival.objects.exists()


def test_an_empty_post_is_no_mail(provider):
    empty = {"CONTENT_TYPE": "message/rfc822", "CONTENT_LENGTH": "0"}
    assert provider.client.post(provider.path, **empty).status_code == 400
    assert not Arrival.objects.exists()


def test_in_trouble_the_provider_is_told_to_try_again(provider, monkeypatch):
    def full(_blocks):
        raise OSError(errno.ENOSPC, "No space left on device")

    def away(_mails):
        raise DatabaseError("the database is away")

    with monkeypatch.context() as patch:
        patch.setattr(files, "store_stream", full)
        assert provider.raw().status_code == 503
        assert provider.multipart({"email": RAW}).status_code == 503
    with monkeypatch.context() as patch:
        patch.setattr(views, "commit", away)
        assert provider.raw()["Retry-After"] == "60"
    assert not Arrival.objects.exists()
    assert arriving.take_in  # the door of the other channels is untouched
    assert provider.raw().status_code == 200


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("made")).make()
    desk.path = desk.script(
        "from promisedesk.channels.email.webhooks import hooks\n"
        "from promisedesk.conversations.models import Inbox\n"
        "from promisedesk.agents.models import Agent\n"
        "print(hooks.make(Inbox.objects.get(), by=Agent.objects.get()))"
    )
    desk.path = urlsplit(desk.path).path
    return desk


def post(desk, body: bytes, **headers) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", desk.web_port, timeout=60)
    named = {"Content-Type": "message/rfc822"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    connection.request("POST", desk.path, body, named)
    try:
        return connection.getresponse().status
    finally:
        connection.close()


def arrivals(desk) -> list[tuple]:
    return desk.rows("SELECT source, size FROM conversations_arrival ORDER BY id")


@pytest.mark.once
def test_by_a_real_server_half_a_mail_is_never_kept(made, tmp_path):
    with made.copy(tmp_path / "desk") as desk:
        desk.path = made.path
        desk.start("web")
        connection = http.client.HTTPConnection("127.0.0.1", desk.web_port, timeout=10)
        connection.putrequest("POST", desk.path)
        connection.putheader("Content-Type", "message/rfc822")
        connection.putheader("Content-Length", str(len(RAW) * 2))
        connection.endheaders(RAW)
        connection.close()
        assert post(desk, iter([RAW, RAW])) == 411  # chunked: half of it could not be told
        large = letter("x" * 70 + "\r\n" * 2) + b"y" * 74 * 1024 * 1024
        assert post(desk, large) == 200
        assert post(desk, large + b"y" * 2 * 1024 * 1024) == 413
        assert arrivals(desk) == [("webhook", len(large))]


@pytest.mark.once
@pytest.mark.faults
@pytest.mark.parametrize("step", ["receive.before-store", "receive.stored", "receive.committed"])
def test_a_web_process_killed_at_any_step_loses_and_doubles_nothing(made, tmp_path, step):
    with made.copy(tmp_path / "desk") as desk:
        desk.path = made.path
        desk.start("web", crash_at=step)
        with pytest.raises((OSError, http.client.HTTPException)):
            post(desk, RAW)
        desk.ended("web")
        desk.start("web")
        assert post(desk, RAW) == 200
        desk.start("worker")
        deadline = time.monotonic() + 30
        states = "SELECT state FROM conversations_arrival"
        while ("waiting",) in desk.rows(states) and time.monotonic() < deadline:
            time.sleep(0.1)
        incoming = "SELECT count(*) FROM conversations_message WHERE direction = 'in'"
        assert desk.rows(incoming) == [(1,)]
