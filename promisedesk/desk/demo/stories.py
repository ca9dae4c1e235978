"""What a demo conversation is made of: who asked, how the promise stands, and what followed.

Spans count opening hours where the inbox's promises do, so that no answer is written at night.
"""

from dataclasses import dataclass

ANNA, OLEG, MAYA = "anna", "oleg", "maya"


@dataclass(frozen=True)
class Reply:
    """An answer after this share of the promised time: 0.5 is halfway, above 1 is late."""

    by: str
    share: float
    text: str


@dataclass(frozen=True)
class Note:
    """A note among ourselves, some minutes after what came before."""

    by: str
    minutes: int
    text: str


@dataclass(frozen=True)
class Again:
    """The customer writes again, hours after what came before."""

    hours: float
    text: str


@dataclass(frozen=True)
class Resolve:
    by: str


@dataclass(frozen=True)
class Story:
    """One conversation. Either `due_in` (minutes from now to the deadline; below 0 is late) or
    `ago` (hours since it arrived) says when."""

    name: str
    address: str
    subject: str
    text: str
    due_in: int | None = None
    ago: float | None = None
    turns: tuple = ()
    assignee: str = ""
    files: tuple[str, ...] = ()
    phone: str = ""
