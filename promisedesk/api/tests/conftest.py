import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import now

from promisedesk.api import tokens
from promisedesk.conversations.incoming import IncomingFile, IncomingMessage, receive
from promisedesk.conversations.models import Arrival
from promisedesk.core import files

RAW = b"From: clara@customer.example\r\nSubject: Tea\r\n\r\nIs \xff\x00 it there?\r\n"


class Caller:
    """A program with a token."""

    def __init__(self, agent=None):
        self.client = Client()
        self.headers = {}
        if agent:
            self.headers["Authorization"] = f"Bearer {tokens.make(agent, 'test')}"

    def get(self, path, query=None, **headers):
        return self.client.get(
            f"/api/v1/{path}", query or {}, headers=self.headers | _named(headers)
        )

    def send(self, method, path, body, content_type="application/json", **headers):
        data = body if isinstance(body, bytes | str) else json.dumps(body)
        return self.client.generic(
            method,
            f"/api/v1/{path}",
            data,
            content_type=content_type,
            headers=self.headers | _named(headers),
        )

    def post(self, path, body, **options):
        return self.send("POST", path, body, **options)

    def delete(self, path):
        return self.client.delete(f"/api/v1/{path}", headers=self.headers)

    def patch(self, path, body, **options):
        return self.send("PATCH", path, body, **options)


def _named(headers):
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture(autouse=True)
def _fresh_counters():
    cache.clear()


@pytest.fixture
def anna(cast):
    return Caller(cast.anna)


@pytest.fixture
def tea(cast):
    """Clara's mail with a picture, as it came; it has a promise and an acknowledgement."""
    picture = b"\x89PNG tea"
    return receive(
        IncomingMessage(
            inbox=cast.help,
            arrived_at=now(),
            address="clara@customer.example",
            name="Clara Holm",
            subject="Tea",
            text="Is the tea there?",
            html='<p onclick="x()">Is the tea there?<script>alert(1)</script></p>',
            quoted_text="> before",
            signature="Clara",
            language="en",
            message_id="<tea@customer.example>",
            raw_sha256=files.store(RAW),
            files=[
                IncomingFile("tea\r\n.png", "image/png", len(picture), files.store(picture)),
            ],
        )
    )


@pytest.fixture
def unreadable(cast):
    return Arrival.objects.create(
        source="pipe",
        state="unreadable",
        inbox=cast.help,
        sha256=files.store(RAW),
        size=len(RAW),
        due_at=None,
        last_error="It nests too deeply.",
    )
