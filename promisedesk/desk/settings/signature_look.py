"""A signature as customers will see it, line by line, with what is wrong in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from promisedesk.agents.models import Agent
from promisedesk.coach import signature_rules
from promisedesk.coach.signature_rules import Judged
from promisedesk.conversations.models import Inbox, of_inboxes_seen_by
from promisedesk.core.shop import the_shop
from promisedesk.lib.coach import signing
from promisedesk.replies import signature_twin, signatures
from promisedesk.replies.keeping_signatures import LONGEST

SEPARATOR = re.compile(r",\s+|\s+[|·•/—–-]\s+|;\s+|\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """`number` from 1. `over` is what stands beyond the 70th column; a free line has no text."""

    number: int
    text: str = ""
    over: str = ""
    is_one_too_many: bool = False
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """`left_out` are lines of the text that nothing is known for, `breaks` the number of the
    first line that can be broken in two (0: none)."""

    lines: list[Line]
    judged: Judged
    filled: str
    html: str
    left_out: list[str] = field(default_factory=list)
    breaks: int = 0

    @property
    def count(self) -> int:
        return sum(not one.is_free for one in self.lines)

    @property
    def widest(self) -> int:
        return max((signing.columns_of(one) for one in self.filled.splitlines()), default=0)

    @property
    def rule(self) -> str:
        return signatures.framed(self.filled).splitlines()[0]


def seen(text: str, *, owner: Agent | None, viewer: Agent, inbox: Inbox | None) -> Seen:
    """How it looks below an answer of `owner`, or of whoever looks at it.

    `inbox` None: any; its address is then that of the first inbox.
    """
    text = text.replace("\r\n", "\n")[:LONGEST]
    inbox = inbox or _some_inbox(viewer)
    lines = signing.body_of(text)
    shown = [signatures.filled(line, inbox, owner or viewer) for line in lines]
    kept = [(raw, one) for raw, one in zip(lines, shown, strict=True) if one or not raw.strip()]
    filled = "\n".join(one for _raw, one in kept)
    judged = signature_rules.judge(
        filled, agent=owner or _named_in(text, viewer), company=the_shop().shop_name
    )
    return Seen(
        _numbered(filled),
        judged,
        filled,
        signature_twin.as_html(filled),
        [raw for raw, one in zip(lines, shown, strict=True) if raw.strip() and not one],
        next((at for at, (_raw, one) in enumerate(kept, 1) if _is_too_wide(one)), 0),
    )


def _some_inbox(viewer: Agent) -> Inbox | None:
    return Inbox.objects.filter(of_inboxes_seen_by(viewer, "")).order_by("pk").first()


def _named_in(text: str, viewer: Agent) -> Agent | None:
    """In a signature for several people the name is a place, or one that nobody here has."""
    return viewer if "{agent.name}" in text else None


def _numbered(filled: str) -> list[Line]:
    lines = [
        Line(number, *_cut(text), is_one_too_many=number > signing.LINES)
        for number, text in enumerate(filled.splitlines(), 1)
    ]
    free = range(len(lines) + 1, signing.LINES + 1)
    return lines + [Line(number, is_free=True) for number in free]


def _is_too_wide(line: str) -> bool:
    return signing.columns_of(line) > signing.COLUMNS


def _cut(line: str) -> tuple[str, str]:
    """(what fits, the rest), by columns."""
    widths = accumulate(signing.columns_of(char) for char in line)
    fits = sum(width <= signing.COLUMNS for width in widths)
    return line[:fits], line[fits:]


def broken(text: str, *, owner: Agent | None, viewer: Agent, inbox: Inbox | None) -> str:
    """The text with each line that is too wide broken in two, where it reads best."""
    inbox, made = inbox or _some_inbox(viewer), []
    for line in text.replace("\r\n", "\n").splitlines():
        made += _in_two(line, lambda part: signatures.filled(part, inbox, owner or viewer))
    return "\n".join(made)


def _in_two(line: str, fill) -> list[str]:
    if not _is_too_wide(fill(line)):
        return [line]
    places = [found.span() for found in SEPARATOR.finditer(line)]
    fitting = [(a, b) for a, b in places if not _is_too_wide(fill(line[:a]))]
    signs = [(a, b) for a, b in fitting if line[a:b].strip()]
    for start, end in [*reversed(signs), *reversed(fitting)]:
        if not _is_too_wide(fill(line[end:])):
            return [line[:start], line[end:]]
    return [line]
