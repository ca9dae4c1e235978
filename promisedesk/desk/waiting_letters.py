"""Letters that cannot leave because no mail server is set: told to admins until one is."""

from functools import lru_cache

from django.conf import settings
from django.db import connection

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
    # Only then is it worth asking each letter for its inbox.
    sql, values = _count_of_waiting(_some_have_their_own())
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


@lru_cache(maxsize=2)
def _count_of_waiting(some_have_their_own: bool) -> tuple[str, tuple]:
    """The query, written out once: every page of an admin asks it."""
    waiting = Delivery.objects.filter(state=Delivery.State.QUEUED, due_at__isnull=False)
    if some_have_their_own:
        waiting = waiting.filter(message__conversation__inbox__smtp_url="")
    sql, values = waiting.values("pk")[:MOST_COUNTED].query.sql_with_params()
    return f"SELECT COUNT(*) FROM ({sql}) one", values  # noqa: S608  what the ORM wrote


@remembered(Inbox)
def _some_have_their_own() -> bool:
    return Inbox.objects.exclude(smtp_url="").exists()
