"""Teams: who is in them, and how they share out what comes in."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.desk_verbs import TEAM_ADDED, TEAM_CHANGED, TEAM_REMOVED, WORK_CHANGED
from promisedesk.agents.models import Agent, AssignBy, Team
from promisedesk.agents.rights import Deed, demand
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

MOST_OPEN = 9999


def _checked_name(name: str, besides: Team | None = None) -> str:
    name = " ".join(name.replace("\x00", "").split())[:100]
    if not name:
        raise Refused(_("Give the team a name."))
    others = Team.objects.exclude(pk=besides.pk) if besides else Team.objects
    # SQLite knows the case of ASCII letters only, so Python compares; teams are few.
    if any(one.casefold() == name.casefold() for one in others.values_list("name", flat=True)):
        raise Refused(_("There is a team of this name already."))
    return name


@transaction.atomic
def add(name: str, *, by: Agent) -> Team:
    """A new team of nobody. Raises Refused without a name, or when there is one of that name."""
    demand(by, Deed.RUN)
    team = Team.objects.create(name=_checked_name(name))
    record(TEAM_ADDED, by=by, team=team.name)
    return team


@transaction.atomic
def change(
    team: Team,
    *,
    name: str,
    members: Iterable[Agent],
    assign_by: str,
    prefers_known: bool,
    by: Agent,
) -> None:
    """Another name, other people, another way to share out. Raises Refused."""
    demand(by, Deed.RUN)
    if assign_by not in AssignBy.values:
        raise Refused(_("Choose how conversations are given out."))
    team.name = _checked_name(name, team)
    team.assign_by, team.prefers_known = assign_by, prefers_known
    team.save(update_fields=["name", "assign_by", "prefers_known"])
    team.agents.set(members)
    record(TEAM_CHANGED, by=by, team=team.name, assign_by=assign_by)


@transaction.atomic
def remove(team: Team, *, by: Agent) -> None:
    """Dissolve it. Whoever calls this has seen to it that no inbox is its own any more."""
    demand(by, Deed.RUN)
    record(TEAM_REMOVED, by=by, team=team.name)
    team.delete()


@transaction.atomic
def give_to(agent: Agent, *, takes_new: bool, capacity: int, by: Agent) -> None:
    """Whether the desk gives them new conversations, and how many open ones at most (0: any)."""
    demand(by, Deed.RUN)
    if not 0 <= capacity <= MOST_OPEN:
        raise Refused(_("Choose a number between 0 and %d.") % MOST_OPEN)
    agent.takes_new, agent.capacity = takes_new, capacity
    agent.save(update_fields=["takes_new", "capacity"])
    record(WORK_CHANGED, by=by, to=agent.name, takes_new=takes_new, capacity=capacity)
