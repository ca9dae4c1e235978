from django.db import models

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation


class Draft(models.Model):
    """What an agent has written and not sent. Saved as they type; survives everything."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="drafts")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="drafts")
    is_note = models.BooleanField(default=False)
    text = models.TextField()
    files = models.JSONField(default=list)  # of a reply taken back: [name, type, size, sha256]
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "agent", "is_note"], name="one_draft_a_kind"
            )
        ]
