"""What a rule missed in the seconds after it was switched on.

What active rules wait for is remembered for some seconds in each process (core.memo), so one
that takes in a mail just then may not know of the new rule yet. Once no process can be behind
any more, the rule looks again at what happened meanwhile; a rule acts once on each event, so
it does nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Max
from django.utils.timezone import now

from promisedesk.core import memo
from promisedesk.core.models import Event
from promisedesk.rules import watching
from promisedesk.rules.models import Occasion, Rule
from promisedesk.rules.whens import When

CATCH_UP = "catch up"  # such a row: event_id is the last event before, conversation_id the rule
AFTER = timedelta(seconds=memo.SECONDS + 1)


def begin(rule: Rule) -> None:
    """Have it look again soon. Call it in the transaction that makes it wait for something."""
    last = Event.objects.aggregate(last=Max("pk"))["last"] or 0
    Occasion.objects.create(
        verb=CATCH_UP, event_id=last, conversation_id=rule.pk, due_at=now() + AFTER
    )


def missed(occasion: Occasion) -> Iterable[tuple[Rule, When, Event]]:
    """What happened since that the rule waits for, whether it has looked at it or not."""
    rule = Rule.objects.filter(pk=occasion.conversation_id, is_active=True).first()
    when = watching.when_of(rule) if rule else None
    if rule is None or when is None:
        return
    since = Event.objects.filter(pk__gt=occasion.event_id, verb__in=when.verbs)
    for event in since.exclude(conversation_id=None).order_by("pk").iterator():
        if when.is_meant(event):
            yield rule, when, event
