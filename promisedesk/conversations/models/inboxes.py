"""Where customers write to, and the mailboxes that feed it."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, AssignBy, Team
from promisedesk.core.ids import public_id
from promisedesk.core.models import LANGUAGES, Leased


class Inbox(models.Model):
    """A configured address customers write to. Its secrets are sealed (core.secretbox)."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    channel = models.CharField(max_length=10, default="email")
    address = models.CharField(max_length=320, unique=True)  # lower case
    aliases = models.JSONField(default=list, blank=True)  # further addresses, lower case
    name = models.CharField(max_length=100)  # shown as the sender: "Kettle & Loom"
    language = models.CharField(max_length=5, choices=LANGUAGES, default="en")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.SET_NULL)
    smtp_url = models.TextField(default="", blank=True)  # sealed; empty: the common server
    smtp_per_minute = models.PositiveIntegerField(default=0)  # 0: as many as there are
    assign_by = models.CharField(max_length=5, choices=AssignBy, default=AssignBy.HAND)
    prefers_known = models.BooleanField(default=True)  # see Team.prefers_known
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.name


class Mailbox(Leased):
    """An IMAP mailbox that feeds an inbox. Due when it should be looked at next.

    Progress is UIDVALIDITY and the last UID taken in, never "unseen": people read
    mail on their phones.
    """

    class AfterFetch(models.TextChoices):
        LEAVE = "leave", _("Leave it in the mailbox")
        MOVE = "move", _("Move it to another folder")
        DELETE = "delete", _("Delete it from the mailbox")

    inbox = models.OneToOneField(Inbox, on_delete=models.CASCADE, related_name="mailbox")
    url = models.TextField()  # sealed: imaps://user:password@host:993/INBOX
    uid_validity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    fetched_at = models.DateTimeField(null=True)  # last success
    failing_since = models.DateTimeField(null=True)
    after_fetch = models.CharField(max_length=6, choices=AfterFetch, default=AfterFetch.LEAVE)
    move_to = models.CharField(max_length=200, default="", blank=True)  # folder for MOVE
    # What the server said of IDLE (RFC 2177): while a connection listens, polling is rare.
    idles = models.BooleanField(default=False)
    listened_by = models.CharField(max_length=120, default="", blank=True)  # leases.me()
    listened_until = models.DateTimeField(null=True)
    settled_uid = models.BigIntegerField(default=0)  # up to here fetched mails were moved, or left


class Grant(Leased):
    """What an account holder allowed us at Google or Microsoft instead of a password (OAuth 2).

    Serves the inbox's IMAP and SMTP alike. Tokens are sealed. Due when a new access token
    should be asked for; never again (None) once the provider said no for good.
    """

    inbox = models.OneToOneField(Inbox, on_delete=models.CASCADE, related_name="grant")
    provider = models.CharField(max_length=40)  # key of the sign-in service: "google"
    user = models.CharField(max_length=320)  # the account, as the provider names it
    refresh_token = models.TextField()  # sealed
    access_token = models.TextField(default="", blank=True)  # sealed
    access_ends_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField(default=now)
    refreshed_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)  # when it dies if nobody signs in anew
    failing_since = models.DateTimeField(null=True)


def of_inboxes_seen_by(agent: Agent, inbox: str = "inbox") -> models.Q:
    """The rule of who sees what: every inbox, or those without another team.

    `inbox` is the path from the rows asked for to their inbox; "" for inboxes themselves.
    """
    if agent.sees_everything:
        return models.Q()
    team = f"{inbox}__team" if inbox else "team"
    return models.Q(**{team: None}) | models.Q(**{f"{team}__in": agent.teams.all()})
