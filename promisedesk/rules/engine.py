"""Rules look at what happened, one after another, and act once each.

Whatever a rule does and the note that it did are one transaction, so a worker that dies in
between has done nothing or everything. What goes wrong is written into the log of the rules;
it never reaches the mail that set it off.
"""

from __future__ import annotations

import structlog
from django.db import OperationalError, transaction
from django.db.models import Q
from django.utils import translation
from django.utils.timezone import now

from promisedesk.coach import heat
from promisedesk.conversations import actions, filters
from promisedesk.conversations.actions import Action
from promisedesk.conversations.models import Conversation
from promisedesk.core import leases, locks
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.core.shop import the_shop
from promisedesk.rules import catching_up, loops, planning, stopping, watching
from promisedesk.rules.models import Occasion, Rule, Run
from promisedesk.rules.whens import When

log = structlog.get_logger("promisedesk.rules")
BATCH = 20
MOST_TRIES = 8  # of an occasion that breaks something of ours
NOWHERE = 0  # the conversation of what failed before any was looked at
LONGEST_CHAIN = 10  # of conversations merged into one another
ACTED = Step("rule.acted", "A rule has acted, and nothing of it is committed yet")
NOTED = Step("rule.noted", "What a rule did is committed, and its occasion not yet done with")


def look_at_due() -> int:
    """Let the rules look at some of what happened; returns at how many occasions they looked."""
    claimed = leases.claim(Occasion.objects.all(), BATCH)
    with leases.hold_all(claimed):
        for occasion in claimed:
            _try(occasion)
    return len(claimed)


def _try(occasion: Occasion) -> None:
    try:
        if occasion.verb == planning.PLAN:
            planning.go_on(occasion)
            return
        if occasion.verb in catching_up.VERBS:
            _catch_up(occasion)
        else:
            look_at(occasion)
        occasion.delete()
    except Exception as error:
        log.exception("rules could not look at an occasion", occasion=occasion.pk)
        _again_later(occasion, error)


def _again_later(occasion: Occasion, error: Exception) -> None:
    words = f"{type(error).__name__}: {error}"[:2000]
    if occasion.attempts < MOST_TRIES:
        due_at = now() + leases.backoff(occasion.attempts)
        Occasion.objects.filter(pk=occasion.pk).update(due_at=due_at, last_error=words)
        return
    rule, conversation_id = None, occasion.conversation_id
    if occasion.verb in planning.ABOUT_RULES:
        rule, conversation_id = Rule.objects.filter(pk=conversation_id).first(), NOWHERE
    with transaction.atomic():
        Run.objects.create(
            rule=rule,
            name=rule.name if rule else "",
            conversation_id=conversation_id,
            occasion=f"{occasion.verb} {occasion.event_id}"[:100],
            outcome=Run.Outcome.FAILED,
            error=words,
        )
        occasion.delete()


def look_at(occasion: Occasion) -> None:
    """Every rule that waits for it looks, in their order; each acts at most once."""
    event = Event.objects.filter(pk=occasion.event_id).first()
    conversation = _conversation_of(occasion)
    if event is None or conversation is None:
        return
    event.conversation_id = conversation.pk  # merged meanwhile: its messages are there now
    for rule in Rule.objects.filter(is_active=True):
        when = watching.when_of(rule)
        if when is None or not _waits_for(when, occasion, event):
            continue
        if _look(rule, when, occasion, event, conversation.pk) and rule.is_last:
            return


def _catch_up(occasion: Occasion) -> None:
    for rule, when, event in catching_up.missed(occasion):
        if when.is_timed:
            watching.plan(event, watching.conversation_of(event), [when])
            continue
        one = Occasion(event_id=event.pk, conversation_id=event.conversation_id)
        if conversation := _conversation_of(one):
            event.conversation_id = conversation.pk
            if not _was_ended_before(rule, event):
                _look(rule, when, one, event, conversation.pk)


def _was_ended_before(rule: Rule, event: Event) -> bool:
    """Whether a rule above it that lets no other look has acted on this event."""
    above = Q(position__lt=rule.position) | Q(position=rule.position, pk__lt=rule.pk)
    ending = Rule.objects.filter(above, is_active=True, is_last=True)
    ran = Run.objects.filter(rule__in=ending, conversation_id=event.conversation_id)
    return ran.filter(occasion=str(event.pk)).exists()


def _conversation_of(occasion: Occasion) -> Conversation | None:
    """Not a talk with a supplier: rules are about customers."""
    found = Conversation.objects.filter(pk=occasion.conversation_id).first()
    for _step in range(LONGEST_CHAIN):
        if found is None or found.merged_into_id is None:
            break
        found = Conversation.objects.filter(pk=found.merged_into_id).first()
    return None if found is None or found.parent_id is not None else found


def _waits_for(when: When, occasion: Occasion, event: Event) -> bool:
    if when.is_timed:
        return when.key == occasion.verb and when.is_meant(event)
    return not set(when.events).isdisjoint(occasion.verb.split())


def _look(rule: Rule, when: When, occasion: Occasion, event: Event, conversation_id: int) -> bool:
    """Whether this rule acts, or has acted, on this occasion."""
    key = f"{when.since} {event.pk}".strip()
    logged = {"rule": rule, "conversation_id": conversation_id, "occasion": key}
    if Run.objects.filter(**logged).exists():
        return True
    conversation = Conversation.objects.select_related("contact", "inbox").get(pk=conversation_id)
    if when.is_timed and not _still(when, event, conversation):
        return False
    try:
        conditions = filters.read(rule.conditions)
        doing = actions.read(rule.actions)
    except Refused as refusal:
        _log(logged, rule, Run.Outcome.FAILED, [], str(refusal))
        return False
    if any(one.field.key == "mood" for one in conditions):
        heat.read_now(conversation)  # the mail came in a moment ago
    if not filters.matching(conditions, conversation):
        return False
    if occasion.depth >= loops.DEEPEST:
        stopping.stop(rule, conversation, logged)
        return True
    if loops.too_often(rule, conversation_id):
        stopping.pass_over(rule, logged)
        return False
    return _act(rule, occasion, conversation, doing, logged)


def _still(when: When, event: Event, conversation: Conversation) -> bool:
    here = Conversation.objects.filter(pk=conversation.pk)
    return here.filter(when.anchor.standing).exists() and not when.anchor.ended(event, now())


def _log(logged: dict, rule: Rule, outcome: str, did: list[dict], error: str) -> None:
    said = {"name": rule.name, "outcome": outcome, "did": did, "error": error}
    Run.objects.get_or_create(**logged, defaults=said)


def _act(rule, occasion, conversation, doing, logged) -> bool:
    with transaction.atomic():
        locks.hold_until_commit(f"rules {conversation.pk}")
        run, is_first = Run.objects.get_or_create(
            **logged, defaults={"name": rule.name, "outcome": Run.Outcome.DONE}
        )
        if not is_first:  # another worker was quicker
            return True
        with loops.behind(rule, occasion.depth), translation.override(the_shop().language):
            did, errors = perform(conversation, doing)
        outcome = Run.Outcome.FAILED if errors else Run.Outcome.DONE
        Run.objects.filter(pk=run.pk).update(did=did, error="\n".join(errors), outcome=outcome)
        ACTED.reached()
    NOTED.reached()
    return True


def perform(conversation: Conversation, doing: list[Action]) -> tuple[list[dict], list[str]]:
    """Do one action after another: (what was done, why the others were not).

    One that is refused leaves the others be. A database that is away is let out: all of it
    is done again then.
    """
    did: list[dict] = []
    errors: list[str] = []
    for one in doing:
        try:
            with transaction.atomic():
                if actions.perform(conversation, [one], by=None):
                    did.append(one.to_json())
        except Refused as refusal:
            errors.append(f"{actions.in_words([one])} {refusal}")
        except OperationalError:
            raise
        except Exception as error:
            log.exception("a rule’s action broke", action=one.do)
            errors.append(f"{actions.in_words([one])} {type(error).__name__}")
    return did, errors
