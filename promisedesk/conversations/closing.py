"""Resolving and reopening, and what is spam."""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import MARKED_SPAM, NOT_SPAM, REOPENED, RESOLVED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

State = Conversation.State


def _move(conversation: Conversation, state: str) -> None:
    conversation.state = state
    conversation.save(update_fields=["state"])


@transaction.atomic
def resolve(conversation: Conversation, *, by: Agent) -> None:
    """Say that nothing is left to do. Raises Refused while an answer is owed (R8)."""
    if conversation.due_at is not None:
        raise Refused(_("The customer still waits for an answer. Answer first, then resolve."))
    if conversation.state not in (State.OPEN, State.WAITING):
        raise Refused(_("Only an open conversation can be resolved."))
    _move(conversation, State.RESOLVED)
    record(RESOLVED, by=by, conversation=conversation, contact=conversation.contact)


@transaction.atomic
def reopen(conversation: Conversation, *, by: Agent) -> None:
    """Bring a resolved conversation back. Raises Refused if it is not resolved."""
    if conversation.state != State.RESOLVED:
        raise Refused(_("Only a resolved conversation can be opened again."))
    _move(conversation, State.OPEN)
    record(REOPENED, by=by, conversation=conversation, contact=conversation.contact)


@transaction.atomic
def mark_spam(conversation: Conversation, *, by: Agent) -> None:
    """Put it among the spam; what was promised is withdrawn by those who promised it."""
    if conversation.state == State.SPAM:
        raise Refused(_("This is among the spam already."))
    _move(conversation, State.SPAM)
    record(MARKED_SPAM, by=by, conversation=conversation, contact=conversation.contact)


@transaction.atomic
def not_spam(conversation: Conversation, *, by: Agent) -> None:
    """Take it back from the spam, as if it had never been there."""
    if conversation.state != State.SPAM:
        raise Refused(_("This is not among the spam."))
    _move(conversation, State.OPEN)
    record(NOT_SPAM, by=by, conversation=conversation, contact=conversation.contact)
