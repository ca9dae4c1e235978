"""Open streams of one process, and the one thread that reads the event log for all of them.

A stream holds no thread and no database connection: only its coroutine, which waits for the
reader to go away. What it gets is drawn once for everybody who may see the same. Who may see
what is asked again every CHECK_EVERY seconds, in one go for all.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections, connections

from promisedesk.core import feed, sse, waking
from promisedesk.core.feed import Page, Place

log = structlog.get_logger("promisedesk.live")
CHECK_EVERY = 2.0  # seconds; a session that ended must be gone within five
BESIDES_EVERY = 1.0  # seconds between looks at what is no event, unless somebody rang
BEAT_EVERY = 15.0  # seconds between signs of life: proxies close what is silent for a minute
MOST_PENDING = 200  # messages for a reader that does not read; it comes again and resumes
MOST_STREAMS = 10_000  # of one process
MOST_OF_AGENT = 20  # each browser needs one
GONE = (OperationalError, InterfaceError)  # the database: the same look is taken again later


_known = [""]  # the place this process has read to, as text


def known_place() -> str:
    """A place up to which a page drawn now has everything; "" where nobody reads.

    Costs nothing: it is what this process read last, a second ago at most.
    """
    return _known[0]


class Kind(Protocol):
    """What one kind of stream tells, and to whom. Called in the reader's thread alone."""

    beat: bytes

    def prepare(self, page: Page) -> Any:
        """What all drawings of these events need; the database may be asked."""

    def draw(self, prepared: Any, sight: Hashable) -> bytes:
        """What somebody who sees so much gets of it; b"" for nothing."""

    def check(self, streams: list[Stream]) -> dict[Stream, Hashable | None]:
        """What each may see now; None where the stream must end."""

    def besides(self, streams: list[Stream]) -> Iterable[tuple[Stream, bytes]]:
        """What else is to be told now, that is no event."""


class Stream:
    """One open answer. `key` is the session or token it was opened with."""

    __slots__ = ("agent_id", "flushing", "is_over", "key", "kind", "pending", "send", "sight")

    def __init__(self, kind: Kind, agent_id: int, key: Any, sight: Hashable, send: sse.Send):
        self.kind, self.agent_id, self.key, self.sight, self.send = kind, agent_id, key, sight, send
        self.pending: list[bytes] | None = None
        self.flushing: asyncio.Task | None = None
        self.is_over = False

    def offer(self, data: bytes) -> None:
        """Send soon; in the loop's thread. Whoever reads too slowly is hung up on, and resumes."""
        if self.is_over:
            return
        self.pending = self.pending or []
        self.pending.append(data)
        if len(self.pending) > MOST_PENDING:
            self.pending = []
            self.end()
        elif self.flushing is None:
            self.flushing = asyncio.get_running_loop().create_task(self._flush())

    def end(self, last: bytes = b"") -> None:
        """Send what is left, then close."""
        if self.is_over:
            return
        if last:
            self.pending = [*(self.pending or []), last]
        self.is_over = True
        if self.flushing is None:
            self.flushing = asyncio.get_running_loop().create_task(self._flush())

    async def _flush(self) -> None:
        try:
            while self.pending:
                data, self.pending = b"".join(self.pending), None
                await sse.more(self.send, data)
            if self.is_over:
                await sse.end(self.send)
        finally:
            self.flushing = None


class Hub:
    """The streams of this process. Made and used in the event loop's thread."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.streams: set[Stream] = set()
        self.of_agent: Counter[int] = Counter()
        self.is_closing = False
        self.threads = ThreadPoolExecutor(2, thread_name_prefix="streams")
        self.reader = Reader(self)
        self.reader.start()
        self._beat_task = self.loop.create_task(self._keep_beating())

    async def ask(self, function: Callable, *arguments: Any) -> Any:
        """The answer of a function that asks the database, in one of two lasting threads."""
        return await self.loop.run_in_executor(self.threads, _fresh, function, *arguments)

    def room_for(self, agent_id: int) -> bool:
        """Whether one more stream of this agent is taken."""
        return len(self.streams) < MOST_STREAMS and self.of_agent[agent_id] < MOST_OF_AGENT

    async def keep(self, stream: Stream, receive: sse.Receive, place: Place | None) -> None:
        """Tell the stream what was committed after `place` (None: from now on), until it ends.

        Its head was sent already. Returns when the other side has gone, or we hung up.
        """
        self.streams.add(stream)
        self.of_agent[stream.agent_id] += 1
        try:
            place = await self._catch_up(stream, place)
            if not stream.is_over:
                self.reader.add(stream, place)
            if self.is_closing:
                stream.end()
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            stream.is_over = True
            self.streams.discard(stream)
            self.of_agent[stream.agent_id] -= 1
            if not self.of_agent[stream.agent_id]:
                del self.of_agent[stream.agent_id]
            self.reader.drop(stream)

    async def _catch_up(self, stream: Stream, place: Place | None) -> Place:
        """Send what is long past page by page, in the stream's own pace."""
        if place is None:
            return await self.ask(feed.now)
        while not self.is_closing and not stream.is_over:
            page, data = await self.ask(_read, stream, place)
            if data:
                await sse.more(stream.send, data)
            place = page.next
            if page.is_all:
                break
        return place

    def publish(self, told: list[tuple[Stream, bytes]]) -> None:
        for stream, data in told:
            stream.offer(data)

    def hang_up(self, streams: Iterable[Stream], last: bytes) -> None:
        for stream in streams:
            stream.end(last)

    async def _keep_beating(self) -> None:
        while not self.is_closing:
            await asyncio.sleep(BEAT_EVERY)
            for stream in list(self.streams):
                stream.offer(stream.kind.beat)

    def close(self) -> None:
        """End every stream politely and take no more. Readers come again to whoever serves then.

        May be called from a signal handler.
        """
        self.is_closing = True
        self.loop.call_soon_threadsafe(self._close)

    def _close(self) -> None:
        self._beat_task.cancel()
        self.reader.stop.set()
        self.hang_up(list(self.streams), b"")


def _fresh(function: Callable, *arguments: Any) -> Any:
    close_old_connections()
    return function(*arguments)


def _read(stream: Stream, place: Place) -> tuple[Page, bytes]:
    page = feed.page(place)
    data = stream.kind.draw(stream.kind.prepare(page), stream.sight) if page.events else b""
    return page, data


class Reader(threading.Thread):
    """Reads what is committed, has it drawn, and hands it to the loop."""

    def __init__(self, hub: Hub):
        super().__init__(name="reader", daemon=True)
        self.hub, self.stop = hub, threading.Event()
        self.place: Place | None = None
        self.joining: list[tuple[Stream, Place]] = []
        self.streams: set[Stream] = set()
        self.lock = threading.Lock()  # of the two above
        self.checked_at = self.besides_at = 0.0

    def add(self, stream: Stream, place: Place) -> None:
        """Tell the stream everything after `place` from now on, each once."""
        with self.lock:
            self.joining.append((stream, place))
        waking.ring_here()

    def drop(self, stream: Stream) -> None:
        with self.lock:
            self.streams.discard(stream)
            self.joining = [one for one in self.joining if one[0] is not stream]

    def run(self) -> None:
        waking.listen(self.stop)
        is_settled, was_rung = False, True
        while not self.stop.is_set():
            try:
                close_old_connections()
                if not is_settled:
                    feed.settle()
                    is_settled = True
                self.look(was_rung)
            except Exception:  # the database may be what is gone: rows wait for us
                log.exception("the event log could not be read")
                self.stop.wait(1)
            was_rung = waking.wait(is_idle=not (self.streams or self.joining))
        connections.close_all()

    def look(self, was_rung: bool = True) -> None:
        """One look: who may still see what, then the news, then who has come."""
        with self.lock:  # who comes later than this is let in at the next look
            streams, joining = list(self.streams), list(self.joining)
        if streams and time.monotonic() - self.checked_at > CHECK_EVERY:
            streams = self._check(streams)
        has_news = self._read_on(streams)
        if has_news or was_rung or time.monotonic() - self.besides_at > BESIDES_EVERY:
            self._tell_besides(streams)
        self._let_in(joining)
        _known[0] = str(self.place)

    def _tell_besides(self, streams: list[Stream]) -> None:
        for kind, its in _by_kind(streams).items():
            try:
                self._hand_over(list(kind.besides(its)))
            except GONE:
                raise
            except Exception:
                log.exception("what is no event could not be told", kind=type(kind).__name__)
        self.besides_at = time.monotonic()

    def _read_on(self, streams: list[Stream]) -> bool:
        """Tell what is new; whether anything was."""
        if self.place is None or not streams:
            self.place = feed.now()
            return False
        before, is_all = self.place, False
        while not is_all and not self.stop.is_set():
            page = feed.page(self.place)
            if page.events and streams:
                streams = self._tell(page, streams)
            self.place, is_all = page.next, page.is_all
        return self.place != before

    def _let_in(self, joining: list[tuple[Stream, Place]]) -> None:
        """Bring those who have come from their own place to ours, then they go with the rest.

        Whoever was not brought yet when the database went stays among those who have come.
        """
        for entry in joining:
            stream, place = entry
            is_all, goes_on = False, not stream.is_over
            while goes_on and not is_all:
                page = feed.page(place, until=self.place)
                if page.events:
                    goes_on = bool(self._tell(page, [stream]))
                place, is_all = page.next, page.is_all
                entry = self._moved(entry, place)
            self._moved(entry, None)
            with self.lock:
                if goes_on and not stream.is_over:
                    self.streams.add(stream)

    def _moved(self, entry: tuple[Stream, Place], place: Place | None) -> tuple[Stream, Place]:
        """Somebody who has come was told up to here; None: no longer one of those."""
        after = (entry[0], place) if place is not None else entry
        with self.lock:
            others = [one for one in self.joining if one[0] is not entry[0]]
            is_there = len(others) < len(self.joining)  # not gone meanwhile
            self.joining = others + [after] * (is_there and place is not None)
        return after

    def _tell(self, page: Page, streams: list[Stream]) -> list[Stream]:
        """Draw these events and hand them over; returns whose drawing went well.

        The others are hung up on: one event that cannot be drawn must not stop everybody.
        They come again and resume.
        """
        told, failed = _drawn(page, streams)
        self._hand_over(told)
        if failed:
            with self.lock:
                self.streams -= failed
            self.hub.loop.call_soon_threadsafe(self.hub.hang_up, list(failed), b"")
        return [stream for stream in streams if stream not in failed] if failed else streams

    def _check(self, streams: list[Stream]) -> list[Stream]:
        ended: list[Stream] = []
        for kind, its in _by_kind(streams).items():
            for stream, sight in kind.check(its).items():
                if sight is None:
                    ended.append(stream)
                else:
                    stream.sight = sight
        self.checked_at = time.monotonic()
        if ended:
            with self.lock:
                self.streams -= set(ended)
            last = sse.message("over", event="over")
            self.hub.loop.call_soon_threadsafe(self.hub.hang_up, ended, last)
        return [stream for stream in streams if stream not in ended] if ended else streams

    def _hand_over(self, told: list[tuple[Stream, bytes]]) -> None:
        if told:
            self.hub.loop.call_soon_threadsafe(self.hub.publish, told)


def _by_kind(streams: list[Stream]) -> dict[Kind, list[Stream]]:
    kinds: dict[Kind, list[Stream]] = {}
    for stream in streams:
        kinds.setdefault(stream.kind, []).append(stream)
    return kinds


def _drawn(page: Page, streams: list[Stream]) -> tuple[list[tuple[Stream, bytes]], set[Stream]]:
    """What each gets of these events, drawn once for all who see the same; and whose failed."""
    told: list[tuple[Stream, bytes]] = []
    failed: set[Stream] = set()
    for kind, its in _by_kind(streams).items():
        try:
            told += _drawn_by(kind, page, its)
        except GONE:
            raise
        except Exception:
            log.exception("events could not be drawn", kind=type(kind).__name__)
            failed.update(its)
    return told, failed


def _drawn_by(kind: Kind, page: Page, streams: list[Stream]) -> list[tuple[Stream, bytes]]:
    prepared = kind.prepare(page)
    drawings: dict[Hashable, bytes] = {}
    told: list[tuple[Stream, bytes]] = []
    for stream in streams:
        if stream.sight not in drawings:
            drawings[stream.sight] = kind.draw(prepared, stream.sight)
        if drawings[stream.sight]:
            told.append((stream, drawings[stream.sight]))
    return told
