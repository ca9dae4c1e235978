"""Whom a mail is for, as its envelope or its header says."""

import re
import threading
import time
from collections.abc import Iterator

from promisedesk.conversations.arriving import Target, targets_of
from promisedesk.conversations.inboxes import meanings_of
from promisedesk.conversations.models import Inbox
from promisedesk.lib.mail.addresses import read_addresses
from promisedesk.lib.mail.domains import spellings

HEAD = 256 * 1024  # bytes in which a header must end
MOST_RECEIVED = 100  # RFC 5321 6.3: a mail that passed so many servers goes in circles
MOST_NAMED = 1000  # addresses of a To line looked at

# What mail servers write when they deliver to a pipe, the surest first.
DELIVERED = ("delivered-to", "x-original-to", "envelope-to")
_END = re.compile(rb"\r?\n\r?\n")


def head_of(raw: bytes) -> bytes:
    """The header of a mail, without the empty line that ends it."""
    head = raw[:HEAD].lstrip(b"\r\n")
    end = _END.search(head)
    return head[: end.start()] if end else head


def fields(head: bytes, name: str) -> list[str]:
    """Every value of a header field, raw and unfolded; bytes over 127 as surrogates."""
    pattern = rb"^%b[ \t]*:(.*(?:\n[ \t].*)*)" % re.escape(name.encode())
    found = re.findall(pattern, head, re.I | re.M)
    return [" ".join(one.decode("ascii", "surrogateescape").split()) for one in found]


def goes_in_circles(head: bytes) -> bool:
    """Whether the mail passed so many servers that it must be a loop."""
    return len(re.findall(rb"^received[ \t]*:", head, re.I | re.M)) >= MOST_RECEIVED


def return_path(head: bytes) -> str | None:
    """The envelope sender as the last server noted it; '' the null one, None if not noted."""
    noted = fields(head, "return-path")
    if not noted:
        return None
    found = read_addresses(noted[0], 1)
    return found[0].address if found else "" if "<>" in noted[0].replace(" ", "") else None


def _named(head: bytes, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for value in fields(head, name):
            for one in read_addresses(value, MOST_NAMED):
                yield one.address


def targets_in(head: bytes) -> list[Target]:
    """The inboxes a piped mail is for: as delivered, else those in To and Cc; [] for nobody."""
    return targets_of(_named(head, DELIVERED)) or targets_of(_ours(_named(head, ("to", "cc"))))


def recipients_in(head: bytes, inbox: Inbox) -> list[str]:
    """The addresses of this inbox that a mail names, as delivered, else in To and Cc.

    Asks the database nothing: whoever fetches the inbox's own mailbox knows whose mail it is.
    """
    own = {each for one in [inbox.address, *inbox.aliases] for each in spellings(one)}
    for names in (DELIVERED, ("to", "cc")):
        found = [one for one in _named(head, names) if own & set(meanings_of(one))]
        if found:
            return found
    return []


def first_named(head: bytes) -> str:
    """Some address the mail was meant for, so that people see whom an unrouted one missed."""
    return next(_named(head, (*DELIVERED, "to", "cc")), "")


def _ours(addresses: Iterator[str]) -> Iterator[str]:
    """Only what may be ours, so that ten thousand recipients are not ten thousand queries."""
    known = Addresses()
    known.read()
    return (one for one in addresses if known.find(one))


class Addresses:
    """The desk's own addresses, read from the database at most every few seconds.

    A RCPT costs no query, and an inbox made a moment ago is answered soon.
    """

    FRESH_FOR = 3.0  # seconds

    def __init__(self):
        self._by_address: dict[str, int] = {}
        self._read_at = float("-inf")
        self._lock = threading.Lock()

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() - self._read_at < self.FRESH_FOR

    def read(self) -> None:
        """Read them anew if they are old. Raises DatabaseError when the database is away."""
        with self._lock:
            if self.is_fresh:
                return
            known: dict[str, int] = {}
            for pk, address, aliases in Inbox.objects.values_list("pk", "address", "aliases"):
                for each in [*aliases, address]:
                    known.update(dict.fromkeys(spellings(each), pk))
            self._by_address, self._read_at = known, time.monotonic()

    def find(self, recipient: str) -> Target | None:
        """The inbox an address belongs to, as `inboxes.inbox_of` says; None for others.

        Only looks at what was read: call `read` before.
        """
        recipient = recipient.strip()
        known = (self._by_address.get(each) for each in meanings_of(recipient))
        pk = next(filter(None, known), None)
        return Target(pk, recipient) if pk else None
