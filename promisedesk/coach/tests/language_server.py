"""A stand-in for a language model server: speaks its protocol, or does whatever goes wrong."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from promisedesk.coach import helping


@dataclass
class LanguageServer:
    """`says` is answered: a text, or a function of the messages it was asked with."""

    says: object = "Gladly."
    models: list[str] = field(default_factory=lambda: ["small-1", "large-1"])
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None  # instead of what the protocol says
    finish: str = "stop"
    hangs: threading.Event | None = None  # it answers once this is set
    heard: list[tuple[str, dict[str, str], dict]] = field(default_factory=list)
    port: int = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def asked(self) -> list[dict]:
        """The bodies of what was posted."""
        return [body for path, _headers, body in self.heard if path == "/v1/chat/completions"]

    @property
    def told(self) -> str:
        """All words of the last question."""
        return "\n".join(one["content"] for one in self.asked[-1]["messages"])

    def answer(self, path: str, body: dict) -> tuple[int, bytes]:
        if self.body is not None or self.status != 200:
            return self.status, self.body or b'{"error": {"message": "no"}}'
        if path == "/v1/models":
            names = [{"id": name, "object": "model"} for name in self.models]
            return 200, json.dumps({"object": "list", "data": names}).encode()
        if path != "/v1/chat/completions":
            return 404, b"{}"
        says = self.says(body["messages"]) if callable(self.says) else self.says
        message = {"role": "assistant", "content": says}
        choice = {"index": 0, "message": message, "finish_reason": self.finish}
        return 200, json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


@contextlib.contextmanager
def listening() -> Iterator[LanguageServer]:
    """One on a port of this machine."""
    stand_in = LanguageServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self._answer({})

        def do_POST(self):
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body):
            headers = {name.lower(): value for name, value in self.headers.items()}
            stand_in.heard.append((self.path, headers, body))
            if stand_in.hangs:
                stand_in.hangs.wait(30)
            status, content = stand_in.answer(self.path, body)
            with contextlib.suppress(OSError):
                self.send_response(status)
                for name, value in stand_in.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stand_in.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def stand_in(settings) -> Iterator[LanguageServer]:
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.0/8"]
    with listening() as server:
        yield server


def ask_it(server: LanguageServer, *, by, **more) -> LanguageServer:
    """Switch all help with writing on, from this server; `by` an admin."""
    helping.change(
        by=by,
        is_on=True,
        base_url=server.base_url,
        model="small-1",
        helps=list(helping.HELPS),
        **more,
    )
    return server
