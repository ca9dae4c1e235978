"""What an agent may see: the only way from an id in a URL to a row.

Everything hangs on the conversations of the agent's inboxes. What may not be seen
answers like what does not exist.
"""

from django.db.models import QuerySet

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may
from promisedesk.api.models import Token, Webhook
from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import (
    Arrival,
    Attachment,
    Conversation,
    Inbox,
    Message,
    of_inboxes_seen_by,
)
from promisedesk.promises.models import Compensation, Promise


def conversations(agent: Agent) -> QuerySet[Conversation]:
    return Conversation.objects.visible_to(agent)


def _of_conversations(rows: QuerySet, agent: Agent, path: str) -> QuerySet:
    if agent.sees_everything:
        return rows
    return rows.filter(**{f"{path}__in": conversations(agent).values("pk")})


def messages(agent: Agent) -> QuerySet[Message]:
    return _of_conversations(Message.objects.all(), agent, "conversation")


def attachments(agent: Agent) -> QuerySet[Attachment]:
    return _of_conversations(Attachment.objects.all(), agent, "message__conversation")


def promises(agent: Agent) -> QuerySet[Promise]:
    return _of_conversations(Promise.objects.all(), agent, "conversation")


def compensations(agent: Agent) -> QuerySet[Compensation]:
    return _of_conversations(Compensation.objects.all(), agent, "conversation")


def contacts(agent: Agent) -> QuerySet[Contact]:
    """Those who wrote to one of the agent's inboxes."""
    if agent.sees_everything:
        return Contact.objects.all()
    return Contact.objects.filter(pk__in=conversations(agent).values("contact"))


def inboxes(agent: Agent) -> QuerySet[Inbox]:
    return Inbox.objects.filter(of_inboxes_seen_by(agent, ""))


def tokens(agent: Agent) -> QuerySet[Token]:
    """One's own; an admin's are everybody's."""
    return Token.objects.all() if agent.is_admin else Token.objects.filter(agent=agent)


def webhooks(agent: Agent) -> QuerySet[Webhook]:
    """For who runs the desk: their addresses may be secrets."""
    return Webhook.objects.all() if may(agent, Deed.RUN) else Webhook.objects.none()


def unreadable(agent: Agent) -> QuerySet[Arrival]:
    """Mails that became no message. Those for no inbox are for who runs the desk."""
    State = Arrival.State
    rows = Arrival.objects.filter(state__in=[State.UNREADABLE, State.UNROUTED])
    if agent.sees_everything:
        return rows
    return rows.filter(inbox__in=inboxes(agent).values("pk"))
