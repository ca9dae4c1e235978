"""What is written and not sent yet, and what is ready to be sent again and again."""

from __future__ import annotations

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased, OneRow


class Draft(models.Model):
    """What an agent has written and not sent. Saved as they type; survives everything."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="drafts")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="drafts")
    is_note = models.BooleanField(default=False)
    text = models.TextField()
    files = models.JSONField(default=list)  # of a reply taken back: [name, type, size, sha256]
    recipients = models.JSONField(default=dict, blank=True)  # {"to": "", "cc": []}, once changed
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "agent", "is_note"], name="one_draft_a_kind"
            )
        ]


class Scheduled(Leased):
    """A reply to be sent later. Due at that time; stopped if the customer writes before it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Will be sent")
        SENT = "sent", _("Sent")
        STOPPED = "stopped", _("Stopped: the customer wrote meanwhile")
        CANCELLED = "cancelled", _("Taken back")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="scheduled"
    )
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    files = models.JSONField(default=list)
    recipients = models.JSONField(default=dict, blank=True)
    then = models.JSONField(default=list, blank=True)  # actions after it: conversations.actions
    macros = models.JSONField(default=list, blank=True)  # public ids; what they do is in `then`
    denied = models.JSONField(default=list, blank=True)  # no promises, says the writer: pledging
    moved = models.JSONField(default=dict, blank=True)  # another time for some, by pledging key
    last_seen = models.BigIntegerField(default=0)  # the newest message when it was written
    send_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    message = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="scheduled_due",
            )
        ]


class Macro(models.Model):
    """A ready answer, actions, or both. Own, of a team, or everybody's."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=100)
    shortcut = models.SlugField(max_length=40, default="", blank=True)  # typed after "/"
    texts = models.JSONField(default=dict, blank=True)  # by language
    actions = models.JSONField(default=list, blank=True)  # see conversations.actions
    files = models.JSONField(default=list, blank=True)  # [name, type, size, sha256]
    owner = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.CASCADE)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE)
    is_active = models.BooleanField(default=True)
    uses = models.PositiveIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.name


class Signature(models.Model):
    """Lines below answers: an agent's own, else an inbox's, else the shop's (neither).

    What is empty holds for all. Of those that fit, `signatures` takes the closest.
    """

    class Occasion(models.TextChoices):
        """What the desk can tell of an answer by itself."""

        ANY = "", _("Every answer")
        FIRST = "first", _("The first answer")
        FURTHER = "further", _("Further answers")
        FAULT = "fault", _("A promise was missed")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    inbox = models.ForeignKey(
        Inbox, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(max_length=5, default="", blank=True)  # of the letter
    group = models.CharField(max_length=40, default="", blank=True)  # VIP, or a Contact.segment
    occasion = models.CharField(max_length=7, choices=Occasion, default="", blank=True)
    text = models.TextField()
    picture_sha256 = models.CharField(max_length=64, default="", blank=True)  # drawn anew, WebP
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]


class LetterLook(OneRow):
    """One row: what stands around the shop's letters besides its colour and logo."""

    has_logo = models.BooleanField(default=True)  # above the words
    has_line = models.BooleanField(default=True)  # of the shop's colour, at the top
    card = models.JSONField(default=list, blank=True)  # parts of the contact card; []: the usual
    closing = models.JSONField(default=dict, blank=True)  # a sentence below it, by language
