"""What a shop asks of its letters, and what people said to the coach's hints."""

from django.db import models
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased, OneRow
from promisedesk.replies.models import Scheduled


class CoachManners(OneRow):
    """One row: how strict the coach is here."""

    levels = models.JSONField(default=dict, blank=True)  # {"tone": "stop"}; missing: the usual
    cooling_minutes = models.PositiveSmallIntegerField(default=10)  # 0: nothing is held
    wants_second_eyes = models.BooleanField(default=False)  # on a heated reply, before it leaves
    calls_lead = models.BooleanField(default=True)  # when a conversation gets hot twice in a row
    signature_needs = models.JSONField(default=list, blank=True)  # []: the usual, see signing
    allows_pictures = models.BooleanField(default=False)  # in signatures
    allows_art = models.BooleanField(default=False)  # ASCII art in signatures


class OwnWord(models.Model):
    """A word of this shop that is spelt as it is: a brand, a product, a place."""

    word = models.CharField(max_length=60, unique=True)  # lower case
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["word"]


class Dismissal(models.Model):
    """Somebody did not do as the coach said, and why. Kept for whoever reviews replies."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="dismissals"
    )
    # None before it is sent, and again when it is taken back.
    message = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")
    agent = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    code = models.CharField(max_length=40)  # of the finding
    words = models.CharField(max_length=200, default="", blank=True)  # what it was about
    reason = models.CharField(max_length=300, default="", blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["conversation", "-id"], name="dismissal_of_conversation")]


class MoodToRead(Leased):
    """A customer's message that came in and nobody has read the mood of: soon, by the worker."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="mood_to_read_due",
            )
        ]


class Cooling(Leased):
    """A heated answer that waits as one for later. Due while a colleague is to read it first:
    then somebody looks after it, so that it does not wait for ever."""

    letter = models.OneToOneField(Scheduled, on_delete=models.CASCADE, related_name="cooling")
    until = models.DateTimeField()
    wants_eyes = models.BooleanField(default=False)  # leaves only when another has read it
    chosen_at = models.DateTimeField(null=True)  # the writer wanted it sent then, not at once
    call_at = models.DateTimeField(null=True)  # when managers are told that nobody read it
    released_by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    released_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="cooling_due",
            )
        ]


class WritingHelp(OneRow):
    """One row: the outside server that may be asked for help with a text. Off at first."""

    is_on = models.BooleanField(default=False)
    base_url = models.CharField(max_length=300, default="", blank=True)  # "https://llm.example/v1"
    model = models.CharField(max_length=200, default="", blank=True)
    key = models.TextField(default="", blank=True)  # sealed
    helps = models.JSONField(default=list, blank=True)  # those offered: see helping.HELPS
    seconds = models.PositiveSmallIntegerField(default=30)  # waited for one answer
    known_models = models.JSONField(default=list, blank=True)  # as the server named them last


class Asked(Leased):
    """A text the server is asked about, and what it answered. Gone after an hour."""

    public_id = models.CharField(max_length=22, default=public_id, unique=True)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(
        Conversation, null=True, on_delete=models.CASCADE, related_name="+"
    )
    message = models.ForeignKey(Message, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)  # see helping.HELPS; "read" and "try" besides
    language = models.CharField(max_length=5)  # of the answer
    text = models.TextField(default="", blank=True)  # as it stood in the box
    host = models.CharField(max_length=300, default="", blank=True)  # who was asked
    sent = models.JSONField(default=list, blank=True)  # the very messages that went out
    answer = models.TextField(default="", blank=True)
    doubts = models.JSONField(default=list, blank=True)  # [["lost", "49.90"], …]
    created_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                name="asked_due",
                condition=models.Q(due_at__isnull=False),
            )
        ]
