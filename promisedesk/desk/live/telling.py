"""What the desk's pages are told: which conversations changed, and how; never a word of them.

A page asks for what it shows by the ways it always does, so there is one policy and one
drawing. Besides: who is in the conversation one has open, and how many notices wait.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from promisedesk.agents import noticing, presence
from promisedesk.conversations.sight import Facts, Sight, facts_of
from promisedesk.core import sse
from promisedesk.core.feed import Page
from promisedesk.core.streams import Stream
from promisedesk.desk.live import gate

Where = dict[int, tuple[presence.Here, ...]]


@dataclass(slots=True)
class Batch:
    place: str
    changes: dict[Facts, list[str]]  # the verbs, in order, each once


class DeskKind:
    """Streams of agents' browsers."""

    beat = sse.message(1, event="beat")

    def __init__(self) -> None:
        self.where: Where = {}
        self.told: dict[Stream, tuple] = {}  # what each heard last, besides events

    def prepare(self, page: Page) -> Batch:
        facts = facts_of(event.conversation_id for event in page.events)
        changes: dict[Facts, list[str]] = {}
        for event in page.events:
            known = facts.get(event.conversation_id)
            if known and event.verb not in changes.setdefault(known, []):
                changes[known].append(event.verb)
        return Batch(str(page.next), changes)

    def draw(self, prepared: Batch, sight: Hashable) -> bytes:
        assert isinstance(sight, Sight)
        seen = {
            facts.public_id: verbs for facts, verbs in prepared.changes.items() if sight.sees(facts)
        }
        return sse.message(seen, event="news", id=prepared.place) if seen else b""

    def check(self, streams: list[Stream]) -> dict[Stream, Hashable | None]:
        found = gate.seen_now((stream.key, stream.agent_id) for stream in streams)
        return {stream: found[stream.key] for stream in streams}

    def besides(self, streams: list[Stream]) -> Iterable[tuple[Stream, bytes]]:
        """Changes of who is there, and of what waits to be seen."""
        where = presence.present()
        facts = facts_of(where)
        waiting = noticing.waiting({stream.agent_id for stream in streams})
        self.told = {stream: self.told.get(stream, ()) for stream in streams}
        for stream in streams:
            now = (_company(stream, where, facts), waiting.get(stream.agent_id, (0, 0)))
            if now == self.told[stream]:
                continue
            before = self.told[stream] or ((), None)  # the number is always told at first
            self.told[stream] = now
            if now[0] != before[0]:
                yield stream, sse.message(dict(now[0]), event="here")
            if now[1] != before[1]:
                count, newest = now[1]
                yield stream, sse.message({"count": count, "newest": newest}, event="notices")


def _company(stream: Stream, where: Where, facts: dict[int, Facts]) -> tuple:
    """Who else is in the conversations that this agent has open: ((id, ((name, typing),)),)."""
    return tuple(
        (
            facts[conversation].public_id,
            tuple((one.name, one.is_typing) for one in presence.others(here, stream.agent_id)),
        )
        for conversation, here in where.items()
        if any(one.agent_id == stream.agent_id for one in here)
        and conversation in facts
        and stream.sight.sees(facts[conversation])
    )
