"""Making and ordering the policies that stand before the inboxes' own: the first match counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import filters
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.saying import said
from promisedesk.lib.counting import Span, SpanError
from promisedesk.promises.models import Calendar, PromisePolicy
from promisedesk.promises.verbs import (
    POLICY_MADE,
    POLICY_REMOVED,
    POLICY_REWORDED,
)

TARGETS = ("target", "next_target", "resolution_target", "callback_target")
ROUNDINGS = (0, 5, 15, 30, 60)  # minutes


@dataclass(slots=True)
class Wording:
    """A policy as a form has it. Targets are spans, or "" for as the inbox's own."""

    name: str
    conditions: list[dict] = field(default_factory=list)
    hours: str = ""
    calendar: Calendar | None = None
    target: str = ""
    next_target: str = ""
    resolution_target: str = ""
    callback_target: str = ""
    rounds_to: int = 0
    is_active: bool = True


@transaction.atomic
def add(wording: Wording, *, by: Agent | None = None) -> PromisePolicy:
    """A new policy, the last to look before the inboxes' own. Raises Refused."""
    demand(by, Deed.RUN)
    facts = _checked(wording)
    last = PromisePolicy.objects.filter(inbox=None).aggregate(last=Max("position"))["last"] or 0
    policy = PromisePolicy.objects.create(position=last + 1, **facts)
    record(POLICY_MADE, by=by, name=policy.name)
    return policy


@transaction.atomic
def change(policy: PromisePolicy, wording: Wording, *, by: Agent | None = None) -> PromisePolicy:
    """Promise so from now on; promises made before stay as they are. Raises Refused."""
    demand(by, Deed.RUN)
    for name, value in _checked(wording).items():
        setattr(policy, name, value)
    policy.save()
    record(POLICY_REWORDED, by=by, name=policy.name)
    return policy


@transaction.atomic
def remove(policy: PromisePolicy, *, by: Agent | None = None) -> None:
    """Nothing is promised by it any more; what was stays."""
    demand(by, Deed.RUN)
    record(POLICY_REMOVED, by=by, name=policy.name)
    policy.delete()


@transaction.atomic
def move(policy: PromisePolicy, *, up: bool, by: Agent | None = None) -> None:
    """Let it look before its neighbour, or after it."""
    demand(by, Deed.RUN)
    order = list(PromisePolicy.objects.filter(inbox=None).order_by("position", "pk"))
    place = order.index(policy)
    other = place + (-1 if up else 1)
    if not 0 <= other < len(order):
        return
    order[place], order[other] = order[other], order[place]
    for number, one in enumerate(order, 1):
        if one.position != number:
            one.position = number
            one.save(update_fields=["position"])


def _checked(wording: Wording) -> dict:
    name = " ".join(wording.name.split())[:100]
    if not name:
        raise Refused(_("Give it a name."))
    read = filters.read(wording.conditions)
    if not read and not wording.hours:
        raise Refused(_("Say when it counts: a condition, or the hours."))
    spans = {one: _span(getattr(wording, one)) for one in TARGETS}
    if not any(spans.values()) and wording.calendar is None:
        raise Refused(_("Say what it promises: a target, or other opening hours."))
    if wording.rounds_to not in ROUNDINGS:
        raise Refused(_("Choose one of the ways to round."))
    return {
        "name": name,
        "conditions": wording.conditions,
        "hours": wording.hours if wording.hours in PromisePolicy.Hours else "",
        "calendar": wording.calendar,
        "rounds_to": wording.rounds_to,
        "is_active": wording.is_active,
        **spans,
    }


def _span(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(Span.parse(text))
    except SpanError as error:
        raise Refused(said(error)) from error
