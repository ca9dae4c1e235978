"""How early people are warned, who is told in which order, who is on call, what is urgent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.saying import said
from promisedesk.lib.counting import Span, SpanError
from promisedesk.promises import urgent_words
from promisedesk.promises.calling_verbs import (
    CHAIN_CHANGED,
    DUTY_CHANGED,
    URGENT_CHAIN_CHANGED,
    URGENT_WORDS_CHANGED,
    WARNING_CHANGED,
)
from promisedesk.promises.chain import Whom
from promisedesk.promises.models import Calendar, Duty, EscalationStep, PromiseManners

MOST_STEPS = 10
MOST_MINUTES = 7 * 24 * 60
MOST_DUTIES = 50


@transaction.atomic
def set_warning(span: str, *, by: Agent | None) -> bool:
    """How long before it is due a promise is warned of. Raises Refused if it is no span."""
    demand(by, Deed.RUN)
    try:
        read = Span.parse(span)
    except SpanError as error:
        raise Refused(said(error)) from error
    if not read.amount:  # nobody would ever be warned
        raise Refused(_("“Same day” is for promises only. Write it like 4 working hours."))
    tidy = str(read)
    manners = PromiseManners.to_change()
    if manners.warning == tidy:
        return False
    manners.warning = tidy
    manners.save(update_fields=["warning"])
    record(WARNING_CHANGED, by=by, span=tidy)
    return True


@transaction.atomic
def set_urgent_words(phrases: Sequence[str], *, by: Agent | None) -> bool:
    """The shop's own phrases; none: the usual ones. Raises Refused when there are too many."""
    demand(by, Deed.RUN)
    tidy = list(dict.fromkeys(" ".join(one.replace("\x00", "").split()) for one in phrases))
    tidy = [one for one in tidy if one]
    if len(tidy) > urgent_words.MOST or any(len(one) > urgent_words.LONGEST for one in tidy):
        raise Refused(
            _("Write at most %(number)s phrases, each of at most %(length)s letters.")
            % {"number": urgent_words.MOST, "length": urgent_words.LONGEST}
        )
    manners = PromiseManners.to_change()
    if manners.urgent_words == tidy:
        return False
    manners.urgent_words = tidy
    manners.save(update_fields=["urgent_words"])
    record(URGENT_WORDS_CHANGED, by=by, words=tidy)
    return True


@transaction.atomic
def set_chain(steps: Sequence[dict[str, Any]], *, is_urgent: bool, by: Agent | None) -> None:
    """All steps of a chain anew: {"minutes", "whom", "agent"?, "by_mail", "by_hook"}.

    They are taken in the order of their minutes. None at all brings the usual chain back.
    Raises Refused.
    """
    demand(by, Deed.RUN)
    if len(steps) > MOST_STEPS:
        raise Refused(_("A chain has at most %d steps.") % MOST_STEPS)
    rows = [_step(one, is_urgent) for one in steps]
    EscalationStep.objects.filter(is_urgent=is_urgent).delete()
    for row in rows:  # one by one: what is remembered of them is forgotten by their signals
        row.save()
    facts = [
        {"minutes": row.after_minutes, "whom": row.whom, "to": row.agent and row.agent.name}
        for row in rows
    ]
    record(URGENT_CHAIN_CHANGED if is_urgent else CHAIN_CHANGED, by=by, steps=facts)


def _step(one: dict[str, Any], is_urgent: bool) -> EscalationStep:
    minutes, whom = one.get("minutes"), one.get("whom")
    if not isinstance(minutes, int) or not 0 <= minutes <= MOST_MINUTES:
        raise Refused(_("Say after how many minutes, at most a week."))
    if whom not in Whom.values:
        raise Refused(_("Say who is told."))
    agent = one.get("agent") if whom == Whom.AGENT else None
    if whom == Whom.AGENT and (agent is None or not agent.is_active):
        raise Refused(_("Say who is told."))
    return EscalationStep(
        is_urgent=is_urgent,
        after_minutes=minutes,
        whom=whom,
        agent=agent,
        by_mail=bool(one.get("by_mail")),
        by_hook=bool(one.get("by_hook")),
    )


@transaction.atomic
def put_on_call(agent: Agent, calendar: Calendar, *, by: Agent | None) -> Duty:
    """Somebody is on call in the hours of a calendar; at the end of the list. Raises Refused."""
    demand(by, Deed.RUN)
    if not agent.is_active or agent.role == Agent.Role.LIGHT:
        raise Refused(_("Choose somebody who answers customers."))
    if Duty.objects.count() >= MOST_DUTIES:
        raise Refused(_("The list is long. Take somebody off first."))
    last = Duty.objects.aggregate(last=Max("position"))["last"]
    duty = Duty.objects.create(
        agent=agent, calendar=calendar, position=0 if last is None else last + 1
    )
    record(DUTY_CHANGED, by=by, to=agent.name, calendar=calendar.name)
    return duty


@transaction.atomic
def take_off_call(duty: Duty, *, by: Agent | None) -> None:
    demand(by, Deed.RUN)
    record(DUTY_CHANGED, by=by, to=duty.agent.name, calendar=duty.calendar.name, off=True)
    duty.delete()


@transaction.atomic
def call_earlier(duty: Duty, *, by: Agent | None) -> bool:
    """One place up in the list. False at its top."""
    demand(by, Deed.RUN)
    rows = list(Duty.objects.select_for_update().order_by("position", "pk"))
    place = next(i for i, row in enumerate(rows) if row.pk == duty.pk)
    if not place:
        return False
    rows[place - 1], rows[place] = rows[place], rows[place - 1]
    for position, row in enumerate(rows):
        Duty.objects.filter(pk=row.pk).update(position=position)
    record(DUTY_CHANGED, by=by, to=duty.agent.name, calendar=duty.calendar.name)
    return True
