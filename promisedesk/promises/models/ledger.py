"""The ledger of promises: every row is either kept, or broken, or taken back, for ever."""

from math import ceil

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased
from promisedesk.promises.models.policies import CalendarVersion, PromisePolicy


class PromiseQuerySet(models.QuerySet):
    def owed(self):
        """Promises not yet made good, in time or not: what somebody still has to do."""
        return self.filter(state__in=["running", "broken"], settled_at=None, renewed_at=None)

    def in_state(self, state: str):
        """Promises in this state now. A promise is broken from the moment it is due."""
        if state == "running":
            return self.filter(state="running", due_at__gt=now())
        if state == "broken":
            return self.filter(Q(state="broken") | Q(state="running", due_at__lte=now()))
        return self.filter(state=state)


class Promise(models.Model):
    """One dated commitment to one contact. `due_at` never moves once made.

    But for a resolution, which pauses while we wait for the customer and was told to nobody.
    """

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

    class Deed(models.TextChoices):
        CALL = "call", _("Call")
        ANSWER = "answer", _("Answer")
        REFUND = "refund", _("Refund")
        SHIP = "ship", _("Shipment")
        OTHER = "other", _("Something else")

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
    paused_at = models.DateTimeField(null=True)  # since when a resolution does not count
    renewed_at = models.DateTimeField(null=True)  # a new time was given: nothing is owed for this
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    renews = models.OneToOneField(
        "self", null=True, on_delete=models.SET_NULL, related_name="renewed_by"
    )
    # The rule it came from, as it was then.
    target = models.CharField(max_length=40)
    policy = models.ForeignKey(PromisePolicy, null=True, on_delete=models.SET_NULL)
    # When the target alone would have been due, where an honest later time was offered.
    target_due_at = models.DateTimeField(null=True)
    calendar_version = models.ForeignKey(CalendarVersion, null=True, on_delete=models.PROTECT)
    time_zone = models.CharField(max_length=60)  # in which the customer was told
    # Of a commitment: who gave it, in which words, and what was promised.
    agent = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="promises")
    says = models.CharField(max_length=500, default="", blank=True)
    deed = models.CharField(max_length=10, choices=Deed, default="", blank=True)
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
            # With the state: how many were kept is counted in the index alone.
            models.Index(fields=["due_at", "state"], name="promise_by_due_and_state"),
            models.Index(fields=["contact", "-id"], name="promise_to_contact"),
        ]
        constraints = [
            # However many workers read a customer's two mails at once.
            models.UniqueConstraint(
                fields=["conversation"],
                condition=Q(
                    kind="answer",
                    settled_at=None,
                    renewed_at=None,
                    state__in=["running", "broken"],
                ),
                name="one_answer_owed_a_conversation",
            ),
            models.UniqueConstraint(
                fields=["conversation"],
                condition=Q(
                    kind="resolution",
                    settled_at=None,
                    renewed_at=None,
                    state__in=["running", "paused", "broken"],
                ),
                name="one_resolution_owed_a_conversation",
            ),
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
        if self.state == self.State.PAUSED:
            return None
        if self.settled_at is None and self.due_at > until:
            return None
        if self.state in (self.State.KEPT, self.State.WITHDRAWN):
            return 0
        if self.due_at > until:
            return 0  # only a clock that jumped back shows it so
        return max(1, ceil((until - self.due_at).total_seconds()))


class Reminder(Leased):
    """That somebody is told about a promise, once: before it is due, when it broke, and upwards.

    Written by the worker that sees the time come; the constraint makes it one whoever sees it.
    """

    class Kind(models.TextChoices):
        WARNING = "warning", _("Due soon")
        BROKEN = "broken", _("Missed")
        ESCALATION = "escalation", _("Escalated")
        NOTICE = "notice", _("Delay notice to the customer")

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=10, choices=Kind)
    step = models.PositiveSmallIntegerField(default=0)  # of the chain
    was_due_at = models.DateTimeField()  # when it should have been told
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "kind", "step"], name="reminded_once")
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="reminder_due")
        ]


class Compensation(models.Model):
    """What was given to a customer for a failure of ours, and what it cost the shop."""

    class Kind(models.TextChoices):
        VOUCHER = "voucher", _("Voucher")
        DISCOUNT = "discount", _("Discount")
        REFUND = "refund", _("Refund")
        GIFT = "gift", _("Gift")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="compensations"
    )
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="compensations")
    promise = models.ForeignKey(Promise, null=True, on_delete=models.SET_NULL)
    kind = models.CharField(max_length=10, choices=Kind)
    cost = models.DecimalField(max_digits=10, decimal_places=2)
    currency = models.CharField(max_length=3)  # ISO 4217
    says = models.CharField(max_length=300, default="", blank=True)  # what, and why
    code = models.CharField(max_length=100, default="", blank=True)  # of a voucher
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["conversation"], name="compensation_in"),
            models.Index(fields=["-created_at"], name="compensation_by_time"),
        ]
