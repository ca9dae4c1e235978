"""`/live/`: the stream of the desk's pages, as raw ASGI beside Django (docs/live.md)."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

from promisedesk.core import feed, sse
from promisedesk.core.streams import Hub, Stream
from promisedesk.desk.live import gate
from promisedesk.desk.live.telling import DeskKind

KIND = DeskKind()


async def stream(scope: dict[str, Any], receive: sse.Receive, send: sse.Send, hub: Hub) -> None:
    """Tell this browser what happens, until it leaves or is signed out.

    `?from=` or Last-Event-ID is where it was; a place that is not known any more is answered
    with `reset`: look at everything again.
    """
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    if not _is_from_our_page(headers):
        return await sse.refuse(send, 403, "This stream is for the desk's own pages.")
    visitor = await hub.ask(gate.visitor, _session_of(headers))
    if visitor is None:
        return await sse.refuse(send, 401, "Sign in first.")
    if not hub.room_for(visitor.agent_id):
        return await sse.refuse(
            send, 429, "Too many streams are open.", headers={"retry-after": "30"}
        )
    asked = headers_or_query(headers, scope)
    place = await hub.ask(feed.Place.parse, asked) if asked else None
    if place is None:
        place = await hub.ask(feed.now)
        first = sse.message({"is_new": not asked}, event="reset", id=str(place))
    else:
        first = sse.message(1, event="beat")
    await sse.begin(send)
    await sse.more(send, first)
    one = Stream(KIND, visitor.agent_id, visitor.key, visitor.sight, send)
    await hub.keep(one, receive, place)


def headers_or_query(headers: dict[bytes, str], scope: dict[str, Any]) -> str:
    """The place a reader says it has read to; "" when it says none."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("from", [""])[0]
    return headers.get(b"last-event-id", "") or asked


def _session_of(headers: dict[bytes, str]) -> str:
    try:
        cookie = SimpleCookie(headers.get(b"cookie", "")).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _is_from_our_page(headers: dict[bytes, str]) -> bool:
    """The cookie is not sent with what other sites ask (SameSite=Lax); asked twice is better."""
    site = headers.get(b"sec-fetch-site", "same-origin")
    origin = headers.get(b"origin", "")
    is_own = not origin or urlsplit(origin).netloc == headers.get(b"host", "")
    return site in ("same-origin", "none") and is_own
