"""How this shop handles its promises: one row of choices, who is called, and absences."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations.models import Conversation, Inbox
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased, OneRow
from promisedesk.promises.models.policies import Calendar


class PromiseManners(OneRow):
    """One row: what an owner chose about promises in general."""

    class Offers(models.TextChoices):
        OFF = "off", _("Always promise the target")
        ASK = "ask", _("Tell me when the target cannot be met, and propose a time")
        ITSELF = "itself", _("Promise an honest time by itself")

    class Notices(models.TextChoices):
        OFF = "off", _("Only when somebody sends one")
        BEFORE = "before", _("Shortly before a promise would be missed")
        AFTER = "after", _("When a promise was missed")

    offers = models.CharField(max_length=6, choices=Offers, default=Offers.ASK)
    notices = models.CharField(max_length=6, choices=Notices, default=Notices.OFF)
    renewal_target = models.CharField(max_length=40, default="4 working hours")
    warning = models.CharField(max_length=40, default="1 working hour")  # before it is due
    limits = models.JSONField(default=dict, blank=True)  # compensation by role: {"agent": "20.00"}
    currency = models.CharField(max_length=3, default="", blank=True)  # empty: of the country
    # Contentment by answer time: [{"within": "24 hours", "share": 68}, …] and where it is from.
    expectations = models.JSONField(default=list, blank=True)
    expectations_source = models.CharField(max_length=300, default="", blank=True)
    has_badge = models.BooleanField(default=False)  # the public share of promises kept
    urgent_words = models.JSONField(default=list, blank=True)  # []: the usual ones


class EscalationStep(models.Model):
    """Who is told next when a promise stays missed, or an urgent matter untaken."""

    class Whom(models.TextChoices):
        ASSIGNEE = "assignee", _("Whoever looks after it")
        TEAM = "team", _("Its team")
        MANAGERS = "managers", _("Managers and admins")
        ON_CALL = "on_call", _("Whoever is on call")
        AGENT = "agent", _("Somebody by name")

    is_urgent = models.BooleanField(default=False)  # of the urgent path, not of missed promises
    after_minutes = models.PositiveIntegerField(default=0)  # since it was due, or was marked
    whom = models.CharField(max_length=8, choices=Whom)
    agent = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.CASCADE)
    by_mail = models.BooleanField(default=False)
    by_hook = models.BooleanField(default=False)  # an event for webhooks that call or text

    class Meta:
        ordering = ["is_urgent", "after_minutes", "id"]


class Duty(models.Model):
    """Who is on call in which hours. The first who is, in this order, is called."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="duties")
    calendar = models.ForeignKey(Calendar, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]


class Urgency(Leased):
    """An urgent matter: people are called, step by step, until one of them takes it."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="urgencies"
    )
    since = models.DateTimeField(default=now)
    because = models.CharField(max_length=200, default="", blank=True)  # a word, a rule, an agent
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    step = models.PositiveSmallIntegerField(default=0)  # the next of the chain
    taken_by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)  # taken, or not urgent after all

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation"],
                condition=models.Q(ended_at=None),
                name="one_urgency_a_conversation",
            )
        ]


class Absence(models.Model):
    """Nobody answers for several days: customers are told when somebody does, once each."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    # Of one inbox, one team's inboxes, or the whole shop.
    inbox = models.ForeignKey(Inbox, null=True, blank=True, on_delete=models.CASCADE)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE)
    starts_on = models.DateField()
    returns_on = models.DateField()  # the first day somebody answers again
    texts = models.JSONField(default=dict)  # {"en": {"says", "contacts", "useful"}}
    is_on = models.BooleanField(default=True)
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)


class AbsenceTold(models.Model):
    """Who was told of an absence: each address once."""

    absence = models.ForeignKey(Absence, on_delete=models.CASCADE, related_name="told")
    address = models.CharField(max_length=320)  # lower case
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["absence", "address"], name="told_of_absence_once")
        ]


class Pace(models.Model):
    """How fast a pool of inboxes answers, learned from its own history; see forecasting."""

    key = models.CharField(max_length=60, unique=True)  # "team 3", "inbox 5", "all"
    data = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=now)
