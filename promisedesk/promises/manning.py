"""Whether somebody is there: who is shown as active is only who answers.

An agent is active while one of their pages is open and they have not been sent away: by hand,
or because a quick promise of theirs (at most QUICK) was missed.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from promisedesk.agents.models import Agent, Session
from promisedesk.conversations.models import Inbox

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
