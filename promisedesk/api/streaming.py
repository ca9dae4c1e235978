"""`/api/v1/events/stream`: what happened, as it happens, for programs. Raw ASGI beside Django.

One event of the log is one server-sent event: `id` is where to resume, `event` the verb, `data`
the event as JSON. Last-Event-ID resumes with nothing lost and nothing doubled, after any time.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from promisedesk.api import rates, showing, tokens
from promisedesk.api.models import Token
from promisedesk.api.problems import Problem
from promisedesk.api.shapes import HappenedOut
from promisedesk.conversations.sight import Facts, Sight, facts_of, sights_of
from promisedesk.core import feed, sse
from promisedesk.core.feed import Page
from promisedesk.core.streams import Hub, Stream


@dataclass(slots=True)
class Shown:
    facts: Facts
    message: bytes


class ApiKind:
    """Streams of programs."""

    beat = sse.comment("still here")

    def prepare(self, page: Page) -> list[Shown]:
        facts = facts_of(event.conversation_id for event in page.events)
        seen = [
            (event, place)
            for event, place in zip(page.events, page.places, strict=True)
            if event.conversation_id in facts
        ]
        shown = showing.events([event for event, _place in seen])
        return [
            Shown(
                facts[event.conversation_id],
                _message(one, facts[event.conversation_id], str(place)),
            )
            for (event, place), one in zip(seen, shown, strict=True)
        ]

    def draw(self, prepared: list[Shown], sight: Hashable) -> bytes:
        assert isinstance(sight, Sight)
        return b"".join(one.message for one in prepared if sight.sees(one.facts))

    def check(self, streams: list[Stream]) -> dict[Stream, Hashable | None]:
        alive = set(
            Token.objects.filter(pk__in={stream.key for stream in streams}, revoked_at=None)
            .values_list("pk", flat=True)
        )  # fmt: skip
        sights = sights_of({stream.agent_id for stream in streams})
        return {
            stream: sights.get(stream.agent_id) if stream.key in alive else None
            for stream in streams
        }

    def besides(self, streams: list[Stream]) -> Iterable[tuple[Stream, bytes]]:
        return ()


KIND = ApiKind()


def _message(shown: dict[str, Any], facts: Facts, place: str) -> bytes:
    text = HappenedOut(**shown, conversation=facts.public_id).model_dump_json()
    return sse.message(text, event=shown["verb"], id=place)


async def stream(scope: dict[str, Any], receive: sse.Receive, send: sse.Send, hub: Hub) -> None:
    """Tell this program what happens, until it leaves or its token ends."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    client = (scope.get("client") or ("",))[0]
    try:
        token, sight = await hub.ask(_let_in, headers.get(b"authorization", ""), client)
        if not hub.room_for(token.agent_id):
            raise Problem(429, "Too many streams are open.", headers={"Retry-After": "30"})
        asked = headers.get(b"last-event-id", "")
        place = await hub.ask(feed.Place.parse, asked) if asked else await hub.ask(feed.now)
        if place is None:
            raise Problem(400, "Last-Event-ID is none of this desk. Begin without it.")
    except Problem as problem:
        return await sse.refuse(send, problem.status, problem.detail, headers=problem.headers)
    await sse.begin(send)
    # Where it begins: whoever is cut off before the first event resumes here.
    await sse.more(send, f"id: {place}\n\n".encode())
    await hub.keep(Stream(KIND, token.agent_id, token.pk, sight, send), receive, place)


def _let_in(authorization: str, client: str) -> tuple[Token, Sight]:
    scheme, _, text = authorization.partition(" ")
    token = tokens.find(text.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        rates.count(f"address:{client}", rates.PER_ADDRESS)
        raise Problem(
            401,
            "Send a valid token: Authorization: Bearer TOKEN.",
            headers={"WWW-Authenticate": 'Bearer realm="Promisedesk"'},
        )
    rates.count(f"token:{token.pk}", rates.PER_TOKEN)
    tokens.note_use(token)
    return token, sights_of([token.agent_id])[token.agent_id]
