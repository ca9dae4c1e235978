"""The ledger of promises, and the rules that make them."""

from math import ceil

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import Conversation, Inbox, Message
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
    """What an inbox promises: an answer within `target`, counted in `calendar`."""

    inbox = models.OneToOneField(Inbox, on_delete=models.CASCADE, related_name="policy")
    calendar = models.ForeignKey(Calendar, on_delete=models.PROTECT, related_name="policies")
    target = models.CharField(max_length=40, default=DEFAULT_TARGET)


class PromiseQuerySet(models.QuerySet):
    def owed(self):
        """Promises not yet made good, in time or not: what somebody still has to do."""
        return self.filter(state__in=["running", "broken"], settled_at=None)

    def in_state(self, state: str):
        """Promises in this state now. A promise is broken from the moment it is due."""
        if state == "running":
            return self.filter(state="running", due_at__gt=now())
        if state == "broken":
            return self.filter(Q(state="broken") | Q(state="running", due_at__lte=now()))
        return self.filter(state=state)


class Promise(models.Model):
    """One dated commitment to one contact. `due_at` never moves once made."""

    class Kind(models.TextChoices):
        ANSWER = "answer", _("Answer")
        RESOLUTION = "resolution", _("Resolution")
        COMMITMENT = "commitment", _("Commitment")
        CALLBACK = "callback", _("Call-back")

    class State(models.TextChoices):
        RUNNING = "running", _("Running")
        PAUSED = "paused", _("Paused")
        KEPT = "kept", _("Kept")
        BROKEN = "broken", _("Broken")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ANSWER)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="promises"
    )
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="promises")
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    renews = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="renewed_by"
    )
    # The rule it came from, as it was then.
    target = models.CharField(max_length=40)
    calendar_version = models.ForeignKey(CalendarVersion, null=True, on_delete=models.PROTECT)
    time_zone = models.CharField(max_length=60)  # in which the customer was told
    asked_by = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")
    told_by = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")
    settled_by = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = PromiseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"], condition=Q(state="running"), name="promise_running"
            ),
            models.Index(fields=["conversation", "-id"], name="promise_of_conversation"),
            models.Index(fields=["due_at"], name="promise_by_due"),
            models.Index(fields=["contact", "-id"], name="promise_to_contact"),
        ]
        constraints = [
            # However many workers read a customer's two mails at once.
            models.UniqueConstraint(
                fields=["conversation"],
                condition=Q(kind="answer", settled_at=None, state__in=["running", "broken"]),
                name="one_answer_owed_a_conversation",
            )
        ]

    @property
    def state_now(self) -> str:
        """The state as it is this moment, whether or not the worker has written it yet."""
        if self.state == self.State.RUNNING and self.due_at <= now():
            return self.State.BROKEN
        return self.state

    @property
    def late_s(self) -> int | None:
        """Seconds late: 0 if in time, None while not due (contract: A promise).

        Begun seconds count, so that what is broken is never 0 seconds late.
        """
        until = self.settled_at or now()
        if self.settled_at is None and self.due_at > until:
            return None
        if self.state in (self.State.KEPT, self.State.WITHDRAWN):
            return 0
        if self.due_at > until:
            return 0  # only a clock that jumped back shows it so
        return max(1, ceil((until - self.due_at).total_seconds()))
