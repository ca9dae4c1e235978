"""Mail on its way in and out: due rows."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.conversations.models.conversations import Message
from promisedesk.conversations.models.inboxes import Inbox, Mailbox
from promisedesk.core.ids import public_id
from promisedesk.core.models import Leased


class Arrival(Leased):
    """A mail as it came in: stored and synced before it was accepted, read afterwards.

    Everything after the first commit can be done again: `message` is set in the same
    transaction that makes it, so each arrival becomes one message, once.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Not read yet")
        DONE = "done", _("In a conversation")
        UNREADABLE = "unreadable", _("Could not be read")
        UNROUTED = "unrouted", _("For nobody here")
        DROPPED = "dropped", _("Seen before")

    class Source(models.TextChoices):
        SMTP = "smtp", "SMTP"
        PIPE = "pipe", _("Pipe")
        IMAP = "imap", "IMAP"
        IMPORT = "import", _("Import")
        WEBHOOK = "webhook", _("Web hook")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    source = models.CharField(max_length=7, choices=Source)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    inbox = models.ForeignKey(Inbox, null=True, on_delete=models.SET_NULL, related_name="arrivals")
    mailbox = models.ForeignKey(Mailbox, null=True, on_delete=models.SET_NULL, related_name="+")
    uid_validity = models.BigIntegerField(null=True)
    uid = models.BigIntegerField(null=True)
    envelope_from = models.CharField(max_length=1000, default="", blank=True)
    envelope_is_null = models.BooleanField(default=False)  # MAIL FROM:<>
    recipient = models.CharField(max_length=320, default="", blank=True)  # with its +token
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    arrived_at = models.DateTimeField(default=now)  # acceptance, or INTERNALDATE
    message = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="arrival_due",
            ),
            models.Index(fields=["sha256", "inbox"], name="arrival_by_content"),
            # They are few, and every look at the health of the desk asks for them.
            models.Index(
                fields=["arrived_at"],
                condition=models.Q(state="unreadable"),
                name="arrival_unreadable",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "uid_validity", "uid"], name="one_arrival_a_uid"
            )
        ]


class Delivery(Leased):
    """One outgoing mail to one address, on its way. Made with its message, in one transaction.

    `in_doubt_at` is committed before the final dot goes out and cleared by the server's
    answer: a row found with it set may have arrived already (RFC 1047).
    """

    class State(models.TextChoices):
        HELD = "held", _("Held")
        QUEUED = "queued", _("Waiting to be sent")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        DEFERRED = "deferred", _("Delayed")
        FAILED = "failed", _("Not delivered")
        BOUNCED = "bounced", _("Came back")

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    is_copy = models.BooleanField(default=False)  # to a participant, beside the customer
    to_address = models.CharField(max_length=320)
    to_name = models.CharField(max_length=200, default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    created_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)
    in_doubt_at = models.DateTimeField(null=True)
    maybe_twice = models.BooleanField(default=False)  # sent again after being in doubt
    is_automatic = models.BooleanField(default=False)  # counts towards the caps

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="delivery_due",
            ),
            # The caps count an address however it is written.
            models.Index(Lower("to_address"), "created_at", name="delivery_to_address"),
            # Those that did not simply leave: they are few, and looked for all the time.
            models.Index(
                fields=["id"],
                condition=~models.Q(last_error=""),
                name="delivery_in_trouble",
            ),
        ]
