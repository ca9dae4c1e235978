"""What time is counted from: an event after which something did not come, or must come.

“3 working days after we answered and the customer was silent” has the answer for its anchor,
and the customer's next mail ends it. Ended anchors set no rule off; so an answer in time
cancels what was going to happen, without anybody having to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.core.models import Event
from promisedesk.lib.thanks import MARK as THANKS
from promisedesk.promises.models import Promise
from promisedesk.rules.happenings import by_a_person, message_of

State = Conversation.State
GIVEN = (
    "conversation.assigned",
    "conversation.taken",
    "conversation.taken_over",
    "conversation.given_out",
    "conversation.given_to_known",
)


@dataclass(frozen=True)
class Anchor:
    """`ended` tells whether, by a moment, it came what the rule waits for to fail.

    `standing` narrows conversations to those that may have such an anchor now, for a rule
    that is to look at what is here already.
    """

    key: str
    says: LazyText  # "%(span)s after …", completes the sentence “When …”
    verbs: tuple[str, ...]
    ended: Callable[[Event, datetime], bool]
    standing: Q
    is_meant: Callable[[Event], bool] = lambda event: True
    is_before: bool = False  # the moment comes before what it is counted from


def _since(event: Event, by: datetime) -> QuerySet[Message]:
    """What people wrote in the anchor's conversation after it, until a moment: not mere thanks."""
    written = Message.objects.filter(conversation=event.conversation_id, automatic=False)
    written = written.exclude(marks__icontains=f'"{THANKS}"')
    number = event.data.get("message")
    after = Q(pk__gt=number) if number else Q(created_at__gt=event.at)
    return written.filter(after, created_at__lte=by)


def _somebody_wrote(event: Event, by: datetime) -> bool:
    """The customer, or we once more: then it is counted from there. Nor if it never left."""
    if _since(event, by).exclude(direction=Message.Direction.NOTE).exists():
        return True
    message = message_of(event)
    return message is None or not _has_left(message)


def _has_left(message: Message) -> bool:
    theirs = message.deliveries.filter(is_copy=False)
    return theirs.filter(state=Delivery.State.SENT).exists()


def _we_answered(event: Event, by: datetime) -> bool:
    """Also ended when an older question of theirs waits: it is counted from that one."""
    if _since(event, by).filter(direction=Message.Direction.OUT).exists():
        return True
    here = Message.objects.filter(
        conversation=event.conversation_id, automatic=False, pk__lt=event.data.get("message", 0)
    )
    talk = here.exclude(direction=Message.Direction.NOTE).exclude(marks__icontains=f'"{THANKS}"')
    last = talk.order_by("-pk").first()
    return last is not None and last.direction == Message.Direction.IN


def _customer_wrote(event: Event, by: datetime) -> bool:
    """After a letter of a rule: people wrote since, or it never left."""
    return _somebody_wrote(event, by)


def _was_given_anew(event: Event, by: datetime) -> bool:
    verbs = [*GIVEN, "conversation.unassigned"]
    return _later(event, by).filter(verb__in=verbs).exists()


def _was_opened(event: Event, by: datetime) -> bool:
    return _later(event, by).filter(verb="conversation.reopened").exists()


def _later(event: Event, by: datetime) -> QuerySet[Event]:
    here = Event.objects.filter(conversation_id=event.conversation_id, pk__gt=event.pk)
    return here.filter(at__lte=by)


def _is_settled(event: Event, by: datetime) -> bool:
    promise = Promise.objects.filter(pk=event.data.get("promise")).first()
    if promise is None or promise.state == Promise.State.WITHDRAWN:
        return True
    return promise.settled_at is not None and promise.settled_at <= by


def _never(_event: Event, _by: datetime) -> bool:
    return False


def _is_first(event: Event) -> bool:
    return bool(event.data.get("is_new")) and by_a_person(event)


_OPEN = Q(state__in=[State.OPEN, State.WAITING])
ANCHORS: dict[str, Anchor] = {
    one.key: one
    for one in (
        Anchor(
            "answered",
            _("%(span)s after we answered and the customer was silent"),
            ("message.replied",),
            _somebody_wrote,
            Q(state=State.WAITING),
        ),
        Anchor(
            "wrote",
            _("%(span)s after a customer wrote and nobody answered"),
            ("message.received",),
            _we_answered,
            Q(state=State.OPEN),
            by_a_person,
        ),
        Anchor(
            "came",
            _("%(span)s after a new conversation came in"),
            ("message.received",),
            _never,
            _OPEN,
            _is_first,
        ),
        Anchor(
            "assigned",
            _("%(span)s after it was given to somebody who still has it"),
            GIVEN,
            _was_given_anew,
            _OPEN & Q(assignee__isnull=False),
        ),
        Anchor(
            "resolved",
            _("%(span)s after it was resolved and stayed so"),
            ("conversation.resolved", "conversation.resolved_unanswered"),
            _was_opened,
            Q(state=State.RESOLVED),
        ),
        Anchor(
            "promise",
            _("%(span)s before the promised answer is due"),
            ("promise.made",),
            _is_settled,
            Q(due_at__isnull=False),
            is_before=True,
        ),
        Anchor(
            "broken",
            _("%(span)s after a promise was missed and still nobody answered"),
            ("promise.broken",),
            _is_settled,
            Q(due_at__isnull=False),
        ),
        # Only made together with the rule that writes the letter: see rules.silence.
        Anchor(
            "letter",
            _("%(span)s after that letter, when the customer stayed silent"),
            ("rule.wrote",),
            _customer_wrote,
            Q(state=State.WAITING),
        ),
    )
}
OFFERED = [key for key in ANCHORS if key != "letter"]
