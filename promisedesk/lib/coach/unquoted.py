"""The agent's own words in a reply: places stay, what is quoted is blank.

Everything that judges wording reads this; a customer's words below a > are not the agent's.
"""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTED_LINE = re.compile(r"^[ \t]{0,3}>[^\n]*", re.M)
_CITED = re.compile(r"«[^«»\n]{1,300}»|„[^„”\n]{1,300}”|“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@lru_cache(maxsize=32)
def own_words(reply: str) -> str:
    """The reply with each quoted line ("> …") as so many spaces."""
    return _QUOTED_LINE.sub(_blank, reply) if ">" in reply else reply


@lru_cache(maxsize=32)
def said(reply: str) -> str:
    """Without what stands in quotation marks too: titles, and what others said."""
    return _CITED.sub(_blank, own_words(reply))
