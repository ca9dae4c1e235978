from django.db import models
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.core.ids import public_id


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
