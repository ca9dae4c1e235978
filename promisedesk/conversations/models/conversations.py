"""A conversation, what is said in it, and who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection, models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts.models import Contact
from promisedesk.conversations.models.inboxes import Inbox, of_inboxes_seen_by
from promisedesk.conversations.models.sorting import Tag
from promisedesk.core.ids import mail_token, public_id

if TYPE_CHECKING:
    from promisedesk.conversations.models.mail import Delivery

LONGEST_SUBJECT = 300
LONGEST_PREVIEW = 140
ELSEWHERE = ("parent", "merged_into")  # set: shown elsewhere, and in no list

# What `of_inboxes_seen_by` says, and the teams.
PIECES = """
    SELECT 0, id FROM conversations_inbox WHERE team_id IS NULL OR team_id IN
        (SELECT team_id FROM agents_agent_teams WHERE agent_id = %s)
    UNION ALL SELECT 1, team_id FROM agents_agent_teams WHERE agent_id = %s
    ORDER BY 1, 2
"""
MOST_SCOPES = 12  # beyond so many inboxes an agent sees enough to look at each row instead


def of_conversations_seen_by(agent: Agent, conversation: str = "") -> models.Q:
    """Those of inboxes the agent sees, and those given to a team of theirs.

    `conversation` is the path from the rows asked for to their conversation.
    """
    if agent.sees_everything:
        return models.Q()
    path = f"{conversation}__" if conversation else ""
    # Lists of numbers and no joins: a walk along an index stays one.
    inboxes = Inbox.objects.filter(of_inboxes_seen_by(agent, "")).values("pk")
    teams = agent.teams.values("pk")
    return models.Q(**{f"{path}inbox__in": inboxes}) | models.Q(**{f"{path}team__in": teams})


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, agent: Agent):
        """Conversations this agent may see."""
        return self.filter(of_conversations_seen_by(agent))

    def listed(self):
        """Without those shown elsewhere: side conversations, and shells of merged ones."""
        # Written as a negation: SQLite would else take "parent is nothing", which is true of
        # nearly all, for the best beginning of its search.
        return self.filter(~models.Q(parent__isnull=False), ~models.Q(merged_into__isnull=False))

    def awake(self, at):
        """Without those put aside until later."""
        return self.filter(models.Q(snoozed_until=None) | models.Q(snoozed_until__lte=at))

    @staticmethod
    def pieces_of(agent: Agent) -> list[tuple[str, int]]:
        """The inboxes an agent sees and their teams: ("inbox", 3), ("team", 1). Empty: no limit.

        One query, written out: every page of whoever is limited to teams begins with it.
        """
        if agent.sees_everything:
            return []
        with connection.cursor() as cursor:
            cursor.execute(PIECES, [agent.pk, agent.pk])
            return [("team" if kind else "inbox", pk) for kind, pk in cursor.fetchall()]

    @staticmethod
    def scopes_of(agent: Agent, pieces: list[tuple[str, int]] | None = None) -> list[models.Q]:
        """The rule of `visible_to` in pieces that do not overlap, each the start of an index.

        So a list costs an agent of a small team in a large shop no more than anybody else.
        `pieces` are those of `pieces_of`, if they are known.
        """
        if agent.sees_everything:
            return [models.Q()]
        found = ConversationQuerySet.pieces_of(agent) if pieces is None else pieces
        if len(found) > MOST_SCOPES:
            return [of_conversations_seen_by(agent)]
        seen = [pk for kind, pk in found if kind == "inbox"]
        # One inbox at a time, then what was given to a team from inboxes they do not see.
        scopes = [models.Q(inbox=pk) for pk in seen]
        given = [
            models.Q(team=pk) & ~models.Q(inbox__in=seen) for kind, pk in found if kind == "team"
        ]
        return [*scopes, *given]


class Conversation(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("Open")  # we owe an answer
        WAITING = "waiting", _("Waiting for the customer")
        RESOLVED = "resolved", _("Resolved")
        SPAM = "spam", _("Spam")

    class Priority(models.TextChoices):
        LOW = "low", _("Low")
        NORMAL = "normal", _("Normal")
        HIGH = "high", _("High")
        URGENT = "urgent", _("Urgent")  # reaches a person at once: promises.urgency

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    ref = models.CharField(max_length=12, unique=True)  # for people: "K7M4QX9A"
    reply_token = models.CharField(max_length=32, default=mail_token, unique=True)
    subject = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    snoozed_until = models.DateTimeField(null=True, blank=True)
    priority = models.CharField(max_length=6, choices=Priority, default=Priority.NORMAL)
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
    # "angry" or "unhappy": the worst of what they wrote since our last answer; moods.settle. None
    # and not "": SQLite takes the index of the few that have one for IS NOT NULL only.
    mood = models.CharField(max_length=7, null=True, blank=True)  # noqa: DJ001
    spam_because = models.CharField(max_length=200, default="", blank=True)  # why it is spam
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.SET_NULL, related_name="conversations"
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="conversations")
    fields = models.JSONField(default=dict, blank=True)  # by contacts.CustomField.key
    resolved_because = models.CharField(max_length=300, default="", blank=True)  # unanswered (R8)
    seconds_spent = models.PositiveIntegerField(default=0)  # the sum of TimeSpent
    # An empty shell whose messages are in another: un-merging fills it again.
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    # A talk with a supplier or courier about this one: the customer never sees it.
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="sides"
    )

    # What the list shows, kept here so that a page of fifty is one query without joins
    # over messages. `promises` keeps `due_at`; `ranking.py` keeps `sort_at`.
    due_at = models.DateTimeField(null=True, blank=True)  # nearest thing owed, unfulfilled
    due_since = models.DateTimeField(null=True, blank=True)  # when that was promised
    answer_due_at = models.DateTimeField(null=True, blank=True)  # set: the customer waits for one
    sort_at = models.DateTimeField(default=now)  # due_at if anything is owed, else last_at
    last_at = models.DateTimeField(default=now)  # last message either way
    last_is_ours = models.BooleanField(default=False)
    preview = models.CharField(max_length=LONGEST_PREVIEW, default="", blank=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        # What only tells whether a row is shown stands last: walks and counts need no more.
        indexes = [
            models.Index(
                fields=["state", "sort_at", "id", "snoozed_until", *ELSEWHERE],
                name="conv_by_state",
            ),
            # What is owed has indexes of its own below; the rest of somebody's is here.
            models.Index(
                fields=["assignee", "state", "sort_at", "id", "snoozed_until", *ELSEWHERE],
                condition=models.Q(due_at__isnull=True),
                name="conv_by_assignee",
            ),
            models.Index(
                fields=["inbox", "state", "sort_at", "id", "snoozed_until", *ELSEWHERE],
                name="conv_by_inbox",
            ),
            models.Index(fields=["contact", "-id"], name="conv_by_contact"),
            models.Index(
                fields=["due_at", "id", "snoozed_until", *ELSEWHERE],
                condition=models.Q(due_at__isnull=False),
                name="conv_by_due",
            ),
            models.Index(
                fields=["assignee", "due_at", "id", "snoozed_until", *ELSEWHERE],
                condition=models.Q(due_at__isnull=False),
                name="conv_by_assignee_due",
            ),
            models.Index(
                fields=["inbox", "due_at", "id", "snoozed_until", "assignee", *ELSEWHERE],
                condition=models.Q(due_at__isnull=False),
                name="conv_by_inbox_due",
            ),
            models.Index(
                fields=["state", "sort_at", "id", "assignee", "snoozed_until", *ELSEWHERE],
                condition=models.Q(due_at__isnull=True),
                name="conv_owing_nothing",
            ),
            models.Index(
                fields=["inbox", "state", "sort_at", "id", "assignee", "snoozed_until", *ELSEWHERE],
                condition=models.Q(due_at__isnull=True),
                name="conv_inbox_owing_nothing",
            ),
            # By age and by the last word, for those who ask for it.
            models.Index(fields=["state", "id"], name="conv_by_age"),
            models.Index(fields=["state", "last_at", "id"], name="conv_by_last"),
            models.Index(
                fields=["snoozed_until", "id"],
                condition=models.Q(snoozed_until__isnull=False),
                name="conv_snoozed",
            ),
            models.Index(
                fields=["team", "state", "sort_at", "id"],
                condition=models.Q(team__isnull=False),
                name="conv_by_team",
            ),
            models.Index(
                fields=["team", "due_at", "id"],
                condition=models.Q(team__isnull=False, due_at__isnull=False),
                name="conv_by_team_due",
            ),
            # Storms are rare, so that looking for them costs nothing. So are angry people.
            models.Index(
                fields=["mood", "id"],
                condition=models.Q(mood__isnull=False),
                name="conv_by_mood",
            ),
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
    def delivery(self) -> Delivery | None:
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
