from ninja import Query, Router
from pydantic import Field

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, opened, page_of, refuse_unknown, sealed
from promisedesk.api.problems import answers
from promisedesk.api.shapes import ConversationState, HitOut
from promisedesk.search.finding import find

router = Router(tags=["search"])


class Search(Listing):
    q: str = Field(
        max_length=1000,
        description='Words that must all be there, in any form; "two words" side by side.',
    )
    state: ConversationState | None = None
    contact: str | None = Field(None, description="Id of the contact.")
    inbox: str | None = Field(None, description="Id of the inbox.")


@router.get("", response=answers(200, page_of(HitOut), 400), summary="Find messages")
def search(request, asked: Query[Search]):
    """Messages by words, order numbers, references or addresses, newest first."""
    refuse_unknown(request, asked)
    rows = rights.conversations(request.agent)
    wanted = {
        "state": asked.state,
        "contact__public_id": asked.contact,
        "inbox__public_id": asked.inbox,
    }
    wanted = {field: value for field, value in wanted.items() if value is not None}
    is_narrowed = wanted or not request.agent.sees_everything
    found = find(
        asked.q,
        limit=asked.limit + 1,
        after=None if asked.cursor is None else opened(asked.cursor, "search"),
        within=rows.filter(**wanted).values("pk") if is_narrowed else None,
    )
    shown = found[: asked.limit]
    is_more = len(found) > len(shown)
    return {
        "items": showing.hits([hit.key for hit in shown]),
        "next": sealed("search", shown[-1].id) if is_more else None,
    }
