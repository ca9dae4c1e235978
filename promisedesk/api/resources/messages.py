from django.http import Http404
from django.shortcuts import get_object_or_404
from ninja import Router

from promisedesk.api import rights, showing
from promisedesk.api.problems import answers
from promisedesk.api.shapes import MessageOut
from promisedesk.conversations import looking
from promisedesk.core.downloads import download

router = Router(tags=["messages"])
FILE = {"description": "The bytes.", "content": {"application/octet-stream": {}}}
MAIL = {"description": "The mail, byte for byte.", "content": {"message/rfc822": {}}}


@router.get("/messages/{id}", response=answers(200, MessageOut), summary="Read a message")
def message(request, id: str):
    rows = showing.with_message_parts(rights.messages(request.agent))
    return showing.messages([get_object_or_404(rows, public_id=id)])[0]


@router.get(
    "/messages/{id}/raw",
    response=answers(200, None),
    summary="Get a mail as it was received",
    openapi_extra={"responses": {200: MAIL}},
)
def raw(request, id: str):
    """Byte for byte. 404 for what never was a mail."""
    row = get_object_or_404(rights.messages(request.agent), public_id=id)
    if not row.raw_sha256:
        raise Http404
    return download(row.raw_sha256, f"{row.public_id}.eml", "message/rfc822")


@router.get(
    "/attachments/{id}",
    response=answers(200, None),
    summary="Get an attachment",
    tags=["messages"],
    openapi_extra={"responses": {200: FILE}},
)
def attachment(request, id: str):
    """A stranger made this file: it comes as a download, once the virus scanner is done."""
    row = get_object_or_404(rights.attachments(request.agent), public_id=id)
    looking.refuse_unsafe(row.sha256)
    return download(row.sha256, row.name, row.content_type)
