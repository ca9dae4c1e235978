"""Timed rules that are to look at what is here already, when they are switched on.

Goes through the conversations in small steps, a due row that remembers how far it is; each
that may still have the anchor gets an occasion at its moment, which for old ones is now.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation
from promisedesk.core import kept_events
from promisedesk.core.models import Event
from promisedesk.rules import catching_up, watching
from promisedesk.rules.models import Occasion, Rule
from promisedesk.rules.whens import When

PLAN = "plan"  # such a row: event_id is the last conversation looked at, conversation_id the rule
ABOUT_RULES = (PLAN, *catching_up.VERBS)  # rows that have a rule in place of a conversation
BATCH = 200
MOST_ANCHORS = 50  # the newest of a conversation


@kept_events.waiter
def conversations_with_occasions() -> QuerySet:
    """A timed rule reads its event, and what came after it, when the moment comes."""
    return Occasion.objects.exclude(verb__in=ABOUT_RULES).values("conversation_id")


def begin(rule: Rule) -> None:
    """Have a timed rule look at all there is. Call it in the transaction that switches it on."""
    Occasion.objects.create(verb=PLAN, event_id=0, conversation_id=rule.pk)


def go_on(occasion: Occasion) -> None:
    """One step. The rows it adds and how far it came are one transaction."""
    rule = Rule.objects.filter(pk=occasion.conversation_id, is_active=True).first()
    when = watching.when_of(rule) if rule else None
    with transaction.atomic():
        last = _step(when, occasion.event_id) if when and when.is_timed else None
        if last is None:
            occasion.delete()
        else:
            Occasion.objects.filter(pk=occasion.pk).update(event_id=last, due_at=now(), attempts=0)


def _step(when: When, after: int) -> int | None:
    rows = list(standing(when).filter(pk__gt=after).order_by("pk")[:BATCH])
    for conversation in rows:
        for event in anchors(when, conversation):
            watching.plan(event, conversation, [when])
    return rows[-1].pk if len(rows) == BATCH else None


def standing(when: When) -> QuerySet[Conversation]:
    """The conversations that may have such an anchor now."""
    ordinary = Conversation.objects.filter(parent=None, merged_into=None)
    return ordinary.filter(when.anchor.standing).select_related("inbox")


def anchors(when: When, conversation: Conversation) -> Iterable[Event]:
    """What a timed rule would count from in this conversation now."""
    found = Event.objects.filter(conversation_id=conversation.pk, verb__in=when.anchor.verbs)
    for event in found.order_by("-pk")[:MOST_ANCHORS]:
        if when.is_meant(event) and not when.anchor.ended(event, now()):
            yield event
