from django.db.models import QuerySet
from django.utils.timezone import now
from ninja import Query, Router
from pydantic import Field

from promisedesk.api import rights, showing
from promisedesk.api.paging import Listing, opened, page_of, refuse_unknown, sealed
from promisedesk.api.problems import answers
from promisedesk.api.shapes import ConversationState, HitOut
from promisedesk.conversations import searching
from promisedesk.conversations.models import Conversation, Message
from promisedesk.search.finding import find

router = Router(tags=["search"])


class Search(Listing):
    q: str = Field(
        max_length=1000,
        description='Words that must all be there, in any form; "two words" side by side; '
        "-word for none. Also from: to: tag: is: assignee: team: inbox: before: after: has: "
        "language: subject:, as in the desk.",
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
    rows = rows.filter(**wanted)
    typed = searching.read(asked.q, agent=request.agent, at=now())
    if typed.words:
        return _by_words(typed, asked, rows if is_narrowed or typed.cut else None)
    return _by_operators(typed, asked, rows)


def _by_words(typed: searching.Asked, asked: Search, rows: QuerySet[Conversation] | None):
    found = find(
        typed.words,
        without=typed.without,
        limit=asked.limit + 1,
        after=None if asked.cursor is None else opened(asked.cursor, "search"),
        within=None if rows is None else rows.filter(typed.cut).values("pk"),
    )
    return _page([hit.key for hit in found], [hit.id for hit in found], "search", asked.limit)


def _by_operators(typed: searching.Asked, asked: Search, rows: QuerySet[Conversation]):
    """Every message of the conversations they narrow to; nothing for nothing asked."""
    if not typed.has_operators:
        return {"items": [], "next": None}
    messages = Message.objects.filter(conversation__in=rows.filter(typed.cut).values("pk"))
    messages = messages.exclude(direction="out", automatic=True)
    if asked.cursor is not None:
        messages = messages.filter(pk__lt=opened(asked.cursor, "search-all"))
    keys = list(messages.order_by("-pk").values_list("pk", flat=True)[: asked.limit + 1])
    return _page(keys, keys, "search-all", asked.limit)


def _page(keys: list[int], places: list[int], label: str, limit: int):
    is_more = len(keys) > limit
    return {
        "items": showing.hits(keys[:limit]),
        "next": sealed(label, places[limit - 1]) if is_more else None,
    }
