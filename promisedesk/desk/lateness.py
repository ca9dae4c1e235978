"""How many promises are overdue: the red number beside "Inbox" on every page."""

from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation

MOST_COUNTED = 100  # more is "99+", and costs no more to count


def count_late(agent: Agent) -> int:
    """Overdue conversations this agent can see, at most MOST_COUNTED."""
    late = Conversation.objects.visible_to(agent).filter(due_at__lte=now())
    return late[:MOST_COUNTED].count()
