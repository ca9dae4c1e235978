"""Letters to agents: what waits to be written to whom."""

from django.db import models

from promisedesk.agents.models import Agent
from promisedesk.core.models import Leased


class AgentLetter(Leased):
    """One row an agent: what the next letter tells, due when it may go. See promises.lettering."""

    agent = models.OneToOneField(Agent, on_delete=models.CASCADE, related_name="+")
    waiting = models.JSONField(default=dict, blank=True)  # to be told in the next letter
    leaving = models.JSONField(default=dict, blank=True)  # in the letter that is on its way
    number = models.PositiveIntegerField(default=0)  # of that letter: a second try is the same one
    sent_at = models.DateTimeField(null=True)
