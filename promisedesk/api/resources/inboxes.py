from django.shortcuts import get_object_or_404
from ninja import Query, Router

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import Channel, InboxOut

router = Router(tags=["inboxes"])


class Inboxes(Listing):
    address: str | None = None
    channel: Channel | None = None
    is_active: bool | None = None


@router.get("", response=answers(200, page_of(InboxOut), 400), summary="List inboxes")
def inboxes(request, asked: Query[Inboxes]):
    """The addresses customers write to, newest first."""
    rows = rights.inboxes(request.agent)
    if asked.address is not None:
        rows = rows.filter(address=asked.address.strip().lower())
    if asked.channel is not None:
        rows = rows.filter(channel=asked.channel)
    if asked.is_active is not None:
        rows = rows.filter(is_active=asked.is_active)
    return listed(request, showing.with_inbox_parts(rows), asked, showing.inboxes)


@router.get("/{id}", response=answers(200, InboxOut), summary="Read an inbox")
def inbox(request, id: str):
    rows = showing.with_inbox_parts(rights.inboxes(request.agent))
    return showing.inboxes([get_object_or_404(rows, public_id=id)])[0]
