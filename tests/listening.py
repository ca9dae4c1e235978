"""A listener on a live stream, as a browser or a program would be."""

from __future__ import annotations

import http.client
import json
import threading
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.servers import wait_until


@dataclass
class Heard:
    id: str = ""
    event: str = "message"
    data: str = ""

    @property
    def json(self):
        return json.loads(self.data)


@dataclass
class Listener:
    """Reads a stream in a thread until it ends or is closed. `place` is where to resume."""

    url: str
    path: str
    headers: dict[str, str]
    place: str = ""
    heard: list[Heard] = field(default_factory=list)
    status: int = 0
    has_ended: bool = False

    def open(self) -> Listener:
        """Begin, and wait until the head of the answer is there."""
        self.has_ended = False
        headers = self.headers | ({"Last-Event-ID": self.place} if self.place else {})
        where = urlsplit(self.url)
        self.connection = http.client.HTTPConnection(where.hostname, where.port, timeout=60)
        self.connection.request("GET", self.path, headers=headers)
        self.socket = self.connection.sock
        self.answer = self.connection.getresponse()
        self.status = self.answer.status
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def _read(self) -> None:
        one, text = Heard(), []
        try:
            while line := self.answer.readline():
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name == "id":
                    one.id = value
                elif name == "event":
                    one.event = value
                elif name == "data":
                    text.append(value)
                elif not name:
                    self.place = one.id or self.place
                    if text:
                        one.data = "\n".join(text)
                        self.heard.append(one)
                    one, text = Heard(), []
        except (OSError, ValueError, http.client.HTTPException, AttributeError):
            pass
        self.has_ended = True

    def close(self) -> None:
        self.socket.shutdown(2)
        self.connection.close()
        wait_until(lambda: self.has_ended, what="the end of the stream")

    def of(self, *events: str) -> list[Heard]:
        return [one for one in self.heard if one.event in events]

    def wait_for(self, is_so, what: str = "the news", patience: float = 30):
        """Wait until `is_so(self)`; returns what it says."""
        return wait_until(lambda: is_so(self), patience, what)
