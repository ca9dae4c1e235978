"""Resolving and reopening, and what is spam.

Each move is one UPDATE that names the states it may come from: a row read a moment ago
may be out of date, a mail may have come in since.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations import spam_learning, spam_reasons, spam_rules
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
    _say_why(conversation, spam_reasons.PERSON)


@transaction.atomic
def not_spam(conversation: Conversation, *, by: Agent) -> None:
    """Take it back from the spam, as if it had never been there: promised from its arrival."""
    if not _moved(conversation, NOT_SPAM, State.OPEN, (State.SPAM,), by):
        raise Refused(_("This is not among the spam."))
    was_learned = _why(conversation).startswith(spam_reasons.LEARNED)
    _say_why(conversation, spam_reasons.NOT, was_wrong=was_learned)


@transaction.atomic
def block_sender(conversation: Conversation, *, by: Agent) -> None:
    """Take all further mail of who wrote this for spam, and this too. Raises Refused."""
    spam_rules.put(_sender_of(conversation), is_spam=True, by=by)
    if Conversation.objects.filter(pk=conversation.pk).exclude(state=State.SPAM).exists():
        mark_spam(conversation, by=by)


@transaction.atomic
def trust_sender(conversation: Conversation, *, by: Agent) -> None:
    """Never take mail of who wrote this for spam again, nor this. Raises Refused."""
    spam_rules.put(_sender_of(conversation), is_spam=False, by=by)
    if Conversation.objects.filter(pk=conversation.pk, state=State.SPAM).exists():
        not_spam(conversation, by=by)


def _sender_of(conversation: Conversation) -> str:
    theirs = conversation.messages.filter(direction="in").exclude(from_address="")
    address = theirs.order_by("pk").values_list("from_address", flat=True).first()
    if not address:
        raise Refused(_("Nobody knows who wrote this: there is no address to remember."))
    return address


def _why(conversation: Conversation) -> str:
    row = Conversation.objects.filter(pk=conversation.pk)
    return row.values_list("spam_because", flat=True).get()


def _say_why(conversation: Conversation, because: str, *, was_wrong: bool = False) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(spam_because=because)
    conversation.spam_because = because
    spam_learning.note_click(was_wrong=was_wrong)


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
