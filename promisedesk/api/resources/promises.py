from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import AwareDatetime, Field

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import PromiseKind, PromiseOut, PromiseState

router = Router(tags=["promises"])


class Promises(Listing):
    state: PromiseState | None = Field(None, description="As it is at this moment.")
    kind: PromiseKind | None = None
    conversation: str | None = Field(None, description="Id of the conversation.")
    contact: str | None = Field(None, description="Id of the contact.")
    inbox: str | None = Field(None, description="Id of the inbox.")
    agent: str | None = Field(None, description="Id of the agent who gave their word.")
    due_after: AwareDatetime | None = Field(None, description="Due at this time or later.")
    due_before: AwareDatetime | None = Field(None, description="Due before this time.")


@router.get("", response=answers(200, page_of(PromiseOut), 400), summary="List promises")
def promises(request, asked: Query[Promises]):
    """The ledger: every promise, whatever became of it, newest first."""
    rows = rights.promises(request.agent)
    if asked.state is not None:
        rows = rows.in_state(asked.state)
    wanted = {
        "kind": asked.kind,
        "conversation__public_id": asked.conversation,
        "contact__public_id": asked.contact,
        "conversation__inbox__public_id": asked.inbox,
        "agent__public_id": asked.agent,
        "due_at__gte": asked.due_after,
        "due_at__lt": asked.due_before,
    }
    rows = rows.filter(**{field: value for field, value in wanted.items() if value is not None})
    return listed(request, showing.with_promise_parts(rows), asked, showing.promises)


@router.get("/{id}", response=answers(200, PromiseOut), summary="Read a promise")
def promise(request, id: str):
    rows = showing.with_promise_parts(rights.promises(request.agent))
    return showing.promises([get_object_or_404(rows, public_id=id)])[0]
