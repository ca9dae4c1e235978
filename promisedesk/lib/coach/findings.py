"""What a check says of a reply: where, what, and how one click mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]  # Unicode code points in the reply, the end exclusive


class Level(StrEnum):
    """How much a finding weighs; `STOP` asks once before the letter leaves."""

    PASS = "pass"  # noqa: S105  not a password
    HINT = "hint"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` where start to end stands now, in the reply or in the subject."""

    start: int
    end: int
    text: str
    of_subject: bool = False


@dataclass(frozen=True, slots=True)
class Mend:
    """One click that mends: `code` says what the button is called ("add", "replace", …).

    `edits` do not overlap; they count in the text as it was read.
    """

    code: str
    edits: tuple[Edit, ...]
    says: str = ""  # what is put in, where the button should name it: "received"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `code` is "<check id>.<which>" and names the sentence that says it.

    `values` fill that sentence; `spans` are the words that are meant, to be marked. A doubtful
    one may well be no fault: it is never more than a hint, whatever level its check has.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    mends: tuple[Mend, ...] = ()
    is_doubtful: bool = False

    @property
    def check(self) -> str:
        return self.code.partition(".")[0]
