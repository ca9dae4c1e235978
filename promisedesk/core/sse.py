"""Server-sent events as bytes (HTML Living Standard, 9.2), and the ASGI answers around them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from django.conf import settings

Send = Callable[[dict[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[dict[str, Any]]]
RETRY_MS = 1000  # a plain EventSource waits so long before it comes again
HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),  # nginx would keep events back until its buffer is full
    (b"x-content-type-options", b"nosniff"),
]


def message(data: Any, *, event: str = "", id: str = "") -> bytes:
    """One event; `data` becomes JSON in one line. `id` is where to resume after it."""
    lines = [f"id: {id}"] if id else []
    lines += [f"event: {event}"] if event else []
    text = data if isinstance(data, str) else json.dumps(data, separators=(",", ":"))
    return "\n".join([*lines, f"data: {text}", "", ""]).encode()


def comment(words: str) -> bytes:
    return f": {words}\n\n".encode()


async def begin(send: Send) -> None:
    """Answer 200 and keep the answer open."""
    headers = [*HEADERS]
    if settings.IS_HTTPS:
        seconds = str(settings.SECURE_HSTS_SECONDS).encode()
        headers.append((b"strict-transport-security", b"max-age=" + seconds))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await more(send, f"retry: {RETRY_MS}\n\n".encode())


async def more(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def end(send: Send, body: bytes = b"") -> None:
    await send({"type": "http.response.body", "body": body, "more_body": False})


async def refuse(
    send: Send, status: int, words: str, *, headers: dict[str, str] | None = None
) -> None:
    """Answer with a problem (RFC 9457) instead of a stream."""
    body = json.dumps({"type": "about:blank", "title": words, "status": status, "detail": words})
    fields = {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        **(headers or {}),
    }
    pairs = [(name.lower().encode(), value.encode()) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await end(send, body.encode())
