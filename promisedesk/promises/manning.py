"""Whether somebody is there: who is shown as active is only who answers.

An agent is active while one of their pages is open and they have not been sent away: by hand,
or because a quick promise of theirs (at most QUICK) was missed.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent, Session
from promisedesk.conversations.models import Inbox
from promisedesk.core.events import on, record
from promisedesk.promises.verbs import AWAY, BACK, BROKEN

QUICK = timedelta(minutes=15)
HERE = timedelta(minutes=10)  # since a page of theirs asked for anything


def somebody_is_active(inbox: Inbox) -> bool:
    """Whether anybody who may answer there is shown as active. One query."""
    return active_agents(inbox).exists()


def active_agents(inbox: Inbox):
    """Those shown as active who may answer there."""
    here = Session.objects.filter(seen_at__gte=now() - HERE).values("agent")
    found = Agent.objects.filter(is_active=True, away_since=None, pk__in=here)
    found = found.exclude(role=Agent.Role.LIGHT)
    if inbox.team_id:
        found = found.filter(teams=inbox.team_id)
    return found


@transaction.atomic
def go_away(agent: Agent, *, by_itself: bool = False) -> bool:
    """Show this agent as away from now on; False if they are already."""
    away = Agent.objects.filter(pk=agent.pk, away_since=None).update(away_since=now())
    if away:
        record(AWAY, by=agent, by_itself=by_itself)
    return bool(away)


@transaction.atomic
def come_back(agent: Agent) -> bool:
    """Show them as active again; False if they are."""
    back = Agent.objects.filter(pk=agent.pk).exclude(away_since=None).update(away_since=None)
    if back:
        record(BACK, by=agent)
    return bool(back)


@on(BROKEN)
def send_away_who_did_not_answer(event) -> None:
    """Five minutes promised and not kept: whoever was to answer is not there (X11)."""
    promise = event.about
    if promise is None or promise.due_at - promise.made_at > QUICK:
        return
    assignee = promise.conversation.assignee
    if assignee is not None:
        go_away(assignee, by_itself=True)
