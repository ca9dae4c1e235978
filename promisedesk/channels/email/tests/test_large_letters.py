"""Files too large for a letter go as links."""

import re

import pytest

from promisedesk.channels.email import sending
from promisedesk.conversations import linking, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Delivery
from promisedesk.core import files
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db
State = Delivery.State
PLANS = b"PK\x03\x04" + b"plans" * 20_000


@pytest.fixture
def sink(settings):
    settings.BASE_URL = "https://desk.shop.example"
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


def answer(cast, content=PLANS, name="plans.zip") -> Delivery:
    file = IncomingFile(name, "application/zip", len(content), files.store(content))
    return replying.reply(cast.parcel, "Here they are.", by=cast.anna, files=[file]).delivery


def send_all() -> None:
    while sending.send_due():
        pass


def parts(sink) -> tuple[str, str, list]:
    """(text, HTML, attachments) of the only letter that arrived."""
    (mail,) = sink.mails
    text, html = (mail.letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
    return text, html, list(mail.letter.iter_attachments())


def is_linked(sink) -> bool:
    text, html, attached = parts(sink)
    links = re.findall(r"https://desk\.shop\.example/attached/\S+/", text)
    assert bool(links) != bool(attached)
    if links:
        assert re.search(rf'href="{re.escape(links[0])}"[^>]*>plans.zip</a> \(97.7', html)
        assert "plans.zip (97.7" in text
        assert re.search(r"The links work until \d+ \w+ \d{4}\.", text)
    return bool(links)


def test_a_small_one_is_attached(cast, sink):
    answer(cast)
    send_all()
    assert not is_linked(sink)


def test_over_the_limit_they_are_links_from_the_start(cast, sink, monkeypatch):
    monkeypatch.setattr(linking, "LARGEST", 100_000)
    delivery = answer(cast)
    send_all()
    assert is_linked(sink)
    assert Delivery.objects.get(pk=delivery.pk).attempts == 1


def test_a_server_that_says_what_it_takes_is_believed(cast, sink):
    sink.largest = 50_000
    delivery = answer(cast)
    send_all()
    assert is_linked(sink)
    assert not [line for line in sink.heard if "SIZE=1" in line]
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.SENT, 1)


@pytest.mark.parametrize("stage", ["mail", "data", "dot"])
def test_one_that_refuses_it_gets_links_at_once(cast, sink, stage):
    sink.order(stage, "552 5.3.4 Message size exceeds fixed maximum message size")
    delivery = answer(cast)
    message_id = delivery.message.message_id
    send_all()
    assert is_linked(sink)
    assert sink.mails[0].letter["Message-ID"] == message_id
    delivery.refresh_from_db()
    assert (delivery.state, delivery.in_doubt_at, delivery.maybe_twice) == (State.SENT, None, False)


def test_but_only_once(cast, sink):
    sink.order("dot", "552 5.3.4 Message size exceeds fixed limit", times=-1)
    delivery = answer(cast)
    send_all()
    delivery.refresh_from_db()
    assert delivery.state == State.FAILED
    assert delivery.last_error.startswith("The letter is too large for the other mail server.")
    assert len([line for line in sink.heard if line == "DATA"]) == 2


def test_what_may_have_arrived_is_never_changed(cast, sink):
    sink.order("dot", hang_up=True)
    sink.order("dot", "552 5.3.4 Message size exceeds fixed limit")
    delivery = answer(cast)
    send_all()
    first = Delivery.objects.select_related("message").get(pk=delivery.pk).message.raw_sha256
    Delivery.objects.update(due_at=linking.now())
    send_all()
    delivery = Delivery.objects.select_related("message").get(pk=delivery.pk)
    assert (delivery.state, delivery.maybe_twice) == (State.FAILED, True)
    assert delivery.message.raw_sha256 == first


def test_a_full_mailbox_is_no_matter_of_size(cast, sink):
    sink.order("rcpt", "552 5.2.2 Mailbox full")
    delivery = answer(cast)
    send_all()
    delivery.refresh_from_db()
    assert delivery.state == State.FAILED
    assert delivery.last_error.startswith("The mailbox is full.")
