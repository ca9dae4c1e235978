from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

LANGUAGES = [("en", "English"), ("ru", "Русский"), ("pl", "Polski")]


class Event(models.Model):
    """One thing that happened. Written once, never edited."""

    at = models.DateTimeField(default=now)
    verb = models.CharField(max_length=80)  # "message.received"
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Plain numbers, not foreign keys: a journal outlives what it describes,
    # and core must not know the tables above it (docs/decisions/0003).
    conversation_id = models.BigIntegerField(null=True, db_index=True)
    contact_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            # The audit log: few rows among the many that are about conversations.
            models.Index(
                fields=["-id"], condition=models.Q(conversation_id=None), name="event_of_the_desk"
            )
        ]


class Workspace(models.Model):
    """The shop itself: one row, made by the first migration."""

    shop_name = models.CharField(max_length=100, default="", blank=True)
    site = models.URLField(default="", blank=True)
    phone = models.CharField(max_length=40, default="", blank=True)
    postal_address = models.CharField(max_length=200, default="", blank=True)
    country = models.CharField(max_length=2, default="", blank=True)
    time_zone = models.CharField(max_length=60, default="UTC")
    language = models.CharField(max_length=5, choices=LANGUAGES, default="en")
    is_demo = models.BooleanField(default=False)
    set_up_at = models.DateTimeField(null=True, blank=True)  # the wizard was finished
    setup_token_hash = models.CharField(max_length=64, default="", blank=True)
    undo_seconds = models.PositiveIntegerField(default=10)  # a reply waits so long before it goes
    smtp_per_minute = models.PositiveIntegerField(default=0)  # of the common server; 0: no limit
    alarm_address = models.EmailField(default="", blank=True)  # besides the admins' own
    alarm_smtp_url = models.TextField(default="", blank=True)  # sealed: another way out
    silent_minutes = models.PositiveIntegerField(default=10)  # without a fetch; then it alarms
    logo_sha256 = models.CharField(max_length=64, default="", blank=True)  # drawn anew, WebP
    brand_hue = models.PositiveSmallIntegerField(default=0)  # degrees; with no colour: the desk's
    brand_colour = models.PositiveSmallIntegerField(default=0)  # chroma in thousandths, to 150
    languages = models.JSONField(default=list, blank=True)  # customers are answered in; []: all
    retention = models.JSONField(default=dict, blank=True)  # days by what is kept; absent: for ever
    tracks_time = models.BooleanField(default=False)  # agents may say how long something took
    needs_second_factor = models.BooleanField(default=False)  # nobody signs in without
    has_passwords = models.BooleanField(default=True)  # False: only admins sign in with one
    push_key = models.TextField(default="", blank=True)  # sealed: VAPID, RFC 8292
    era = models.CharField(max_length=8, default="", blank=True)  # core.feed: of this database

    @classmethod
    def get(cls) -> "Workspace":
        """The one row."""
        return cls.objects.get_or_create(pk=1)[0]


class Heartbeat(models.Model):
    """What one part of one process last did: the truth behind /readyz and the health page."""

    part = models.CharField(max_length=40)  # "sending"
    owner = models.CharField(max_length=120)  # leases.me()
    started_at = models.DateTimeField(default=now)
    round_at = models.DateTimeField(default=now)  # last round without an error
    work_at = models.DateTimeField(null=True)  # last round that did something
    done = models.BigIntegerField(default=0)
    last_error = models.TextField(default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "owner"], name="one_beat_a_part")]


class OneRow(models.Model):
    """A table of one row: what the shop chose once for everybody."""

    class Meta:
        abstract = True

    @classmethod
    def get(cls) -> Self:
        """The row, for reading; nobody having chosen yet, the usual values. Writes nothing."""
        return cls._default_manager.filter(pk=1).first() or cls(pk=1)

    @classmethod
    def to_change(cls) -> Self:
        """The row, made if there is none yet, and locked until the transaction ends."""
        return cls._default_manager.select_for_update().get_or_create(pk=1)[0]


class Leased(models.Model):
    """A row that asks for work at a time. One worker holds it; a dead worker's is freed.

    `due_at` is when to look at it next; None means never again. Claim with `leases.claim`.
    """

    due_at = models.DateTimeField(null=True, blank=True, default=now)
    leased_by = models.CharField(max_length=120, default="", blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(default="", blank=True)

    class Meta:
        abstract = True


class Alarm(models.Model):
    """A part of the desk that does not work, and whether the admins know it."""

    key = models.CharField(max_length=400, unique=True)  # "mailbox help@shop.example"
    detail = models.TextField(default="", blank=True)
    since = models.DateTimeField(default=now)
    told_at = models.DateTimeField(null=True)  # a mail about it went out
    tried_at = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    cleared_at = models.DateTimeField(null=True)


class Unsubscribed(models.Model):
    """An address that wants no letters but answers."""

    address = models.CharField(max_length=320, unique=True)  # lower case
    at = models.DateTimeField(default=now)
