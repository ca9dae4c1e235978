"""What the list shows when somebody searches."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from promisedesk.desk.inbox.pages import Place
from promisedesk.desk.inbox.selections import Selection
from promisedesk.desk.inbox.walks import Reader

FOUND = Selection(
    "search",
    _("Search"),
    "search",
    lambda reader: [],
    _("Nothing was found."),
    is_counted=False,
)


@dataclass(slots=True)
class Search:
    """One page of what was found."""

    query: str
    rows: list[dict] = field(default_factory=list)
    next: Place | None = None
    snippets: dict[int, SafeString] = field(default_factory=dict)
    selection: Selection = FOUND


def search(query: str, reader: Reader, after: str) -> Search:
    """Look for what was typed."""
    return Search(query.strip())
