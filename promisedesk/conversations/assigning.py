"""Who looks after a conversation."""

from django.db import transaction

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import ASSIGNED, TAKEN, UNASSIGNED
from promisedesk.core.events import record


@transaction.atomic
def assign(conversation: Conversation, to: Agent | None, *, by: Agent) -> bool:
    """Give it to an agent, or to nobody (None). False if it was theirs already."""
    if conversation.assignee_id == (to and to.pk):
        return False
    conversation.assignee = to
    conversation.save(update_fields=["assignee"])
    if to is None:
        record(UNASSIGNED, by=by, conversation=conversation)
    elif to == by:
        record(TAKEN, by=by, conversation=conversation)
    else:
        record(ASSIGNED, by=by, conversation=conversation, to=to.name)
    return True
