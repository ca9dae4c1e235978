"""Conversations taken over from elsewhere."""

from django.db import models
from django.utils.timezone import now

from promisedesk.conversations.models.conversations import Conversation
from promisedesk.conversations.models.inboxes import Inbox


class NamedId(models.Model):
    """An id that an imported mail names, but whose own mail may come later: files have no order."""

    inbox = models.ForeignKey(Inbox, on_delete=models.CASCADE, related_name="+")
    digest = models.BinaryField(max_length=16)  # of the Message-ID
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["digest"], name="named_id_by_digest")]
        constraints = [
            models.UniqueConstraint(
                fields=["inbox", "digest", "conversation"], name="id_named_once_a_conversation"
            )
        ]


class ImportRun(models.Model):
    """History read in from a file or folder: how far it is, so that it goes on after a stop."""

    kind = models.CharField(max_length=20)  # mbox, maildir
    source = models.CharField(max_length=1000)  # the absolute path
    inbox = models.ForeignKey(Inbox, on_delete=models.CASCADE, related_name="+")
    position = models.BigIntegerField(default=0)  # bytes of an mbox, mails of a maildir
    taken = models.BigIntegerField(default=0)
    already_there = models.BigIntegerField(default=0)
    unreadable = models.BigIntegerField(default=0)
    left_out = models.BigIntegerField(default=0)  # drafts, rubbish and spam of the old program
    started_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "source", "inbox"], name="one_run_a_source")
        ]
