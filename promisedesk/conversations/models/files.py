"""What is found by looking into files and pictures."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from promisedesk.conversations.models.conversations import Message
from promisedesk.core.models import Leased


class Look(Leased):
    """What was found by looking into a file, once for each content: viruses, a small picture.

    Made when there is something to look for; due until it is done.
    """

    class Verdict(models.TextChoices):
        NOT_ASKED = "not_asked", _("Not scanned")  # no scanner is set
        WAITING = "waiting", _("Not scanned yet")
        CLEAN = "clean", _("Clean")
        INFECTED = "infected", _("Infected")
        TOO_LARGE = "too_large", _("Too large to scan")
        NOT_ABLE = "not_able", _("Could not be scanned")

    sha256 = models.CharField(max_length=64, unique=True)
    verdict = models.CharField(max_length=9, choices=Verdict, default=Verdict.NOT_ASKED)
    found = models.CharField(max_length=200, default="", blank=True)  # the scanner's name for it
    scanned_at = models.DateTimeField(null=True)
    is_picture = models.BooleanField(default=False)
    preview_sha256 = models.CharField(max_length=64, default="", blank=True)  # drawn anew, WebP

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="look_due",
            )
        ]


class RemotePicture(Leased):
    """A picture elsewhere that a mail shows, which an agent asked for. Fetched by a worker."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="remote_pictures")
    url = models.TextField()
    picture_sha256 = models.CharField(max_length=64, default="", blank=True)  # drawn anew, WebP

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="remote_picture_due",
            )
        ]
