"""Who may see a conversation: the rule of `visible_to`, asked the other way round."""

from django.db.models import Q, QuerySet

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations.models import Conversation, Inbox


def who_sees(conversation: Conversation) -> QuerySet[Agent]:
    """Everybody at work here who may see it, by name: of its inbox, or the team it was given."""
    return _of(conversation.inbox, conversation.team_id)


def who_answers(conversation: Conversation) -> QuerySet[Agent]:
    """Those of them who answer customers: whom it can be given to."""
    return who_sees(conversation).exclude(role=Agent.Role.LIGHT)


def who_answers_in(inbox: Inbox) -> QuerySet[Agent]:
    """Who may see what comes into this inbox, and answer it."""
    return _of(inbox, None).exclude(role=Agent.Role.LIGHT)


def teams() -> QuerySet[Team]:
    """The teams a conversation can be given to: somebody there answers customers.

    Whatever its inbox: what a team is given it sees.
    """
    answering = Agent.objects.filter(is_active=True).exclude(role=Agent.Role.LIGHT)
    members = Agent.teams.through.objects.filter(agent__in=answering)
    return Team.objects.filter(pk__in=members.values("team")).order_by("name", "pk")


def _of(inbox: Inbox, given: int | None) -> QuerySet[Agent]:
    agents = Agent.objects.filter(is_active=True).order_by("name", "pk")
    if inbox.team_id is None:
        return agents
    teams = [team for team in (inbox.team_id, given) if team is not None]
    members = Agent.teams.through.objects.filter(team__in=teams)
    seers = Q(role__in=[Agent.Role.ADMIN, Agent.Role.MANAGER])
    return agents.filter(seers | Q(pk__in=members.values("agent")))
