"""Conversations, their messages, and the mail on its way in and out."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts.models import Contact
from promisedesk.core.ids import mail_token, public_id
from promisedesk.core.models import LANGUAGES, Leased

LONGEST_SUBJECT = 300
LONGEST_PREVIEW = 140


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
    signature = models.TextField(default="", blank=True)
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


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, agent: Agent):
        """Conversations this agent may see."""
        return self.filter(of_inboxes_seen_by(agent))


class Conversation(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("Open")  # we owe an answer
        WAITING = "waiting", _("Waiting for the customer")
        RESOLVED = "resolved", _("Resolved")
        SPAM = "spam", _("Spam")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    ref = models.CharField(max_length=12, unique=True)  # for people: "K7M4QX9A"
    reply_token = models.CharField(max_length=32, default=mail_token, unique=True)
    subject = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    snoozed_until = models.DateTimeField(null=True, blank=True)
    channel = models.CharField(max_length=10, default="email")
    inbox = models.ForeignKey(Inbox, on_delete=models.PROTECT, related_name="conversations")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="conversations")
    assignee = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.SET_NULL, related_name="conversations"
    )
    language = models.CharField(max_length=5, default="", blank=True)
    created_at = models.DateTimeField(default=now)
    is_unread = models.BooleanField(default=True)
    folded = models.PositiveIntegerField(default=0)  # like messages counted instead of kept apart
    spam_because = models.CharField(max_length=200, default="", blank=True)  # why it is spam

    # What the list shows, kept here so that a page of fifty is one query without joins
    # over messages. `promises` keeps `due_at`; `ranking.py` keeps `sort_at`.
    due_at = models.DateTimeField(null=True, blank=True)  # nearest thing owed, unfulfilled
    due_since = models.DateTimeField(null=True, blank=True)  # when that was promised
    sort_at = models.DateTimeField(default=now)  # due_at if anything is owed, else last_at
    last_at = models.DateTimeField(default=now)  # last message either way
    last_is_ours = models.BooleanField(default=False)
    preview = models.CharField(max_length=LONGEST_PREVIEW, default="", blank=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["state", "sort_at", "id"], name="conv_by_state"),
            # What is owed has indexes of its own below; the rest of somebody's is here.
            models.Index(
                fields=["assignee", "state", "sort_at", "id"],
                condition=models.Q(due_at__isnull=True),
                name="conv_by_assignee",
            ),
            models.Index(fields=["inbox", "state", "sort_at", "id"], name="conv_by_inbox"),
            models.Index(fields=["contact", "-id"], name="conv_by_contact"),
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="conv_by_due",
            ),
            models.Index(
                fields=["assignee", "due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="conv_by_assignee_due",
            ),
            models.Index(
                fields=["state", "sort_at", "id", "assignee"],
                condition=models.Q(due_at__isnull=True),
                name="conv_owing_nothing",
            ),
            # Storms are rare, so that looking for them costs nothing.
            models.Index(fields=["last_at"], condition=models.Q(folded__gt=0), name="conv_folded"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.subject}"


class Message(models.Model):
    class Direction(models.TextChoices):
        IN = "in", _("From the customer")
        OUT = "out", _("From us")
        NOTE = "note", _("Note")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    direction = models.CharField(max_length=4, choices=Direction)
    automatic = models.BooleanField(default=False)  # written by the desk, or by a robot to us
    channel = models.CharField(max_length=10, default="email")
    agent = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL, related_name="+")
    # The sender as the mail said it, for the record: the contact may have many addresses.
    from_address = models.CharField(max_length=320, default="", blank=True)
    from_name = models.CharField(max_length=200, default="", blank=True)
    reply_to = models.CharField(max_length=320, default="", blank=True)
    subject = models.CharField(max_length=LONGEST_SUBJECT, default="", blank=True)
    text = models.TextField(default="", blank=True)
    html = models.TextField(default="", blank=True)  # as it came; cleaned when shown
    quoted_text = models.TextField(default="", blank=True)
    signature = models.TextField(default="", blank=True)
    language = models.CharField(max_length=5, default="", blank=True)
    message_id = models.CharField(max_length=1000, default="", blank=True)  # with < >
    in_reply_to = models.CharField(max_length=1000, default="", blank=True)
    references = models.TextField(default="", blank=True)  # ids parted by spaces
    raw_sha256 = models.CharField(max_length=64, default="", blank=True)  # as received or sent
    # Small facts of the mail, words of lib.mail.model: "signed:pgp", "unverified".
    marks = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(default=now)  # in: when it arrived here

    class Meta:
        indexes = [
            models.Index(fields=["conversation", "created_at", "id"], name="message_in_thread"),
            # Of all rows: SQLite does not see that an id asked for is not the empty one.
            models.Index(fields=["message_id"], name="message_by_id"),
        ]

    @property
    def delivery(self) -> "Delivery | None":
        """Its way to the customer; None if it goes nowhere. Copies to others are beside it."""
        return next((one for one in self.deliveries.all() if not one.is_copy), None)


class Participant(models.Model):
    """Somebody else in a conversation: named in Cc, or writing from an address of their own.

    Pending until an agent approves: gets no mail, joins with none, sees nothing
    (docs/decisions/0011).
    """

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting for your word")
        APPROVED = "approved", _("Takes part")
        REFUSED = "refused", _("Kept out")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="participants"
    )
    address = models.CharField(max_length=320)  # lower case
    name = models.CharField(max_length=200, default="", blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    came_by = models.CharField(max_length=10)  # cc, bcc, reply, agent
    decided_by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "address"], name="one_participant_an_address"
            )
        ]


class Attachment(models.Model):
    """A file of a message. Its bytes are core.files under `sha256`; the name is only a label."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=150)
    content_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    content_id = models.CharField(max_length=300, default="", blank=True)
    is_inline = models.BooleanField(default=False)


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


class SpamRule(models.Model):
    """A sender never or always taken for spam, as people set it: an address or a whole domain."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    pattern = models.CharField(max_length=320, unique=True)  # "a@b.example" or "b.example"
    is_spam = models.BooleanField(default=True)  # False: never spam, whatever it looks like
    added_by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)


class LearnedSpam(models.Model):
    """What was learned from the mail people sorted: one row, plain numbers, no program."""

    weights = models.JSONField(default=dict)  # by feature, see lib.spam_words
    bias = models.FloatField(default=0)
    threshold = models.FloatField(default=1)  # probability from which a mail is called spam
    is_on = models.BooleanField(default=False)  # there were examples enough
    spam = models.PositiveIntegerField(default=0)  # examples of each kind
    ham = models.PositiveIntegerField(default=0)
    caught = models.FloatField(default=0)  # shares called spam, judged by the other examples
    wrong = models.FloatField(default=0)
    clicks = models.PositiveIntegerField(default=0)  # sorted since it was learned
    tried_at = models.DateTimeField(null=True)
    trained_at = models.DateTimeField(null=True)


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
