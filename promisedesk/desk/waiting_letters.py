"""Letters that cannot leave because no mail server is set: told to admins until one is."""

from django.conf import settings

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Delivery, Inbox
from promisedesk.core.memo import remembered

MOST_COUNTED = 100


def can_send(inbox: Inbox) -> bool:
    """Whether letters of this inbox have a server to leave by."""
    return bool(inbox.smtp_url or settings.SMTP_URL)


def count_waiting(agent: Agent) -> int:
    """Letters waiting for a server, at most MOST_COUNTED; 0 for whoever cannot set one."""
    if settings.SMTP_URL or not agent.is_admin:
        return 0
    waiting = Delivery.objects.filter(state=Delivery.State.QUEUED, due_at__isnull=False)
    if _some_have_their_own():  # only then is it worth asking each letter for its inbox
        waiting = waiting.filter(message__conversation__inbox__smtp_url="")
    return waiting[:MOST_COUNTED].count()


@remembered(Inbox)
def _some_have_their_own() -> bool:
    return Inbox.objects.exclude(smtp_url="").exists()
