"""The page of mail that needs somebody: unreadable, for nobody, not sent."""

import pytest
from django.urls import reverse

from promisedesk.cast import Cast
from promisedesk.conversations import replying
from promisedesk.conversations.models import Arrival, Delivery
from promisedesk.core import files
from promisedesk.desk.settings.senders import said_sender

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
pytestmark = pytest.mark.django_db


def arrival(state, inbox=None) -> Arrival:
    raw = b"not really a mail\x00\xff"
    return Arrival.objects.create(
        source="pipe",
        state=state,
        inbox=inbox,
        due_at=None,
        recipient="who@kettleandloom.example",
        envelope_from="stranger@customer.example",
        sha256=files.store(raw),
        size=len(raw),
        last_error="no headers",
    )


def test_an_unreadable_mail_is_shown_kept_and_read_again(client):
    cast = Cast()
    mail = arrival("unreadable", cast.help)
    client.force_login(cast.ada, backend=BACKEND)
    assert "stranger@customer.example" in client.get(reverse("desk:settings-mail")).text
    raw = client.get(reverse("desk:settings-arrival-raw", args=[mail.public_id]))
    assert b"".join(raw.streaming_content) == b"not really a mail\x00\xff"
    assert raw["Content-Disposition"].startswith("attachment")
    client.post(reverse("desk:settings-arrival", args=[mail.public_id]))
    mail.refresh_from_db()
    assert (mail.state, mail.due_at is not None, mail.attempts) == ("waiting", True, 0)


def test_a_mail_for_nobody_goes_where_it_is_put(client):
    cast = Cast()
    mail = arrival("unrouted")
    client.force_login(cast.ada, backend=BACKEND)
    url = reverse("desk:settings-arrival", args=[mail.public_id])
    assert "Choose the inbox" in client.post(url, follow=True).text
    client.post(url, {"inbox": cast.help.public_id})
    mail.refresh_from_db()
    assert (mail.state, mail.inbox) == ("waiting", cast.help)


def test_a_letter_that_failed_can_be_tried_again(client):
    cast = Cast()
    message = replying.reply(cast.parcel, "On its way.", by=cast.anna)
    Delivery.objects.update(state="failed", due_at=None, last_error="550 no such user")
    client.force_login(cast.ada, backend=BACKEND)
    assert "550 no such user" in client.get(reverse("desk:settings-mail")).text
    client.post(reverse("desk:settings-delivery", args=[message.public_id]))
    assert Delivery.objects.get().state == "queued"


def test_managers_look_and_agents_have_no_business_here(client):
    cast = Cast()
    mail = arrival("unreadable", cast.help)
    url = reverse("desk:settings-arrival", args=[mail.public_id])
    client.force_login(cast.mona, backend=BACKEND)
    assert client.get(reverse("desk:settings-mail")).status_code == 200
    assert client.post(url).status_code == 403
    client.force_login(cast.anna, backend=BACKEND)
    assert client.get(reverse("desk:settings-mail")).status_code == 403


def test_mail_without_an_envelope_is_listed_by_its_from(db):
    raw = b"To: x@y.example\r\nfrom: =?utf-8?q?Jos=C3=A9?=\r\n <jose@else.example>\r\n\r\nFrom: no"
    assert said_sender(files.store(raw)) == "José <jose@else.example>"
    assert said_sender(files.store(b"Subject: x\n\nFrom: no")) == ""
    assert said_sender("0" * 64) == ""
