from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status
from pydantic import Field

from promisedesk.api import rights, showing, tokens
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import TokenOut

router = Router(tags=["tokens"])


class Tokens(Listing):
    agent: str | None = Field(None, description="Id of the agent they act as.")
    is_revoked: bool | None = None


@router.get("", response=answers(200, page_of(TokenOut), 400), summary="List API tokens")
def list_tokens(request, asked: Query[Tokens]):
    """Your own, newest first; an admin sees everybody's. Never the tokens themselves."""
    rows = rights.tokens(request.agent).select_related("agent")
    if asked.agent is not None:
        rows = rows.filter(agent__public_id=asked.agent)
    if asked.is_revoked is not None:
        rows = rows.filter(revoked_at__isnull=not asked.is_revoked)
    return listed(request, rows, asked, showing.tokens)


@router.get("/{id}", response=answers(200, TokenOut), summary="Read about an API token")
def read_token(request, id: str):
    rows = rights.tokens(request.agent).select_related("agent")
    return showing.tokens([get_object_or_404(rows, public_id=id)])[0]


@router.delete("/{id}", response=answers(204, None), summary="Revoke an API token")
def revoke_token(request, id: str):
    """It ends at once, for good, and stays in the list. Once more changes nothing."""
    row = get_object_or_404(rights.tokens(request.agent), public_id=id)
    tokens.revoke(row, by=request.agent)
    return Status(204, None)
