"""The web process: Django in its threads, and beside it the open streams as raw ASGI."""

from __future__ import annotations

from types import FrameType
from typing import Any

import uvicorn

from promisedesk.api import streaming
from promisedesk.config.hosts import is_known
from promisedesk.core import sse
from promisedesk.core.streams import Hub
from promisedesk.desk.live import door

STREAMS = {"/live/": door.stream, "/api/v1/events/stream": streaming.stream}


class Web:
    """An ASGI application: streams here, all the rest in Django."""

    def __init__(self, pages: Any):
        self.pages = pages
        self.hub: Hub | None = None

    async def __call__(self, scope: dict[str, Any], receive: sse.Receive, send: sse.Send) -> None:
        stream = STREAMS.get(scope["path"]) if scope["type"] == "http" else None
        if stream is None:
            return await self.pages(scope, receive, send)
        if not _is_for_us(scope):
            return await sse.refuse(send, 400, "Unknown host. Set PROMISEDESK_URL to this address.")
        if scope["method"] != "GET":
            return await sse.refuse(send, 405, "Use GET here.", headers={"allow": "GET"})
        if self.hub is None:  # here, since a loop runs now
            self.hub = Hub()
        if self.hub.is_closing:
            return await sse.refuse(
                send, 503, "The desk is stopping. Come again.", headers={"retry-after": "2"}
            )
        await stream(scope, receive, send, self.hub)

    def close(self) -> None:
        """Hang up on everybody, so that the server need not wait for them."""
        if self.hub is not None:
            self.hub.close()


def _is_for_us(scope: dict[str, Any]) -> bool:
    host = next((value for name, value in scope["headers"] if name == b"host"), b"")
    client = (scope.get("client") or ("",))[0]
    return is_known(host.decode("latin-1"), client)


class Server(uvicorn.Server):
    """uvicorn waits for open answers before it stops; streams never end by themselves."""

    def __init__(self, config: uvicorn.Config, web: Web):
        super().__init__(config)
        self.web = web

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.web.close()
        super().handle_exit(sig, frame)
