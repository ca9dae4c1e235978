"""Who sees which conversation, decided in memory: the live streams ask it for every event.

The same rule as `Conversation.objects.visible_to`, which a test holds beside it. One query
answers for any number of conversations, however many agents are looking.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rule needs to know of a conversation."""

    public_id: str
    inbox_team: int | None
    team: int | None  # it was given to


@dataclass(frozen=True, slots=True)
class Sight:
    """How much an agent sees. Equal ones see the same."""

    everything: bool
    teams: frozenset[int]

    def sees(self, facts: Facts) -> bool:
        if self.everything or facts.inbox_team is None:
            return True
        return facts.inbox_team in self.teams or facts.team in self.teams


def facts_of(conversations: Iterable[int | None]) -> dict[int, Facts]:
    """What is known of these conversations (by number). One query."""
    wanted = {one for one in conversations if one}
    if not wanted:
        return {}
    rows = Conversation.objects.filter(pk__in=wanted)
    found = rows.values_list("pk", "public_id", "inbox__team_id", "team_id")
    return {pk: Facts(*facts) for pk, *facts in found}


def sights_of(agents: Iterable[int]) -> dict[int, Sight]:
    """What each active agent of these (by number) sees now; others are not in it. Two queries."""
    wanted = set(agents)
    rows = Agent.objects.filter(pk__in=wanted, is_active=True).only("pk", "role")
    members = Agent.teams.through.objects.filter(agent__in=wanted)
    teams: dict[int, set[int]] = {}
    for agent, team in members.values_list("agent_id", "team_id"):
        teams.setdefault(agent, set()).add(team)
    return {row.pk: _sight(row, teams.get(row.pk, set())) for row in rows}


def _sight(agent: Agent, teams: set[int]) -> Sight:
    # Teams of those who see everything change nothing: all of them see the same.
    return Sight(agent.sees_everything, frozenset(() if agent.sees_everything else teams))
