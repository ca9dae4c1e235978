"""The coach: reads a reply before it leaves, as a good senior colleague would. Offline.

`read(Draft(...))` looks at a reply with every check and answers a `Reading`. Words for people
are not made here: a `Finding` has a code and values, and whoever shows it says it in the
language of whoever reads (`promisedesk.coach.words`).
"""

from .checks import CHECKS, Check, level_of
from .draft import Draft
from .findings import Edit, Finding, Level, Mend, Span
from .reading import Reading, read

__all__ = [
    "CHECKS",
    "Check",
    "Draft",
    "Edit",
    "Finding",
    "Level",
    "Mend",
    "Reading",
    "Span",
    "level_of",
    "read",
]
