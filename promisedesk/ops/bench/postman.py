"""Sends mails by SMTP, several sessions at a time, with as little work of its own as can be."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterable
from itertools import islice

_AT_LINE_START = re.compile(rb"(?m)^\.")


def send(
    mails: Iterable[tuple[str, bytes]], port: int, to: str, *, connections: int, per_connection: int
) -> float:
    """Send (envelope sender, mail) pairs to one recipient; returns the seconds it took.

    Raises RuntimeError with what the server said when it did not take one.
    """
    began = time.monotonic()
    asyncio.run(_send_all(iter(list(mails)), port, to, connections, per_connection))
    return time.monotonic() - began


async def _send_all(mails, port, to, connections, per_connection) -> None:
    async def sessions():
        while batch := list(islice(mails, per_connection)):
            await _session(batch, port, to)

    await asyncio.gather(*(sessions() for _number in range(connections)))


async def _session(batch: list[tuple[str, bytes]], port: int, to: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)

    async def ask(line: bytes, expected: bytes) -> None:
        if line:
            writer.write(line)
        answer = await reader.readline()
        while answer[3:4] == b"-":
            answer = await reader.readline()
        if not answer.startswith(expected):
            raise RuntimeError(f"the receiver said {answer!r}")

    await ask(b"", b"220")
    await ask(b"EHLO bench.example\r\n", b"250")
    for sender, raw in batch:
        await ask(f"MAIL FROM:<{sender}>\r\n".encode(), b"250")
        await ask(f"RCPT TO:<{to}>\r\n".encode(), b"250")
        await ask(b"DATA\r\n", b"354")
        await ask(_AT_LINE_START.sub(b"..", raw) + b".\r\n", b"250")
    await ask(b"QUIT\r\n", b"221")
    writer.close()


class Sink:
    """A mail server that takes everything and keeps nothing."""

    def __init__(self):
        from aiosmtpd.controller import Controller

        from promisedesk.ops.bench.desk import free_port

        self.taken = 0
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self._controller.port}"

    async def handle_DATA(self, _server, _session, _envelope) -> str:
        self.taken += 1
        return "250 Ok"

    def __enter__(self) -> Sink:
        self._controller.start()
        return self

    def __exit__(self, *_error) -> None:
        self._controller.stop()
