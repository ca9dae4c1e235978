"""What the list shows when somebody searches: conversations, with the words they were found by."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.db.models.functions import Left
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from promisedesk.contacts.indexing import KIND as CUSTOMER
from promisedesk.contacts.models import Contact
from promisedesk.conversations import searching
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.searching import Asked
from promisedesk.desk.inbox.pages import PAGE, Place, page
from promisedesk.desk.inbox.rows import COLUMNS
from promisedesk.desk.inbox.selections import Selection
from promisedesk.desk.inbox.walks import LAST, Reader, sorted_by
from promisedesk.search.finding import find
from promisedesk.search.marking import LONGEST_LOOK, Marker

MOST_CUSTOMERS = 3
FOUND = Selection(
    "search",
    _("Search"),
    "search",
    lambda reader: [],
    _("Nothing was found."),
    is_counted=False,
    advice=_("Try fewer words, a name, an address or a reference."),
)
NOT_ASKED = Selection(
    "search",
    _("Search"),
    "search",
    lambda reader: [],
    _("Type words, a name, an address, a reference or an order number."),
    is_counted=False,
)


@dataclass(slots=True)
class Search:
    """One page of what was found."""

    query: str
    selection: Selection = FOUND
    rows: list[dict] = field(default_factory=list)
    next: Place | int | None = None
    snippets: dict[int, SafeString] = field(default_factory=dict)
    subjects: dict[int, SafeString] = field(default_factory=dict)
    customers: list[Contact] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    words: str = ""


def search(query: str, reader: Reader, after: str) -> Search:
    """Look for what was typed, among what the reader may see; go on `after` a page before."""
    query = " ".join(query.replace("\x00", "").split())[: searching.LONGEST_QUERY]
    asked = searching.read(query, agent=reader.agent, at=reader.now)
    if asked.is_empty:
        return Search(query, NOT_ASKED, notes=asked.notes)
    found = Search(query, notes=asked.notes, words=asked.words)
    if asked.words:
        _by_words(found, asked, reader, after)
    else:
        states = sorted(asked.states) or Conversation.State.values
        parts = sorted_by(reader, LAST, states, asked.cut, awake=False)
        found.rows, found.next = page(parts, Place.parse(after))
    return found


def _by_words(found: Search, asked: Asked, reader: Reader, after: str) -> None:
    start = int(after) if after.isdecimal() and len(after) <= 18 else None
    seen = Conversation.objects.visible_to(reader.agent)
    hits, found.next = searching.conversations(asked, seen, after=start, limit=PAGE)
    rows = _rows(hits, reader)
    found.rows = list({row["id"]: row for group in hits if (row := rows.get(group))}.values())
    marker = Marker(asked.words)
    _mark(found, marker, {rows[group]["id"]: hits[group].key for group in hits if group in rows})
    if start is None and not asked.has_operators:
        found.customers = _customers(asked.words, reader)


def _rows(hits: dict, reader: Reader) -> dict[int, dict]:
    """The row to show by the conversation that was found: a side conversation is its parent's."""
    own = {row["id"]: row for row in reader.seen.filter(pk__in=hits).values(*COLUMNS)}
    missing = [group for group in hits if group not in own]
    if not missing:
        return own
    sides = Conversation.objects.filter(pk__in=missing, parent__isnull=False)
    parents = dict(sides.values_list("pk", "parent"))
    theirs = reader.seen.filter(pk__in=parents.values()).values(*COLUMNS)
    by_number = {row["id"]: row for row in theirs}
    return own | {pk: by_number[to] for pk, to in parents.items() if to in by_number}


def _mark(found: Search, marker: Marker, messages: dict[int, int]) -> None:
    texts = dict(
        Message.objects.filter(pk__in=messages.values())
        .annotate(beginning=Left("text", LONGEST_LOOK))
        .values_list("pk", "beginning")
    )
    for row in found.rows:
        number = row["id"]
        # All strangers' words are escaped by the marker.
        snippet = marker.snippet(texts.get(messages[number], ""))
        if snippet:
            found.snippets[number] = mark_safe(snippet)  # noqa: S308
        if subject := marker.marked(row["subject"]):
            found.subjects[number] = mark_safe(subject)  # noqa: S308


def _customers(words: str, reader: Reader) -> list[Contact]:
    """Customers called so whom the reader has a conversation of."""
    joined = words.replace(" ", "") if words.replace(" ", "").lstrip("+").isdigit() else words
    keys = [hit.key for hit in find(joined, kinds=(CUSTOMER,), limit=20)]
    if not keys:
        return []
    theirs = Conversation.objects.visible_to(reader.agent).filter(contact=OuterRef("pk"))
    rows = Contact.objects.filter(Exists(theirs), pk__in=keys, merged_into=None)
    return list(rows.prefetch_related("identities").order_by("-pk")[:MOST_CUSTOMERS])
