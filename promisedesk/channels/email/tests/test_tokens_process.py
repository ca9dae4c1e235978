"""Several processes of one desk need tokens at once, of a service that forgives no second use."""

import subprocess
import sys

import pytest

from tests.identity import IdentityProvider
from tests.servers import PROJECT, Desk

SIGNED_IN = """
from promisedesk.channels.email.models import SignInService
from promisedesk.conversations.models import Grant, Inbox
from promisedesk.core.secretbox import seal
SignInService.objects.create(
    key="corp", name="Corp", client_id={client!r}, client_secret=seal({secret!r}),
    authorize_url={url!r}, token_url={url!r}, scope="mail",
)
Grant.objects.create(
    inbox=Inbox.objects.get(), provider="corp", user="help@shop.example",
    refresh_token=seal({refresh!r}),
)
"""
USING = """
import django; django.setup()
import time
from promisedesk.channels.email.oauth import tokens
from promisedesk.conversations.models import Inbox
inbox, until, seen = Inbox.objects.get(), time.monotonic() + 5, set()
while time.monotonic() < until:
    seen.add(tokens.access_token(inbox))
    time.sleep(0.02)
print(len(seen))
"""


@pytest.mark.once
@pytest.mark.faults
def test_none_of_them_uses_a_refresh_token_twice(tmp_path):
    with IdentityProvider(lives=1, slow=0.1) as idp, Desk(tmp_path) as desk:
        desk.make()
        idp.refreshes["first"] = "help@shop.example"
        desk.script(
            SIGNED_IN.format(
                client=idp.client_id, secret=idp.secret, url=idp.url("token"), refresh="first"
            )
        )
        desk.start("worker")
        environment = desk.environment() | {"DJANGO_SETTINGS_MODULE": "promisedesk.config.settings"}
        users = [
            subprocess.Popen(
                [sys.executable, "-c", USING], env=environment, cwd=PROJECT,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for _n in range(3)
        ]  # fmt: skip
        ended = [user.communicate(timeout=60) for user in users]
        assert [user.returncode for user in users] == [0, 0, 0], ended
        used = [asked["refresh_token"] for asked in idp.asked]
        assert len(used) >= 4
        assert len(used) == len(set(used))
        assert idp.refreshes  # the last one is still good
