"""Which customers an agent may see: those of the conversations they may see."""

from django.db.models import Q, QuerySet

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import Conversation


def seen_by(agent: Agent) -> QuerySet[Contact]:
    """Who wrote to, or was written to from, an inbox of this agent; also cards put into such."""
    if agent.sees_everything:
        return Contact.objects.all()
    theirs = Conversation.objects.visible_to(agent).order_by().values("contact")
    return Contact.objects.filter(Q(pk__in=theirs) | Q(merged_into__in=theirs))
