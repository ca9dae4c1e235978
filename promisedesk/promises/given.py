"""What one customer was promised, and how each promise ended."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import QuerySet

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact
from promisedesk.core.prepared import prepared
from promisedesk.promises.measures import MOST_OF_ONE, Share, outcome_of, visible_to
from promisedesk.promises.models import Promise


@dataclass(slots=True)
class Given:
    """The share kept, the newest outcomes (oldest first), and the worst of each conversation."""

    share: Share
    outcomes: list[str]
    by_conversation: dict[int, str] = field(default_factory=dict)


WORST = ["late", "missed", "running", "kept"]


def given_to(contact: Contact, most: int, *, agent: Agent) -> Given:
    """How we have kept our word to one customer, where this agent may see it. One query.

    Outcomes: kept, missed (made good late), late (still owed) or running.
    """
    outcomes, worst = [], {}
    for conversation, *facts in _newest(contact.pk, agent.pk, role=agent.role):
        outcome = outcome_of(*facts)
        outcomes.append(outcome)
        known = worst.get(conversation, outcome)
        worst[conversation] = min(known, outcome, key=WORST.index)
    share = Share(outcomes.count("kept"), len(outcomes) - outcomes.count("running"))
    return Given(share, outcomes[:most][::-1], worst)


@prepared
def _newest(contact: int, agent: int, *, role: str) -> QuerySet:
    promises = visible_to(Agent(pk=agent, role=role)).filter(contact_id=contact)
    told = promises.exclude(kind=Promise.Kind.RESOLUTION)  # whose time nobody was told
    newest = told.exclude(state=Promise.State.WITHDRAWN).order_by("-pk")[:MOST_OF_ONE]
    return newest.values_list("conversation", "state", "due_at", "settled_at")


def promises_to(contact: Contact, agent: Agent) -> QuerySet[Promise]:
    """All promises to them that this agent may see, the newest first."""
    promises = visible_to(agent).filter(contact=contact)
    return promises.exclude(state=Promise.State.WITHDRAWN).order_by("-due_at", "-pk")
