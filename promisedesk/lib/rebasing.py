"""Facts of one thing put into another, and taken out again in any order.

Like a stack of sheets: each put its own on top of what was there. Taking one out of the middle
lays the later ones anew on what lies below. What somebody changed by hand since is left alone.
Facts are plain: a key and a value that JSON can hold; None is no fact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Facts = dict[str, object]
Combine = Callable[[str, object, object], object]  # key, what is here, what comes


@dataclass(slots=True)
class Sheet:
    """What one thing brought, and what stood there before and after it."""

    brought: Facts = field(default_factory=dict)
    before: Facts = field(default_factory=dict)
    after: Facts = field(default_factory=dict)
    covers: bool = False  # it stands instead of whatever is below

    def says(self, key: str, below: object, combine: Combine) -> object:
        return self.brought.get(key) if self.covers else combine(key, below, self.brought.get(key))


def laid(here: Facts, brought: Facts, combine: Combine, *, covers: bool = False) -> Sheet:
    """The sheet that lays `brought` onto what is `here`."""
    sheet = Sheet(brought, covers=covers)
    for key in brought:
        sheet.before[key] = here.get(key)
        sheet.after[key] = sheet.says(key, here.get(key), combine)
    return sheet


def taken_out(sheets: list[Sheet], number: int, here: Facts, combine: Combine) -> Facts:
    """What is to be written when one of the sheets (oldest first) is taken out: key and value.

    The later sheets are changed in place, as if it had never been there.
    """
    out, changes = sheets[number], {}
    for key in out.brought:
        below, on_top = out.before.get(key), out.after.get(key)
        for later in sheets[number + 1 :]:
            if key not in later.brought:
                continue
            if later.before.get(key) != on_top:
                break  # somebody changed it between the two
            on_top = later.after.get(key)
            later.before[key] = below
            below = later.after[key] = later.says(key, below, combine)
        else:
            if here.get(key) == on_top and below != on_top:
                changes[key] = below
    return changes
