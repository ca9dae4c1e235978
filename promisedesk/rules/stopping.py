"""Rules that go in circles are stopped, and people are told.

Only rules that set one another off are stopped. Many mails of one sender are no circle: a rule
is passed over in that conversation then, as a stranger must not be able to stop it for all.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.core.events import record
from promisedesk.rules import telling
from promisedesk.rules.models import Rule, Run
from promisedesk.rules.verbs import STOPPED

CIRCLE = "circle "  # Rule.stopped_because: then the reference of the conversation


@transaction.atomic
def stop(rule: Rule, conversation: Conversation, logged: dict) -> None:
    """Switch off a rule that would act once more in a circle; shown, and told to the admins."""
    Run.objects.get_or_create(**logged, defaults={"name": rule.name, "outcome": Run.Outcome.LOOP})
    row = Rule.objects.select_for_update().filter(pk=rule.pk, is_active=True).first()
    if row is None:
        return
    row.is_active, row.changed_at = False, now()
    row.stopped_because = CIRCLE + conversation.ref
    row.save(update_fields=["is_active", "changed_at", "stopped_because"])
    record(STOPPED, conversation=conversation, name=rule.name)
    admins = Agent.objects.filter(is_active=True, role=Agent.Role.ADMIN)
    telling.tell(admins, STOPPED, conversation, name=rule.name)


def pass_over(rule: Rule, logged: dict) -> None:
    """Say once, not each time, that it ran too often here."""
    last = Run.objects.filter(rule=rule, conversation_id=logged["conversation_id"])
    newest = last.order_by("-pk").first()
    if newest is None or newest.outcome != Run.Outcome.LOOP:
        said = {"name": rule.name, "outcome": Run.Outcome.LOOP}
        Run.objects.get_or_create(**logged, defaults=said)


def in_words(because: str) -> str:
    """Why a rule was stopped, for people; '' when it was not."""
    if not because:
        return ""
    return _(
        "It was stopped: it and other rules set one another off, again and again, "
        "in conversation %(ref)s. Change one of them, then switch it on again."
    ) % {"ref": because.removeprefix(CIRCLE)}
