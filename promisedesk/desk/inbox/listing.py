"""Everything the list pane shows: the views with their counts, and one page of one view."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from promisedesk.conversations import batches, saving
from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox import finding, neighbours, urgent_first
from promisedesk.desk.inbox.counting import MOST_COUNTED, counts, said_count
from promisedesk.desk.inbox.pages import Place, page
from promisedesk.desk.inbox.rows import Group, grouped
from promisedesk.desk.inbox.selections import SELECTIONS, Selection
from promisedesk.desk.inbox.shelves import SEARCH, Shelf, parts_in, selection_of, shelves
from promisedesk.desk.inbox.walks import Reader
from promisedesk.desk.pills import Hours

FALLBACK = "all"  # beside a conversation, in place of a view that is gone
# What a new view starts with when it is made from one everybody has.
STARTS = {
    "mine": {"assignee": "me"},
    "unassigned": {"assignee": "nobody"},
    "overdue": {"promise": "overdue"},
    "due-soon": {"promise": "due_soon"},
    "waiting": {"state": "waiting"},
    "mentions": {"mentions": "me"},
    "snoozed": {"is_snoozed": "yes"},
    "resolved": {"state": "resolved"},
    "spam": {"state": "spam"},
}
KINDS = ("view", "inbox", "team", "tag")


@dataclass(slots=True)
class ViewLink:
    """One line of the views: "Overdue 2"."""

    slug: str
    name: object
    icon: str
    url: str
    count: str = ""  # empty where nothing is counted, or nothing is there to be alarmed by
    tone: str = ""
    hue: int | None = None  # of a tag


@dataclass(slots=True)
class Listing:
    selection: Selection
    url: str
    tail: str  # "?sort=newest": what stays while one moves about in the list
    links: list[ViewLink]
    more_links: list[tuple[str, list[ViewLink]]]  # under their headings: saved, inboxes, ...
    count: str
    groups: list[Group]
    next: Place | None
    is_first_page: bool
    late: int  # for the rail, which would count again
    sort: str = "promise"
    sorts: dict[str, object] = field(default_factory=dict)  # empty: it has one order only
    search: finding.Search | None = None
    most_at_once: int = batches.MOST  # conversations that one action takes

    @property
    def sort_name(self) -> str:
        return str(saving.SORTS.get(self.sort, ""))

    @property
    def saved(self) -> str:
        """Where this view is changed; empty for one nobody made."""
        kind, _dash, public_id = self.selection.slug.partition("-")
        return reverse("desk:saved-view", args=[public_id]) if kind == "view" else ""

    @property
    def start(self) -> str:
        """What a new view made from here starts with."""
        kind, _dash, public_id = self.selection.slug.partition("-")
        if public_id and kind in ("inbox", "team", "tag"):
            return _tail(**{kind: public_id})
        if self.search and self.search.words:
            return _tail(words=self.search.words)
        return _tail(**STARTS.get(self.selection.slug, {}))

    @property
    def next_url(self) -> str:
        """The further rows."""
        joint = "&" if self.tail else "?"
        return f"{self.url}{self.tail}{joint}after={self.next}"


def listing(
    request: HttpRequest, slug: str, clock: Clock, hours: Hours, open_id: str = ""
) -> Listing:
    """The list of a view for this reader; `?after=` starts it further down, `?sort=` sorts it.

    A view that is gone is everything open. Rows alone are asked for by htmx: nothing is counted.
    """
    reader = Reader(request.user, clock.now, clock.time_zone, hours)
    urgent: list[dict] = []
    inbox = reverse("desk:inbox")
    after = request.GET.get("after", "")
    if slug == SEARCH:
        search = finding.search(request.GET.get("q", ""), reader, after)
        selection, found, following = search.selection, search.rows, search.next
        tail, sort = _tail(q=search.query), "found"
    else:
        search = None
        selection = selection_of(slug, request.user) or SELECTIONS[FALLBACK]
        sort = _sort(request, selection)
        parts = parts_in(selection, reader, sort)
        found, following = page(parts, Place.parse(after))
        if sort == "promise":
            urgent, found = urgent_first.on_top(parts, found)
        tail = _tail(sort=sort if sort != selection.sort else "")
    numbers = counts(reader)
    url = f"{inbox}{selection.slug}/"
    heading = _heading(selection, sort)
    groups = grouped(
        found, clock, hours, base=url, open_id=open_id, tail=tail, heading=heading,
        found_by=search,
    )  # fmt: skip
    if urgent and not after:
        groups = [
            *grouped(
                urgent, clock, hours, base=url, open_id=open_id, tail=tail, heading=_("Urgent")
            ),
            *groups,
        ]
        groups[0].tone = "bad"
    if selection.slug == FALLBACK and sort == "promise" and not after:
        _name_those_aside(groups, numbers, is_all=following is None)
    return Listing(
        selection=selection,
        url=url,
        tail=tail,
        links=_links(inbox, numbers),
        more_links=_more_links(inbox, shelves(request.user)),
        count=said_count(numbers[slug]) if slug in numbers and selection.is_counted else "",
        groups=groups,
        next=following,
        is_first_page=not after or (search is None and Place.parse(after).is_beginning),
        late=numbers["overdue"],
        sort=sort,
        sorts=saving.SORTS if selection.states else {},
        search=search,
    )


# Promises run on while a conversation is put aside: these views count what the list leaves out.
COUNTED_ASIDE = {"late": "overdue", "soon": "due-soon"}


def _name_those_aside(groups: list[Group], numbers: dict[str, int], *, is_all: bool) -> None:
    """Say over late and soon ones how many more there are, so that all counts agree."""
    shown = groups if is_all else groups[:-1]  # the last goes on on the next page
    if len({one.key for one in shown}) < len(shown):
        return  # inboxes of different hours: one heading comes again
    for group in shown:
        view = COUNTED_ASIDE.get(group.key, "")
        if view and numbers[view] < MOST_COUNTED:
            group.view, group.aside = view, max(0, numbers[view] - len(group.rows))


def beside(request: HttpRequest, slug: str, conversation: Conversation, step: int) -> str:
    """The URL of the next (1) or previous (-1) conversation of the view; '' at an end."""
    clock = Clock.of(request.user)
    reader = Reader(request.user, clock.now, clock.time_zone, Hours())
    if slug == SEARCH:
        query = request.GET.get("q", "")
        found, tail = neighbours.among_found(query, reader, conversation, step), _tail(q=query)
    else:
        selection = selection_of(slug, request.user) or SELECTIONS[FALLBACK]
        sort = _sort(request, selection)
        parts = parts_in(selection, reader, sort)
        top = urgent_first.on_top(parts, [])[0] if sort == "promise" else []
        found = neighbours.neighbour(parts, conversation, step, top)
        slug, tail = selection.slug, _tail(sort=sort if sort != selection.sort else "")
    return reverse("desk:conversation", args=[slug, found]) + tail if found else ""


def _sort(request: HttpRequest, selection: Selection) -> str:
    asked = request.GET.get("sort", "")
    return asked if asked in saving.SORTS and selection.states else selection.sort


def _heading(selection: Selection, sort: str) -> str:
    """One heading over all rows, where times say nothing of the order."""
    if selection.slug == "snoozed":
        return _("Comes back by itself")
    if selection.slug == "mentions":
        return str(saving.SORTS["last"])
    if sort == "found":
        return _("Found, newest message first")
    return "" if sort == "promise" else str(saving.SORTS[sort])


def _tail(**query: str) -> str:
    kept = {key: value for key, value in query.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def _links(inbox: str, numbers: dict[str, int]) -> list[ViewLink]:
    return [
        ViewLink(
            one.slug, one.name, one.icon, f"{inbox}{one.slug}/",
            _shown(one, numbers.get(one.slug, 0)), one.tone,
        )
        for one in SELECTIONS.values()
    ]  # fmt: skip


def _shown(selection: Selection, number: int) -> str:
    is_alarm = selection.tone or selection.slug in ("mentions", "snoozed")
    if not selection.is_counted or (is_alarm and not number):
        return ""
    return said_count(number)


def _more_links(inbox: str, known: dict[str, list[Shelf]]) -> list[tuple[str, list[ViewLink]]]:
    """Saved views always have their place; a single inbox or nobody's teams need none."""
    names = {
        "view": _("Saved views"),
        "inbox": _("Inboxes"),
        "team": _("Teams"),
        "tag": _("Tags"),
    }
    found = []
    for kind in KINDS:
        links = [
            ViewLink(one.slug, one.name, one.icon, f"{inbox}{one.slug}/", hue=one.hue or None)
            for one in known[kind]
        ]
        if len(links) > (1 if kind == "inbox" else 0):
            found.append((names[kind], links))
    return found
