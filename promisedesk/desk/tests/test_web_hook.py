"""The web hook on an inbox's page: its address is shown once, and only to admins."""

import re

import pytest

from promisedesk.channels.email.models import MailHook
from promisedesk.conversations.models import Arrival

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def here(cast):
    return f"/settings/inboxes/{cast.help.public_id}/"


def test_an_address_is_made_shown_once_and_takes_mail(client, cast, here):
    client.force_login(cast.ada, backend=BACKEND)
    made = client.post(here + "web-hook/", {"make": "1"}).content.decode()
    path = re.search(r'value="[^"]*(/mail/in/[\w-]{43})"', made)[1]
    assert path not in client.get(here).content.decode()

    assert client.post(path, b"From: a@b.example\r\n\r\nHi", "message/rfc822").status_code == 200
    assert Arrival.objects.get().inbox == cast.help
    assert "The last mail came" in client.get(here).content.decode()

    client.post(here + "web-hook/", {"key": " abc "})
    assert "There is a key" in client.get(here).content.decode()
    client.post(here + "web-hook/", {"stop": "1"})
    assert client.post(path, b"x", "message/rfc822").status_code == 404
    assert "Make an address" in client.get(here).content.decode()


def test_managers_look_and_agents_do_not(client, cast, here):
    client.force_login(cast.mona, backend=BACKEND)
    assert client.post(here + "web-hook/", {"make": "1"}).status_code == 403
    assert not MailHook.objects.exists()
