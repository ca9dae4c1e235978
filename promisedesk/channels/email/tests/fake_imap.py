"""An IMAP server in a thread that misbehaves as it is told: hangs, drips, lies, hangs up.

It knows just the commands we use. `trouble` names what is wrong now; `at` counts bytes where
that matters. Everything else is as a decent server does it.
"""

from __future__ import annotations

import contextlib
import re
import socketserver
import struct
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

TROUBLES = (
    "no greeting",  # accepts, and says nothing
    "garbage greeting",
    "hang at login",
    "drip at login",  # one byte a second, for ever
    "garbage",  # instead of the answer to SEARCH
    "flood",  # untagged lines without end instead of the answer to SEARCH
    "drop",  # hang up after `at` bytes of a body
    "reset",  # the same with RST
    "bye",  # BYE instead of a body
    "half-open",  # stop after `at` bytes of a body, and keep the connection
    "drip",  # the body at a byte a second from `at` on
    "too long",  # the literal is announced longer than it is
    "too short",
)
# Of a mail asked for in pieces: the answer has nothing of it, or not under the name asked for.
PIECE_TROUBLES = ("nil", "no piece")


@dataclass
class FakeImap:
    """Any user and password will do. Mails are (uid, bytes); use it with `with`."""

    capabilities: str = "IMAP4rev1 UIDPLUS MOVE IDLE"
    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 1000
    trouble: str = ""
    at: int = 0
    poison: int = 0  # the trouble is with the body of this mail only; 0: with any
    heard: list[str] = field(default_factory=list)
    connections: int = 0
    is_idling: threading.Event = field(default_factory=threading.Event)
    came: threading.Event = field(default_factory=threading.Event)
    before_fetch: object = None  # called before each body is sent

    def __enter__(self) -> FakeImap:
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.imap = self
        self.port = self._server.server_address[1]
        self.is_over = threading.Event()
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error) -> None:
        self.is_over.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"imap://user:password@127.0.0.1:{self.port}/INBOX"

    def put(self, *raws: bytes) -> None:
        for raw in raws:
            self.mails[max(self.mails, default=0) + 1] = raw
        self.came.set()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    imap: FakeImap

    def handle_error(self, request, client_address):
        """Clients hang up on it: that is what it is for."""


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.imap: FakeImap = self.server.imap
        self.imap.connections += 1
        if self.imap.trouble == "no greeting":
            self._wait()
        if self.imap.trouble == "garbage greeting":
            self.wfile.write(b"\x00\xff\x17 SSH-2.0-not-imap\r\n" * 3)
            return
        self._say("* OK ready")
        while line := self.rfile.readline(65536):
            self.imap.heard.append(line.decode("utf-8", "replace").strip())
            tag, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            self.tag = tag
            words = rest.split()
            if words[0].upper() == "UID":
                words = words[1:]
            name, rest = words[0].lower(), " ".join(words[1:])
            if name == "logout":
                self._say("* BYE bye", f"{tag} OK done")
                return
            if not getattr(self, "do_" + name, self.do_noop)(rest):
                return

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(line + "\r\n" for line in lines).encode())

    def _wait(self) -> None:
        self.imap.is_over.wait(60)

    def _drip(self, data: bytes) -> None:
        for byte in data:
            if self.imap.is_over.wait(1.0):
                return
            self.wfile.write(bytes([byte]))

    def do_noop(self, _rest) -> bool:
        self._say(f"{self.tag} OK done")
        return True

    def do_capability(self, _rest) -> bool:
        self._say(f"* CAPABILITY {self.imap.capabilities}", f"{self.tag} OK done")
        return True

    def do_login(self, _rest) -> bool:
        if self.imap.trouble == "hang at login":
            self._wait()
            return False
        if self.imap.trouble == "drip at login":
            self._drip(b"* OK " + b"wait " * 100_000)
            return False
        return self.do_noop("")

    def do_examine(self, _rest) -> bool:
        self._say(
            f"* {len(self.imap.mails)} EXISTS",
            "* 0 RECENT",
            f"* OK [UIDVALIDITY {self.imap.validity}] x",
            f"* OK [UIDNEXT {max(self.imap.mails, default=0) + 1}] x",
            f"{self.tag} OK [READ-ONLY] done",
        )
        return True

    do_select = do_examine

    def do_search(self, rest) -> bool:
        if self.imap.trouble == "garbage":
            self.wfile.write(b"\xff\xfe<html>502 Bad Gateway</html>\r\n\x00\r\n")
            return True
        if self.imap.trouble == "flood":
            while not self.imap.is_over.is_set():
                self.wfile.write(b"* OK still thinking of you\r\n" * 1000)
        first = re.match(r"UID (\d+):\*", rest)
        uids = [uid for uid in self.imap.mails if not first or uid >= int(first[1])]
        if first and not uids and self.imap.mails:
            uids = [max(self.imap.mails)]  # RFC 3501: * is always the last
        self._say("* SEARCH " + " ".join(map(str, uids)), f"{self.tag} OK done")
        return True

    def do_fetch(self, rest) -> bool:
        numbers, _, what = rest.partition(" ")
        wanted = [int(one) for one in re.findall(r"\d+", numbers)]
        if ":" in numbers:
            wanted = list(range(wanted[0], wanted[-1] + 1))
        for number, uid in enumerate(sorted(self.imap.mails), 1):
            is_there = uid in wanted and uid in self.imap.mails
            if is_there and not self._one(number, uid, what):
                return False
        self._say(f"{self.tag} OK done")
        return True

    def _one(self, number: int, uid: int, what: str) -> bool:
        raw = self.imap.mails[uid]
        if "SIZE" in what:
            at = datetime.now(UTC).strftime("%d-%b-%Y %H:%M:%S +0000")
            self._say(f'* {number} FETCH (UID {uid} RFC822.SIZE {len(raw)} INTERNALDATE "{at}")')
            return True
        if self.imap.before_fetch:
            self.imap.before_fetch(uid)
            if uid not in self.imap.mails:
                return True
        piece, label = re.search(r"<(\d+)\.(\d+)>", what), "BODY[]"
        start = 0
        if piece:
            start, length = int(piece[1]), int(piece[2])
            raw, label = raw[start : start + length], f"BODY[]<{start}>"
        return self._body(number, uid, raw, label, start)

    def _body(self, number: int, uid: int, raw: bytes, label: str, start: int) -> bool:
        trouble = self.imap.trouble if self.imap.poison in (0, uid) else ""
        if trouble == "nil":
            self._say(f"* {number} FETCH (UID {uid} {label} NIL)")
            return True
        if trouble == "no piece":
            label = "BODY[]"
        at = self.imap.at - start
        is_here = 0 <= at < len(raw)
        size = len(raw) + {"too long": 100, "too short": -10}.get(trouble, 0)
        head = f"* {number} FETCH (UID {uid} {label} {{{size}}}\r\n".encode()
        if trouble == "bye":
            self._say("* BYE going down")
            return False
        if trouble in ("drop", "reset", "half-open", "drip") and is_here:
            self.wfile.write(head + raw[:at])
            if trouble == "reset":  # closing with unsent RST: linger for no time
                self.request.setsockopt(1, 13, struct.pack("ii", 1, 0))
            elif trouble == "half-open":
                self._wait()
            elif trouble == "drip":
                self._drip(raw[at:])
            return False
        self.wfile.write(head + raw)
        self._say(")")
        return True

    def do_idle(self, _rest) -> bool:
        if "IDLE" not in self.imap.capabilities:
            self._say(f"{self.tag} BAD no")
            return True
        self.imap.came.clear()
        self._say("+ idling")
        self.imap.is_idling.set()
        self.request.settimeout(0.05)
        try:
            while True:
                if self.imap.came.is_set():
                    self.imap.came.clear()
                    self._say(f"* {len(self.imap.mails)} EXISTS")
                if self.imap.trouble == "hang up on listeners":
                    return False
                with contextlib.suppress(TimeoutError):
                    data = self.request.recv(100)
                    if not data:
                        return False
                    if data.strip() == b"DONE":
                        self.imap.heard.append("DONE")
                        break
                time.sleep(0.01)
        finally:
            self.imap.is_idling.clear()
        self.request.settimeout(None)
        return self.do_noop("")
