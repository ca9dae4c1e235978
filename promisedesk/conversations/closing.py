"""Resolving and reopening, and what is spam.

Each move is one UPDATE that names the states it may come from: a row read a moment ago
may be out of date, a mail may have come in since.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import MARKED_SPAM, NOT_SPAM, REOPENED, RESOLVED
from promisedesk.core.errors import Refused
from promisedesk.core.events import Verb, record

State = Conversation.State


@transaction.atomic
def resolve(conversation: Conversation, *, by: Agent) -> None:
    """Say that nothing is left to do. Raises Refused while an answer is owed (R8)."""
    origins = (State.OPEN, State.WAITING)
    if not _moved(conversation, RESOLVED, State.RESOLVED, origins, by, due_at=None):
        if Conversation.objects.filter(pk=conversation.pk, due_at__isnull=False).exists():
            raise Refused(_("The customer still waits for an answer. Answer first, then resolve."))
        raise Refused(_("Only an open conversation can be resolved."))


@transaction.atomic
def reopen(conversation: Conversation, *, by: Agent) -> None:
    """Bring a resolved conversation back. Raises Refused if it is not resolved."""
    if not _moved(conversation, REOPENED, State.OPEN, (State.RESOLVED,), by):
        raise Refused(_("Only a resolved conversation can be opened again."))


@transaction.atomic
def mark_spam(conversation: Conversation, *, by: Agent) -> None:
    """Put it among the spam; what was promised is withdrawn by those who promised it."""
    origins = (State.OPEN, State.WAITING, State.RESOLVED)
    if not _moved(conversation, MARKED_SPAM, State.SPAM, origins, by):
        raise Refused(_("This is among the spam already."))


@transaction.atomic
def not_spam(conversation: Conversation, *, by: Agent) -> None:
    """Take it back from the spam, as if it had never been there."""
    if not _moved(conversation, NOT_SPAM, State.OPEN, (State.SPAM,), by):
        raise Refused(_("This is not among the spam."))


def _moved(
    conversation: Conversation, verb: Verb, to: str, origins: tuple[str, ...], by: Agent, **only
) -> bool:
    """Whether it was in one of `origins`, and as `only` says, until now; it is in `to` then."""
    row = Conversation.objects.filter(pk=conversation.pk, state__in=origins, **only)
    if not row.update(state=to):
        return False
    conversation.state = to
    record(verb, by=by, conversation=conversation, contact=conversation.contact)
    return True
