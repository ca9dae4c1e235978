"""Resolving and reopening, and what is spam.

Each move is one UPDATE that names the states it may come from: a row read a moment ago
may be out of date, a mail may have come in since.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts.fields import name_of
from promisedesk.conversations import filling, spam_learning, spam_reasons, spam_rules
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.conversations.verbs import (
    MARKED_SPAM,
    NOT_SPAM,
    REOPENED,
    RESOLVED,
    RESOLVED_UNANSWERED,
)
from promisedesk.core.errors import Refused
from promisedesk.core.events import Verb, record
from promisedesk.lib.thanks import MARK as THANKS

State = Conversation.State


# Why a question needs no answer in writing. Kept by these words; anything else is kept as said.
REASONS: dict[str, LazyText] = {
    "phone": gettext_lazy("Answered by phone or in person"),
    "elsewhere": gettext_lazy("Answered in another conversation"),
    "duplicate": gettext_lazy("The same question as in another conversation"),
    "no_question": gettext_lazy("There was no question after all"),
    "withdrawn": gettext_lazy("The customer needs no answer any more"),
}
LONGEST_REASON = 300


class Unanswered(Refused):
    """A question stands unanswered: it is resolved with a reason only (R8)."""


def in_words(because: str) -> str:
    """The reason as people read it: a ready one in their language, else as it was written."""
    return str(REASONS.get(because, because))


@transaction.atomic
def resolve(conversation: Conversation, *, by: Agent | None, because: str = "") -> None:
    """Say that nothing is left to do.

    While the customer waits for an answer, only with a reason: a key of REASONS, or words. An
    answer that is written and on its way is an answer. Raises Unanswered without a reason, and
    Refused while a required field is empty, or if it is neither open nor waiting.
    """
    demand(by, Deed.SORT)
    now_there = _locked(conversation)
    if now_there.state not in (State.OPEN, State.WAITING):
        raise Refused(_("Only an open conversation can be resolved."))
    if empty := filling.missing(now_there):
        names = ", ".join(_("“%(name)s”") % {"name": name_of(one)} for one in empty)
        raise Refused(_("Fill in %(fields)s first, then resolve.") % {"fields": names})
    is_unanswered = now_there.answer_due_at is not None and not _is_being_answered(now_there)
    because = " ".join(because.split())[:LONGEST_REASON] if is_unanswered else ""
    if is_unanswered and not because:
        raise Unanswered(
            _("The customer still waits for an answer. Answer first, then resolve, or say why.")
        )
    put = {"state": State.RESOLVED, "resolved_because": because, "snoozed_until": None}
    _put(conversation, **put)
    verb, facts = (RESOLVED_UNANSWERED, {"because": because}) if because else (RESOLVED, {})
    record(verb, by=by, conversation=conversation, contact=conversation.contact, **facts)


@transaction.atomic
def reopen(conversation: Conversation, *, by: Agent | None) -> None:
    """Bring a resolved conversation back; what nobody answered in it is owed again.

    Raises Refused if it is not resolved.
    """
    demand(by, Deed.SORT)
    if _locked(conversation).state != State.RESOLVED:
        raise Refused(_("Only a resolved conversation can be opened again."))
    _put(conversation, state=State.OPEN, resolved_because="")
    # `by_hand`: no mail of the customer's opened it, which would be promised an answer itself.
    record(REOPENED, by=by, conversation=conversation, contact=conversation.contact, by_hand=True)


def _locked(conversation: Conversation) -> Conversation:
    """The row as it is now, and nobody changes it until we are done."""
    rows = Conversation.objects.select_for_update(no_key=True)
    return rows.only("state", "answer_due_at", "fields").get(pk=conversation.pk)


def _put(conversation: Conversation, **put) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(**put)
    for name, value in put.items():
        setattr(conversation, name, value)


def _is_being_answered(conversation: Conversation) -> bool:
    """Whether our answer to their last message is written, and neither lost nor come back."""
    talk = conversation.messages.filter(automatic=False).order_by("-pk")
    theirs = talk.filter(direction=Message.Direction.IN).exclude(marks__icontains=f'"{THANKS}"')
    asked = theirs.values_list("pk", flat=True).first() or 0
    lost = [Delivery.State.FAILED, Delivery.State.BOUNCED]
    on_its_way = Delivery.objects.filter(is_copy=False).exclude(state__in=lost)
    answers = talk.filter(direction=Message.Direction.OUT, pk__gt=asked)
    return answers.filter(deliveries__in=on_its_way).exists()


def need_a_reason(numbers: Iterable[int]) -> list[int]:
    """Those of these conversations (by number) that are resolved only with a reason."""
    states = [State.OPEN, State.WAITING]
    rows = Conversation.objects.filter(pk__in=numbers, state__in=states).exclude(answer_due_at=None)
    return [row.pk for row in rows.only("pk") if not _is_being_answered(row)]


@transaction.atomic
def mark_spam(conversation: Conversation, *, by: Agent | None) -> None:
    """Put it among the spam; what was promised is withdrawn by those who promised it."""
    demand(by, Deed.SORT)
    origins = (State.OPEN, State.WAITING, State.RESOLVED)
    if not _moved(conversation, MARKED_SPAM, State.SPAM, origins, by):
        raise Refused(_("This is among the spam already."))
    _say_why(conversation, spam_reasons.PERSON)


@transaction.atomic
def not_spam(conversation: Conversation, *, by: Agent | None) -> None:
    """Take it back from the spam, as if it had never been there: promised from its arrival."""
    demand(by, Deed.SORT)
    if not _moved(conversation, NOT_SPAM, State.OPEN, (State.SPAM,), by):
        raise Refused(_("This is not among the spam."))
    was_learned = _why(conversation).startswith(spam_reasons.LEARNED)
    _say_why(conversation, spam_reasons.NOT, was_wrong=was_learned)


@transaction.atomic
def block_sender(conversation: Conversation, *, by: Agent | None) -> None:
    """Take all further mail of who wrote this for spam, and this too. Raises Refused."""
    demand(by, Deed.SORT)
    spam_rules.put(_sender_of(conversation), is_spam=True, by=by)
    if Conversation.objects.filter(pk=conversation.pk).exclude(state=State.SPAM).exists():
        mark_spam(conversation, by=by)


@transaction.atomic
def trust_sender(conversation: Conversation, *, by: Agent | None) -> None:
    """Never take mail of who wrote this for spam again, nor this. Raises Refused."""
    demand(by, Deed.SORT)
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
    conversation: Conversation, verb: Verb, to: str, origins: tuple[str, ...], by: Agent | None
) -> bool:
    """Whether it was in one of `origins` until now; it is in `to` then, and put aside no more."""
    row = Conversation.objects.filter(pk=conversation.pk, state__in=origins)
    if not row.update(state=to, snoozed_until=None):
        return False
    conversation.state, conversation.snoozed_until = to, None
    record(verb, by=by, conversation=conversation, contact=conversation.contact)
    return True
