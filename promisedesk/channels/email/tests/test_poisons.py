"""Forty poisons first in a mailbox of a hundred: each is kept, the other sixty come in."""

import time

import pytest
from django.utils.timezone import now

from promisedesk.channels.email import fetching
from promisedesk.channels.email.tests.conftest import add_shop, letter, read_everything
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.channels.email.tests.poisons import poisons
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Mailbox, Message
from promisedesk.core import files


@pytest.fixture
def dovecot():
    server = Dovecot().start()
    yield server
    server.stop()


@pytest.mark.skipif(not PROGRAM, reason="dovecot-imapd is not installed")
@pytest.mark.django_db(transaction=True)
def test_poisons_stop_nothing(dovecot, settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    bad = poisons()
    assert len(bad) == 40
    mailbox = inboxes.set_imap(add_shop(), dovecot.url("clara"))
    fetching.fetch_due()
    dovecot.put("clara", *bad.values())
    dovecot.put("clara", *[letter(f"Good {number}.") for number in range(60)])
    began = time.monotonic()
    Mailbox.objects.update(due_at=now())
    for _ in range(3):
        fetching.fetch_due()
    kept = {files.read(sha) for sha in Arrival.objects.values_list("sha256", flat=True)}
    assert kept >= {letter(f"Good {number}.") for number in range(60)}
    # Dovecot mends line ends and writes NUL in another way (RFC 3516), nothing else.
    missing = [name for name, raw in bad.items() if not {raw, raw.replace(b"\n", b"\r\n")} & kept]
    mailbox.refresh_from_db()
    assert (Arrival.objects.count(), mailbox.last_uid, mailbox.failing_since) == (100, 100, None)
    for _ in range(4):  # some are tried again after a pause
        Arrival.objects.filter(state="waiting").update(due_at=now())
        read_everything()
    assert time.monotonic() - began < 60
    texts = set(Message.objects.values_list("text", flat=True))
    assert texts >= {f"Good {number}." for number in range(60)}
    states = dict(Arrival.objects.values_list("uid", "state"))
    assert set(states.values()) <= {"done", "unreadable", "dropped"}
    for mail in Arrival.objects.filter(state="unreadable"):
        assert mail.last_error
    assert {name for name in missing if b"\0" not in bad[name]} == set()
