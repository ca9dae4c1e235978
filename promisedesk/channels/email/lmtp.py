"""LMTP (RFC 2033): how a mail server on the same machine hands mail over, an answer a recipient.

All is as by SMTP (`receiver`), and the same committer keeps the mail, whole or not at all: so
the answers to one mail are alike. Recipients nobody knows were refused before.
"""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import stat
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from aiosmtpd.smtp import syntax

from promisedesk.channels.email.receiver import BACKLOG, Door, Session, commands_of
from promisedesk.lib.listen_at import Place

EXTENSIONS = ("250-PIPELINING", "250-ENHANCEDSTATUSCODES")  # what RFC 2033 5 asks for


class LmtpSession(Session):
    """One connection of a mail server."""

    answers_each_recipient = True

    def __dir__(self):
        return COMMANDS

    async def check_helo_needed(self, helo: str = "LHLO") -> bool:
        return await super().check_helo_needed("LHLO")

    @syntax("LHLO hostname")
    async def smtp_LHLO(self, arg):
        await super().smtp_EHLO(arg)

    async def push(self, status):
        # The greeting's lines come one by one; its first one is ours to add to.
        if status == f"250-{self.hostname}":
            status = "\r\n".join([status, *EXTENSIONS])
        await super().push(status)


COMMANDS = [one for one in commands_of(LmtpSession) if one not in ("smtp_HELO", "smtp_EHLO")]


def listener(place: Place) -> Callable[[Door, str], Awaitable[asyncio.AbstractServer]]:
    """What opens this place when the receiver starts. Raises OSError when it is taken."""

    async def listen(door: Door, hostname: str) -> asyncio.AbstractServer:
        loop = asyncio.get_running_loop()

        def session() -> LmtpSession:
            return LmtpSession(door, loop, hostname)

        if not place.path:
            return await loop.create_server(session, place.host, place.port, backlog=BACKLOG)
        _make_way(place.path)
        server = await loop.create_unix_server(session, place.path, backlog=BACKLOG)
        # As open as a port is to this machine; who may reach it, the folder's rights say.
        os.chmod(place.path, 0o666)  # noqa: S103
        return server

    return listen


def _make_way(path: str) -> None:
    """Take away the socket of a receiver that was killed; one that answers stays."""
    try:
        if not stat.S_ISSOCK(os.stat(path).st_mode):
            raise FileExistsError(errno.EADDRINUSE, "there is a file that is no socket", path)
    except FileNotFoundError:
        return
    with socket.socket(socket.AF_UNIX) as probe, suppress(ConnectionRefusedError):
        probe.connect(path)
        raise OSError(errno.EADDRINUSE, "another receiver listens there", path)
    Path(path).unlink(missing_ok=True)
