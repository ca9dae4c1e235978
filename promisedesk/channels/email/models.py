"""What the mail channel keeps of its own: how it signs, and how it signs in."""

from django.db import models
from django.utils.timezone import now

from promisedesk.core.ids import public_id


class SigningKey(models.Model):
    """A key our letters from one domain are signed with (DKIM, RFC 6376)."""

    domain = models.CharField(max_length=253, unique=True)  # lower case, ASCII
    selector = models.CharField(max_length=63)
    private_key = models.TextField()  # sealed PEM
    is_on = models.BooleanField(default=False)  # sign: its record stands in the DNS
    created_at = models.DateTimeField(default=now)


class SignInService(models.Model):
    """A registered app at Google, Microsoft or another: accounts grant us mail by it (OAuth 2)."""

    key = models.CharField(
        max_length=40, unique=True
    )  # google, microsoft, or another
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
