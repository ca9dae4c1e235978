"""Working together on conversations, and putting them together."""

from django.db import models
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.models.conversations import Conversation, Message
from promisedesk.core.ids import public_id


class Follower(models.Model):
    """An agent who wants to know what happens in a conversation that is not theirs."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="followers"
    )
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="follows")
    since = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "conversation"], name="follows_once")
        ]


class Mention(models.Model):
    """A note names an agent: @Anna."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="mentions"
    )
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="mentions")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="mentions")
    created_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "agent"], name="mentioned_once")]
        indexes = [models.Index(fields=["agent", "-created_at"], name="mention_of_agent")]


class Link(models.Model):
    """Two conversations that belong to one matter, and stay two."""

    first = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="links_out")
    second = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="links_in")
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="linked_once")]


class Merge(models.Model):
    """A conversation put into another, with all that is needed to take it back."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    into = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)  # what was where, by room


class TimeSpent(models.Model):
    """How long an agent worked on a conversation, as they say."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="times")
    agent = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    seconds = models.PositiveIntegerField()
    note = models.CharField(max_length=200, default="", blank=True)
    at = models.DateTimeField(default=now)


class Batch(models.Model):
    """One action done to many conversations at once, with what each was before."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    by = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    actions = models.JSONField(default=list)  # see conversations.actions
    before = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)
