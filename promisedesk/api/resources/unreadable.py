from typing import Literal

from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import Field

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.resources.messages import MAIL
from promisedesk.api.shapes import UnreadableOut
from promisedesk.core.downloads import download

router = Router(tags=["unreadable"])


class Unreadable(Listing):
    state: Literal["unreadable", "unrouted"] | None = None
    inbox: str | None = Field(None, description="Id of the inbox.")


@router.get("", response=answers(200, page_of(UnreadableOut), 400), summary="List unreadable mails")
def unreadable(request, asked: Query[Unreadable]):
    """Mails that could not be read, and mails for nobody here, with the reason, newest first."""
    rows = rights.unreadable(request.agent).select_related("inbox")
    if asked.state is not None:
        rows = rows.filter(state=asked.state)
    if asked.inbox is not None:
        rows = rows.filter(inbox__public_id=asked.inbox)
    return listed(request, rows, asked, showing.unreadable)


@router.get("/{id}", response=answers(200, UnreadableOut), summary="Read about an unreadable mail")
def one(request, id: str):
    rows = rights.unreadable(request.agent).select_related("inbox")
    return showing.unreadable([get_object_or_404(rows, public_id=id)])[0]


@router.get(
    "/{id}/raw",
    response=answers(200, None),
    summary="Get it as it was received",
    openapi_extra={"responses": {200: MAIL}},
)
def raw(request, id: str):
    """Byte for byte."""
    row = get_object_or_404(rights.unreadable(request.agent), public_id=id)
    return download(row.sha256, f"{row.public_id}.eml", "message/rfc822")
