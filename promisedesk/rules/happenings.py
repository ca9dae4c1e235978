"""What can set a rule off at once: events, by names that people understand.

A happening is one or more verbs, and perhaps something in the event that tells it from
others with the same verb. Robots never set one off: else two of them would talk for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from promisedesk.coach import verbs as coach_verbs  # noqa: F401  the verbs must be known
from promisedesk.conversations.models import Message
from promisedesk.core.models import Event
from promisedesk.lib.thanks import MARK as THANKS


def message_of(event: Event) -> Message | None:
    """The message an event is about: as it is in memory, or read by its number."""
    about = getattr(event, "about", None)
    if isinstance(about, Message):
        return about
    return Message.objects.filter(pk=event.data.get("message")).first()


def by_a_person(event: Event) -> bool:
    """Whether a person wrote it, and more than thanks."""
    message = message_of(event)
    return message is not None and not message.automatic and THANKS not in message.marks


def _is_thanks(event: Event) -> bool:
    message = message_of(event)
    return message is not None and not message.automatic and THANKS in message.marks


def _is_first(event: Event) -> bool:
    return bool(event.data.get("is_new")) and by_a_person(event)


def _is_further(event: Event) -> bool:
    return not event.data.get("is_new") and by_a_person(event)


def _always(_event: Event) -> bool:
    return True


@dataclass(frozen=True)
class Happening:
    """`says` completes the sentence “When …”."""

    key: str
    says: LazyText
    verbs: tuple[str, ...]
    is_meant: Callable[[Event], bool] = _always


HAPPENINGS: dict[str, Happening] = {
    one.key: one
    for one in (
        Happening("new", _("a new conversation comes in"), ("message.received",), _is_first),
        Happening("wrote", _("a customer writes"), ("message.received",), by_a_person),
        Happening(
            "wrote_again",
            _("a customer writes again in a conversation"),
            ("message.received",),
            _is_further,
        ),
        Happening("heated", _("a customer writes in anger"), ("message.heated",)),
        Happening("thanks", _("a customer only says thanks"), ("message.received",), _is_thanks),
        Happening("answered", _("somebody answers the customer"), ("message.replied",)),
        Happening("noted", _("somebody leaves a note"), ("message.noted",)),
        Happening(
            "assigned",
            _("a conversation is given to somebody"),
            (
                "conversation.assigned",
                "conversation.taken",
                "conversation.taken_over",
                "conversation.given_out",
                "conversation.given_to_known",
            ),
        ),
        Happening("unassigned", _("a conversation is put back for anyone"),
                  ("conversation.unassigned",)),
        Happening("team", _("a conversation is given to a team"), ("conversation.given_to_team",)),
        Happening("tagged", _("a tag is added"), ("conversation.tagged",)),
        Happening("untagged", _("a tag is removed"), ("conversation.untagged",)),
        Happening("filled_in", _("a field is filled in or emptied"),
                  ("conversation.filled_in", "conversation.emptied")),
        Happening("resolved", _("a conversation is resolved"),
                  ("conversation.resolved", "conversation.resolved_unanswered")),
        Happening("reopened", _("a resolved conversation is opened again"),
                  ("conversation.reopened",)),
        Happening("snoozed", _("a conversation is put aside"), ("conversation.snoozed",)),
        Happening("returned", _("a conversation comes back that was put aside"),
                  ("conversation.returned", "conversation.woken",
                   "conversation.woken_by_customer")),
        Happening("spam", _("a conversation is marked as spam"), ("conversation.marked_spam",)),
        Happening("not_spam", _("a conversation is taken out of the spam"),
                  ("conversation.not_spam",)),
        Happening("promised", _("an answer is promised"), ("promise.made",)),
        Happening("kept", _("a promise is kept"), ("promise.kept",)),
        Happening("broken", _("a promise is missed"), ("promise.broken",)),
        Happening("undelivered", _("our answer could not be delivered"),
                  ("delivery.bounced", "delivery.failed"), by_a_person),
    )
}  # fmt: skip
