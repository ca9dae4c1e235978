"""Following a conversation: wanting to know what happens in it without looking after it."""

from django.db import transaction
from django.db.models import QuerySet

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation, Follower
from promisedesk.conversations.verbs import FOLLOWED, UNFOLLOWED
from promisedesk.core.events import record


@transaction.atomic
def follow(conversation: Conversation, *, by: Agent) -> bool:
    """Be told of what happens in it. False if they follow it already."""
    demand(by, Deed.NOTE)
    _row, is_new = Follower.objects.get_or_create(conversation=conversation, agent=by)
    if is_new:
        record(FOLLOWED, by=by, conversation=conversation)
    return is_new


@transaction.atomic
def unfollow(conversation: Conversation, *, by: Agent) -> bool:
    """Be told no more. False if they did not follow it."""
    demand(by, Deed.NOTE)
    gone, _by_table = Follower.objects.filter(conversation=conversation, agent=by).delete()
    if gone:
        record(UNFOLLOWED, by=by, conversation=conversation)
    return bool(gone)


def followers(conversation: Conversation) -> QuerySet[Agent]:
    """Who follows it, by name; those who left are not among them."""
    followers = Agent.objects.filter(follows__conversation=conversation, is_active=True)
    return followers.order_by("name", "pk")
