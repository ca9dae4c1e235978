"""What a rule missed in the seconds after it was switched on.

What active rules wait for is remembered for some seconds in each process (core.memo), so one
that takes in a mail just then may not know of the new rule yet. Once no process can be behind
any more, the rule looks again at what happened meanwhile; a rule acts once on each event, so
it does nothing twice. On PostgreSQL an event takes its number before it is committed: what has
a lower number than others but is not there yet when the rule is switched on is looked for too.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import now

from promisedesk.core import memo
from promisedesk.core.models import Event
from promisedesk.rules import watching
from promisedesk.rules.models import Occasion, Rule
from promisedesk.rules.whens import When

CATCH_UP = "catch up"  # such a row: event_id is the last event before, conversation_id the rule
CATCH_UP_ON = "catch up on"  # the same for the one event of this number, if it ever comes
VERBS = (CATCH_UP, CATCH_UP_ON)
LONGEST_UNSEEN = timedelta(seconds=20)  # from taking a number to the commit
MOST_LOOKED_BACK = 500  # events
AFTER = timedelta(seconds=memo.SECONDS + 1)


def begin(rule: Rule) -> None:
    """Have it look again soon. Call it in the transaction that makes it wait for something."""
    newest = list(Event.objects.order_by("-pk").values_list("pk", "at")[:MOST_LOOKED_BACK])
    last = newest[0][0] if newest else 0
    looks = [(CATCH_UP, last, AFTER)]
    looks += [(CATCH_UP_ON, number, LONGEST_UNSEEN) for number in _unseen(newest)]
    Occasion.objects.bulk_create(
        Occasion(verb=verb, event_id=number, conversation_id=rule.pk, due_at=now() + after)
        for verb, number, after in looks
    )


def _unseen(newest: list[tuple[int, datetime]]) -> list[int]:
    """Numbers that an event may have taken and not be committed with: the gaps among those of
    the last seconds. Most were rolled back and stay empty. `newest`: (number, when), the last
    first."""
    if not newest:
        return []
    since = now() - LONGEST_UNSEEN
    first = next((number for number, at in newest if at < since), newest[-1][0])
    return sorted(set(range(first + 1, newest[0][0])) - {number for number, _at in newest})


def missed(occasion: Occasion) -> Iterable[tuple[Rule, When, Event]]:
    """What happened since that the rule waits for, whether it has looked at it or not."""
    rule = Rule.objects.filter(pk=occasion.conversation_id, is_active=True).first()
    when = watching.when_of(rule) if rule else None
    if rule is None or when is None:
        return
    which = Q(pk__gt=occasion.event_id)
    if occasion.verb == CATCH_UP_ON:
        which = Q(pk=occasion.event_id)
    since = Event.objects.filter(which, verb__in=when.verbs)
    for event in since.exclude(conversation_id=None).order_by("pk").iterator():
        if when.is_meant(event):
            yield rule, when, event
