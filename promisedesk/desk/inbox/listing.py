"""Everything the list pane shows: the views with their counts, and one page of one view."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.pages import Place, page
from promisedesk.desk.inbox.rows import Group, grouped
from promisedesk.desk.inbox.selections import (
    SELECTIONS,
    Reader,
    Selection,
    counts,
    said_count,
)
from promisedesk.desk.pills import Hours


@dataclass(slots=True)
class ViewLink:
    """One line of the views: "Overdue 2"."""

    selection: Selection
    url: str
    count: str  # empty where nothing is counted, or nothing is there to be alarmed by


@dataclass(slots=True)
class Listing:
    selection: Selection
    url: str
    links: list[ViewLink]
    count: str
    groups: list[Group]
    next: Place | None
    is_first_page: bool
    late: int  # for the rail, which would count again


def listing(
    request: HttpRequest, slug: str, clock: Clock, hours: Hours, open_id: str = ""
) -> Listing:
    """The list of a view for this reader; `?after=` starts it further down."""
    selection = SELECTIONS[slug]
    reader = Reader(request.user, clock.now, clock.time_zone, hours)
    start = Place.parse(request.GET.get("after", ""))
    found, following = page(selection, reader, start)
    numbers = counts(reader)
    inbox = reverse("desk:inbox")
    links = [
        ViewLink(one, f"{inbox}{one.slug}/", _shown(one, numbers.get(one.slug, 0)))
        for one in SELECTIONS.values()
    ]
    count = said_count(numbers[slug]) if selection.is_counted else ""
    url = f"{inbox}{slug}/"
    groups = grouped(found, clock, hours, base=url, open_id=open_id)
    return Listing(
        selection=selection,
        url=url,
        links=links,
        count=count,
        groups=groups,
        next=following,
        is_first_page=start.at is None,
        late=numbers["overdue"],
    )


def _shown(selection: Selection, number: int) -> str:
    if not selection.is_counted or (selection.tone and not number):
        return ""
    return said_count(number)
