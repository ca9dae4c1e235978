"""Rules of the shop: when something happens or time passes, if it is so, then do this."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased


class Rule(models.Model):
    """`when` is {"events": [verb, …]} or {"after": "3 days", "since": "…"} (see rules.whens)."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=False)
    when = models.JSONField(default=dict)
    conditions = models.JSONField(default=list)  # see conversations.filters
    actions = models.JSONField(default=list)  # see conversations.actions
    is_last = models.BooleanField(default=False)  # no further rule looks at that event
    position = models.PositiveIntegerField(default=0)
    stopped_because = models.CharField(max_length=300, default="", blank=True)  # it ran in circles
    made_by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(default=now)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class Occasion(Leased):
    """An event some rule may want to act on. Due until the rules have looked at it."""

    verb = models.CharField(max_length=80)
    event_id = models.BigIntegerField()
    conversation_id = models.BigIntegerField()
    depth = models.PositiveSmallIntegerField(default=0)  # how many rules stand behind it

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="occasion_due",
            )
        ]


class Run(models.Model):
    """What a rule did, once."""

    class Outcome(models.TextChoices):
        DONE = "done", _("Done")
        FAILED = "failed", _("Not done")
        LOOP = "loop", _("Stopped: rules went in circles")

    rule = models.ForeignKey(Rule, null=True, on_delete=models.SET_NULL, related_name="log")
    name = models.CharField(max_length=100)  # of the rule then
    conversation_id = models.BigIntegerField()
    occasion = models.CharField(max_length=100)  # what it ran for: once each
    at = models.DateTimeField(default=now)
    outcome = models.CharField(max_length=6, choices=Outcome)
    did = models.JSONField(default=list)  # the actions as they were done
    error = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "conversation_id", "occasion"], name="a_rule_runs_once"
            )
        ]
        indexes = [
            models.Index(fields=["rule", "-id"], name="run_of_rule"),
            models.Index(fields=["conversation_id", "-id"], name="run_of_conversation"),
        ]
