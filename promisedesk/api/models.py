from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased


class Token(models.Model):
    """A key for programs, acting as its agent. Only its hash is kept."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    token_hash = models.CharField(max_length=64, unique=True)  # SHA-256
    created_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)


class IdempotencyKey(models.Model):
    """What a POST with this key answered, so that a repeat answers the same and does nothing."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    key = models.CharField(max_length=255)
    request_hash = models.CharField(max_length=64)  # method, path and body
    status = models.PositiveSmallIntegerField(null=True)  # None: the first is still at work
    body = models.TextField(default="", blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="idempotency_once")]


class Webhook(Leased):
    """A server of others that is told what happens. One worker at a time writes to it, in order.

    `due_at`: when it may next be written to, whether or not anything waits.
    """

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=100, default="", blank=True)
    url = models.CharField(max_length=1000)
    secret = models.TextField()  # sealed; signs what is sent
    verbs = models.JSONField(default=list)  # "promise.broken", "urgent.*"
    is_active = models.BooleanField(default=True)
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)
    failing_since = models.DateTimeField(null=True)


class WebhookDelivery(models.Model):
    """One event for one webhook. Written with the event; its body is made when it is sent."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        STOPPED = "stopped", _("Stopped: a circle")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    # No constraint in the database: where the removal of a webhook is not known for some seconds,
    # mail must come in all the same.
    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="deliveries", db_constraint=False
    )
    event_id = models.BigIntegerField(null=True)  # of the log; None: a test
    verb = models.CharField(max_length=80)
    conversation_id = models.BigIntegerField(null=True)
    depth = models.PositiveSmallIntegerField(default=1)  # how often the desk was told by itself
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    created_at = models.DateTimeField(default=now)
    tried_from = models.DateTimeField(default=now)  # for a day; then it failed
    attempts = models.PositiveIntegerField(default=0)
    last_status = models.PositiveSmallIntegerField(null=True)
    last_error = models.TextField(default="", blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["webhook", "id"],
                condition=models.Q(state="waiting"),
                name="hook_delivery_waiting",
            ),
            models.Index(fields=["webhook", "-id"], name="hook_delivery_newest"),
            models.Index(fields=["conversation_id", "-id"], name="hook_delivery_of"),
        ]
