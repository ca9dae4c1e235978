"""What the mail channel keeps of its own: how it signs, and how it signs in."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.core.ids import mail_token, public_id
from promisedesk.core.models import Leased


class SigningKey(models.Model):
    """A key our letters from one domain are signed with (DKIM, RFC 6376)."""

    domain = models.CharField(max_length=253, unique=True)  # lower case, ASCII
    selector = models.CharField(max_length=63)
    private_key = models.TextField()  # sealed PEM
    is_on = models.BooleanField(default=False)  # sign: its record stands in the DNS
    created_at = models.DateTimeField(default=now)


class SignInService(models.Model):
    """A registered app at Google, Microsoft or another: accounts grant us mail by it (OAuth 2)."""

    key = models.CharField(max_length=40, unique=True)  # google, microsoft, or another
    name = models.CharField(max_length=100)
    client_id = models.CharField(max_length=300)
    client_secret = models.TextField(default="", blank=True)  # sealed
    authorize_url = models.URLField(max_length=500)
    token_url = models.URLField(max_length=500)
    scope = models.CharField(max_length=1000)
    imap_host = models.CharField(max_length=253, default="", blank=True)
    smtp_host = models.CharField(max_length=253, default="", blank=True)
    changed_at = models.DateTimeField(default=now)


class PendingGrant(models.Model):
    """Somebody is away at the provider's consent page; comes back with this state, once."""

    state = models.CharField(max_length=64, default=public_id, unique=True)
    verifier = models.CharField(max_length=128)  # PKCE (RFC 7636)
    service = models.ForeignKey(SignInService, on_delete=models.CASCADE)
    inbox = models.ForeignKey("conversations.Inbox", on_delete=models.CASCADE, related_name="+")
    agent = models.ForeignKey("agents.Agent", on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=now)


class MailTest(Leased):
    """A letter an inbox sends to itself, to see that mail goes out and comes back in.

    Due when there is something to do for it: send it, wait for it, look where it lies.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be sent")
        SENT = "sent", _("Sent")
        BACK = "back", _("It came back")
        LOST = "lost", _("It did not come back")
        FAILED = "failed", _("It could not be sent")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    inbox = models.ForeignKey(
        "conversations.Inbox", on_delete=models.CASCADE, related_name="mail_tests"
    )
    token = models.CharField(max_length=32, default=mail_token, unique=True)  # in its header
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    started_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)
    back_at = models.DateTimeField(null=True)
    back_to = models.CharField(max_length=320, default="", blank=True)  # another inbox it came to
    folder = models.CharField(max_length=200, default="", blank=True)  # where it lies instead


class SendingDomain(Leased):
    """What the DNS said of a domain our letters come from, and when. Due: ask again."""

    domain = models.CharField(max_length=253, unique=True)  # lower case, ASCII
    found = models.JSONField(default=dict)  # what domain_records.ask returned
    looked_at = models.DateTimeField(null=True)


class Pace(models.Model):
    """When the next letter may go to a mail server that takes only so many (`pace`)."""

    place = models.CharField(max_length=400, unique=True)  # "mail.example:587 user"
    next_at = models.DateTimeField(default=now)
    gap = models.FloatField(default=0)  # seconds between letters, since the server complained


class MailHook(models.Model):
    """The address of the web where a mail provider posts an inbox's mail (`webhooks`).

    Its secret is told once; only the hash is kept.
    """

    inbox = models.OneToOneField(
        "conversations.Inbox", on_delete=models.CASCADE, related_name="mail_hook"
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    signing_key = models.TextField(default="", blank=True)  # sealed; Mailgun's
    topic = models.CharField(max_length=300, default="", blank=True)  # Amazon's, which may post
    confirm_url = models.TextField(default="", blank=True)  # where Amazon waits for a click
    made_at = models.DateTimeField(default=now)
    heard_at = models.DateTimeField(null=True)  # when the last mail came, to the minute
    trouble = models.CharField(max_length=10, default="", blank=True)  # shapes.NotTaken.code
    trouble_at = models.DateTimeField(null=True)
