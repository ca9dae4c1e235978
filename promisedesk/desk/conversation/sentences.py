"""Events as sentences, in the reader's language and on the reader's clock."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.utils.translation import gettext as _

from promisedesk.conversations.closing import in_words
from promisedesk.core.events import VERBS
from promisedesk.core.models import Event
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import promise_sentences
from promisedesk.promises.models import Promise

# Told by the messages themselves, which stand beside them.
UNSAID = {
    "promise.due_soon",
    "conversation.started",
    "message.received",
    "message.replied",
    "message.noted",
    "call.made",
    "call.missed",
    "reply.with_macros",
    "message.heated",  # it stands in the message
    "delivery.sent",
    "delivery.deferred",
    "delivery.failed",
    "delivery.in_doubt",
    # Of one person's own concern.
    "conversation.followed",
    "conversation.unfollowed",
    "conversation.mentioned",
}
ICONS = {
    "promise.made": "flag",
    "promise.told": "flag",
    "promise.kept": "check-circle",
    "promise.broken": "alert-circle",
    "promise.made_good": "check",
    "promise.withdrawn": "x",
    "promise.undone": "alert",
    "promise.renewed": "flag",
    "promise.paused": "hourglass",
    "promise.resumed": "clock",
    "promise.to_settle": "flag",
    "promise.settled": "check-circle",
    "promise.settled_late": "check",
    "promise.committed": "flag",
    "promise.fulfilled": "check-circle",
    "promise.fulfilled_late": "check",
    "absence.told": "hourglass",
    "compensation.voucher": "package",
    "compensation.discount": "package",
    "compensation.refund": "package",
    "compensation.gift": "package",
    "compensation.taken_back": "undo",
    "conversation.assigned": "user",
    "conversation.unassigned": "user",
    "conversation.given_to_team": "people",
    "conversation.left_team": "people",
    "conversation.given_out": "user",
    "conversation.given_to_known": "user",
    "conversation.taken": "user",
    "conversation.taken_over": "user",
    "conversation.snoozed": "snooze",
    "conversation.woken": "undo",
    "conversation.returned": "undo",
    "conversation.woken_by_customer": "undo",
    "conversation.tagged": "tag",
    "conversation.untagged": "tag",
    "conversation.filled_in": "edit",
    "conversation.emptied": "edit",
    "conversation.mentioned": "at",
    "conversation.time_spent": "clock",
    "conversation.time_taken_off": "clock",
    "conversation.resolved_unanswered": "check-circle",
    "conversation.no_thanks": "undo",
    "promise.let_go": "x",
    "conversation.resolved": "check-circle",
    "conversation.reopened": "undo",
    "conversation.marked_spam": "x-circle",
    "delivery.bounced": "alert",
    "delivery.arrived": "check",
    "delivery.delayed": "hourglass",
    "delivery.read": "eye",
    "delivery.deleted": "trash",
    "delivery.complained": "flag",
    "conversation.storm": "list",
    "delivery.copy_failed": "alert",
    "conversation.stranger": "user",
    "conversation.referred": "user",
    "conversation.joined": "merge",
    "conversation.put_into": "merge",
    "conversation.taken_apart": "split",
    "conversation.came_back": "split",
    "conversation.split": "split",
    "conversation.split_from": "split",
    "conversation.also_in": "copy",
    "conversation.forwarded": "forward",
    "conversation.customer_changed": "user",
    "participant.let_in": "user-plus",
    "participant.kept_out": "user",
    "rule.wrote": "mail",
    "rule.told": "bell",
    "rule.stopped": "alert",
    "reply.put_off": "clock",
    "reply.later_changed": "clock",
    "reply.later_taken_back": "undo",
    "reply.later_stopped": "alert",
    "reply.cools": "hourglass",
    "reply.wants_eyes": "eye",
    "reply.released": "send",
    "reply.given_back": "undo",
    "reply.unread": "bell",
    "message.not_heated": "smile",
    "conversation.flared": "bell",
    "conversation.renamed": "edit",
    "contact.address_taken": "at",
    "contact.address_given_back": "at",
}
TONES = {
    "promise.broken": "bad",
    "promise.told": "accent",
    "promise.made": "accent",
    "promise.renewed": "accent",
}


def said_verbs() -> list[str]:
    """The verbs a timeline shows."""
    return [name for name in VERBS if name not in UNSAID]


def sentence(event: Event, clock: Clock) -> str:
    """What happened, with times in full. Facts that are missing read as "?"."""
    facts = defaultdict(lambda: "?", {key: _said(one, clock) for key, one in event.data.items()})
    facts["by"] = event.by.name if event.by else _doer(event)
    if "because" in event.data:
        facts["because"] = in_words(event.data["because"])
    if facts.get("says") == "" and facts.get("kind") in Promise.Kind.values:
        facts["says"] = Promise.Kind(facts["kind"]).label  # promised without words: a call-back
    return (promise_sentences.words_of(event) or str(VERBS[event.verb].reads_as)) % facts


def _doer(event: Event) -> str:
    """Who did what nobody did: a rule, or the desk itself."""
    rule = event.data.get("rule")
    return _("Rule “%(name)s”") % {"name": rule} if rule else _("Promisedesk")


def _said(fact, clock: Clock):
    if not isinstance(fact, str) or "T" not in fact:
        return fact
    try:
        at = datetime.fromisoformat(fact)
    except ValueError:
        return fact
    # In full: the line stays, and "tomorrow" would be another day then.
    return clock.full(at) if at.tzinfo else fact
