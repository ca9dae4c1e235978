"""What makes promises: calendars in versions, and policies of which the first match counts."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Inbox
from promisedesk.core.ids import public_id

DEFAULT_TARGET = "1 working day"


class Calendar(models.Model):
    """A shop's opening hours by name. What it says is in its newest version."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=100, unique=True)
    version = models.ForeignKey(
        "CalendarVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return self.name


class CalendarVersion(models.Model):
    """What a calendar said from some moment on. Never edited: promises point at it."""

    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()  # the contract's calendar file
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calendar", "number"], name="calendar_version_once")
        ]


class PromisePolicy(models.Model):
    """What is promised: the first whose conditions hold counts, else the inbox's own.

    An inbox's own has an `inbox`, a calendar and a target, and no conditions; it always stands
    last. The others take from it what they leave empty.
    """

    class Hours(models.TextChoices):
        ANY = "", _("At any time")
        OPEN = "open", _("Asked while we are open")
        CLOSED = "closed", _("Asked while we are closed")
        MANNED = "manned", _("Asked while somebody is shown as active")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    inbox = models.OneToOneField(
        Inbox, null=True, blank=True, on_delete=models.CASCADE, related_name="policy"
    )
    name = models.CharField(max_length=100, default="", blank=True)
    position = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField(default=True)
    conditions = models.JSONField(default=list, blank=True)  # conversations.filters
    hours = models.CharField(max_length=8, choices=Hours, default="", blank=True)
    calendar = models.ForeignKey(
        Calendar, null=True, blank=True, on_delete=models.PROTECT, related_name="policies"
    )
    # Spans of the contract ("1 working day"); empty: as the inbox's own, and there none.
    target = models.CharField(max_length=40, default=DEFAULT_TARGET, blank=True)
    next_target = models.CharField(max_length=40, default="", blank=True)  # else as the first
    resolution_target = models.CharField(max_length=40, default="", blank=True)
    callback_target = models.CharField(max_length=40, default="", blank=True)
    rounds_to = models.PositiveSmallIntegerField(default=0)  # minutes, downwards; 0: exact

    class Meta:
        indexes = [models.Index(fields=["position", "id"], name="policy_in_order")]
