"""The desk's own SMTP server: takes mail for our inboxes, and for nobody else.

Meant to stand behind an MTA or on a shop's own machine; it offers neither TLS nor relay.
A mail is answered 250 when it is stored, synced and committed (`committing`); whatever
cannot be kept is answered 4xx, and the sender, who still has it, tries again.
"""

import asyncio
import errno
import re
import resource
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence

import structlog
import uvloop
from aiosmtpd.smtp import SMTP, syntax
from django.db import DatabaseError, IntegrityError, close_old_connections, connections

from promisedesk.channels.email.committing import Committer, Offer
from promisedesk.channels.email.routing import Addresses, goes_in_circles, head_of
from promisedesk.channels.email.wire import Sheet, read_data
from promisedesk.conversations.arriving import once_an_inbox
from promisedesk.conversations.models import Arrival
from promisedesk.core.crash import Step

log = structlog.get_logger("promisedesk.smtp")
ANSWERED = Step("receive.answered", "the sender was told 250")

LARGEST = 75 * 1024 * 1024  # bytes of one mail
MOST_RECIPIENTS = 1000  # of one mail; RFC 5321 4.5.3.1.8 asks for 100
MOST_STRANGERS = 100  # unknown recipients in one session before we hang up
MOST_CONNECTIONS = 1000
BACKLOG = 512  # connections that wait to be taken
IDLE = 300  # seconds, RFC 5321 4.5.3.2.7
SLOWEST = 1000  # bytes a second, after ten minutes of one mail
PATIENCE = 600
GOODBYE = 6  # seconds that mails under way get when the desk stops

_BRACKETED = re.compile(r'<(?:@[^:>]*:)?((?:"(?:[^"\\]|\\.)*"|[^\s"<>])*)>[ \t]*(.*)')
_BARE = re.compile(r'((?:"(?:[^"\\]|\\.)*"|[^\s"<>])+)[ \t]*(.*)')

TOO_BIG = "552 5.3.4 This mail is larger than 75 MB. Please send it in parts, or a link."
NO_SPACE = "452 4.3.1 The desk's disk is full. Please try again later."
TRY_LATER = "451 4.3.0 The desk cannot store mail at the moment. Please try again later."
TOO_MANY = f"421 4.7.0 No more than {MOST_CONNECTIONS} connections at a time."


class Door:
    """What all connections share: the committer, our addresses, and how many there are."""

    def __init__(self, committer: Committer, most_connections: int = MOST_CONNECTIONS):
        self.committer, self.most = committer, most_connections
        self.addresses = Addresses()
        self.sessions: set[Session] = set()

    def _read_addresses(self) -> None:
        close_old_connections()  # one that broke must not be asked for ever
        self.addresses.read()

    async def handle_RCPT(self, session, _aiosmtpd, envelope, address: str, _options) -> str:
        """The answer to RCPT; a known address joins the envelope as a Target."""
        try:
            if not self.addresses.is_fresh:  # a query must not hold up the other connections
                await asyncio.to_thread(self._read_addresses)
        except DatabaseError:
            return TRY_LATER
        target = self.addresses.find(address)
        if target is None:
            session.strangers += 1
            return "550 5.1.1 Nobody has this address here."
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients for one mail."
        envelope.rcpt_tos.append(target)
        return "250 2.1.5 Ok"


class Session(SMTP):
    """One connection. The protocol is aiosmtpd's; DATA and addresses are read by us."""

    answers_each_recipient = False  # after a mail; LMTP does
    line_length_limit = 64 * 1024  # of a command, and the block in which a mail is read
    command_size_limit = 2048
    command_size_limits = defaultdict(lambda: 2048)

    def __init__(self, door: Door, loop: asyncio.AbstractEventLoop, hostname: str):
        super().__init__(
            door, data_size_limit=LARGEST, enable_SMTPUTF8=True, hostname=hostname,
            ident="Promisedesk", timeout=IDLE, loop=loop,
        )  # fmt: skip
        self.door, self.strangers, self.is_busy = door, 0, False

    def __dir__(self):
        # aiosmtpd looks through every attribute of every new session for its commands:
        # half of what a short session costs.
        return COMMANDS

    def connection_made(self, transport):
        super().connection_made(transport)
        self.door.sessions.add(self)
        if len(self.door.sessions) > self.door.most:
            self._handler_coroutine.cancel()
            transport.write(TOO_MANY.encode() + b"\r\n")
            transport.close()

    def connection_lost(self, error):
        self.door.sessions.discard(self)
        super().connection_lost(error)

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        """(address, parameters) of MAIL and RCPT; "<>" is the null sender.

        Nobody is refused for an unusual address; aiosmtpd's own reader raises on some.
        """
        found = (_BRACKETED if arg.startswith("<") else _BARE).match(arg)
        if not found or len(found[1]) > 1000:
            return None, None
        return found[1] or "<>", found[2]

    async def handle_exception(self, error: Exception) -> str:
        log.exception("an SMTP session failed", exc_info=error)
        return TRY_LATER

    @syntax("VRFY <address>")
    async def smtp_VRFY(self, arg):
        await self.push("502 5.5.1 Who has an address here is not told.")

    async def smtp_HELP(self, arg):
        await self.push("214 Promisedesk takes mail for its own inboxes.")

    async def smtp_AUTH(self, arg):
        await self.push("502 5.5.1 There is nothing to sign in to.")

    @syntax("RCPT TO: <address>", extended=" [SP <mail-parameters>]")
    async def smtp_RCPT(self, arg):
        await super().smtp_RCPT(arg)
        if self.strangers >= MOST_STRANGERS:
            await self.push("421 4.7.0 Too many unknown recipients.")
            self.transport.close()

    @syntax("DATA")
    async def smtp_DATA(self, arg):
        if await self.check_helo_needed():
            return
        if not self.envelope.rcpt_tos:
            await self.push("503 5.5.1 Error: need RCPT command")
            return
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        answers = len(self.envelope.rcpt_tos) if self.answers_each_recipient else 1
        sheet = Sheet(LARGEST)
        self.is_busy = True
        try:
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await read_data(self._reader, sheet, self._watch(sheet))
            answer = await self._answer(sheet)
        finally:
            sheet.close()
            self._set_post_data_state()
            self.is_busy = False
        await self.push("\r\n".join([answer] * answers))
        if answer.startswith("250"):
            ANSWERED.reached()

    def _watch(self, sheet: Sheet):
        """Called while a mail comes in: who drips for ever is cut off."""
        began = time.monotonic()

        def is_alive():
            took = time.monotonic() - began
            if took > PATIENCE and sheet.size < took * SLOWEST:
                self.transport.abort()
            self._reset_timeout()

        return is_alive

    async def _answer(self, sheet: Sheet) -> str:
        if sheet.size > LARGEST:
            return TOO_BIG
        if sheet.error:
            return answer_for(sheet.error)
        if goes_in_circles(head_of(sheet.head)):
            return "554 5.4.6 This mail passed a hundred servers: a loop."
        self._reset_timeout(IDLE * 2)  # the client waits for us now (RFC 5321 4.5.3.2.6)
        offer = Offer(
            content=sheet.hand_over(),
            size=sheet.size,
            source=Arrival.Source.SMTP,
            envelope_from="" if self.envelope.mail_from == "<>" else self.envelope.mail_from,
            targets=once_an_inbox(self.envelope.rcpt_tos),
            loop=self.loop,
            answer=self.loop.create_future(),
        )
        self.door.committer.offer(offer)
        error = await offer.answer
        self._reset_timeout()
        return answer_for(error) if error else "250 2.0.0 Stored."


def commands_of(kind: type[Session]) -> list[str]:
    """The names of the methods that answer a client's commands."""
    known = {name for one in kind.__mro__ if issubclass(one, SMTP) for name in vars(one)}
    return sorted(name for name in known if name.startswith(("smtp_", "auth_")))


COMMANDS = commands_of(Session)


def answer_for(error: Exception) -> str:
    """What a sender is told when its mail could not be kept: always to try again."""
    if isinstance(error, IntegrityError):  # the inbox went away since RCPT
        return "451 4.2.1 This inbox is being changed. Please try again later."
    is_full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    return NO_SPACE if is_full or "disk is full" in str(error) else TRY_LATER


Listener = Callable[[Door, str], Awaitable[asyncio.AbstractServer]]


def run(
    host: str,
    port: int,
    stop: threading.Event,
    is_ready: Callable[[int], None] = lambda port: None,
    most_connections: int = MOST_CONNECTIONS,
    also: Sequence[Listener] = (),
) -> None:
    """Receive mail on host:port until `stop` is set; mails under way are finished.

    `is_ready` is told the port (of use when `port` is 0); `also` opens further doors to the
    same committer. Raises OSError when a port is taken or not allowed.
    """
    _allow_many_files()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(host, port, stop, is_ready, most_connections, also))


async def _serve(host, port, stop, is_ready, most_connections, also) -> None:
    loop = asyncio.get_running_loop()
    committer = Committer()
    door = Door(committer, most_connections)
    hostname = socket.gethostname()
    servers = [
        await loop.create_server(lambda: Session(door, loop, hostname), host, port, backlog=BACKLOG)
    ]
    servers += [await listen(door, hostname) for listen in also]
    committer.start()
    is_ready(servers[0].sockets[0].getsockname()[1])
    try:
        while not stop.is_set():
            await asyncio.sleep(0.2)
    finally:
        for server in servers:
            server.close()
        await _say_goodbye(door)
        committer.stop()
        await asyncio.to_thread(committer.join, GOODBYE)
        await asyncio.to_thread(connections.close_all)


async def _say_goodbye(door: Door) -> None:
    """Hang up on those who wait, and on those who send as soon as they are answered."""
    deadline = time.monotonic() + GOODBYE
    while door.sessions and time.monotonic() < deadline:
        for session in [one for one in door.sessions if not one.is_busy]:
            if session.transport is not None:
                session.transport.write(b"421 4.3.2 The desk is stopping.\r\n")
                session.transport.close()
        await asyncio.sleep(0.05)
    for session in list(door.sessions):
        if session.transport is not None:
            session.transport.abort()


def _allow_many_files() -> None:
    """Each connection is a file; many systems allow 1,024 unless asked for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
