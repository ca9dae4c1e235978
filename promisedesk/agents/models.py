from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.core.ids import public_id
from promisedesk.core.models import LANGUAGES, Leased


class AssignBy(models.TextChoices):
    """Who gets what comes in."""

    HAND = "hand", _("Nobody: people take what they answer")
    TURNS = "turns", _("Everybody in turn")
    LOAD = "load", _("Whoever has the least to do")


class Team(models.Model):
    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=100)
    assign_by = models.CharField(max_length=5, choices=AssignBy, default=AssignBy.HAND)
    # Whoever knows the customer comes first, whatever `assign_by` says.
    prefers_known = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class AgentManager(BaseUserManager):
    def create_user(self, email: str, name: str, *, role: str = "agent", password=None, **fields):
        """A new agent; without a password they cannot sign in until they set one."""
        agent = self.model(email=email.strip().lower(), name=name, role=role, **fields)
        agent.set_password(password)
        agent.save()
        return agent

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Agent(AbstractBaseUser):
    """Somebody who answers customers, or runs the desk."""

    class Role(models.TextChoices):
        ADMIN = "admin", _("Admin")
        MANAGER = "manager", _("Manager")
        AGENT = "agent", _("Agent")
        LIGHT = "light", _("Light agent")  # reads, and writes notes

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=10, choices=Role, default=Role.AGENT)
    language = models.CharField(max_length=5, choices=LANGUAGES, default="en")
    time_zone = models.CharField(max_length=60, default="", blank=True)  # empty: the shop's
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)
    teams = models.ManyToManyField(Team, related_name="agents", blank=True)
    takes_new = models.BooleanField(default=True)  # what is given out by the desk
    capacity = models.PositiveSmallIntegerField(default=0)  # open conversations; 0: no limit
    last_given_at = models.DateTimeField(null=True, blank=True)  # whose turn it is
    has_single_keys = models.BooleanField(default=True)  # shortcuts of one letter (WCAG 2.1.4)
    phone = models.CharField(max_length=40, default="", blank=True)  # E.164, when on call
    # "Active" is only who answers: set after minutes of silence, or by hand.
    away_since = models.DateTimeField(null=True, blank=True)
    wishes = models.JSONField(default=dict, blank=True)  # which notices, by which way, and sound

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = AgentManager()

    def __str__(self) -> str:
        return self.name

    @property
    def is_admin(self) -> bool:
        return self.role == self.Role.ADMIN

    @property
    def sees_everything(self) -> bool:
        return self.role in (self.Role.ADMIN, self.Role.MANAGER)

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @property
    def initials(self) -> str:
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()


class Invitation(models.Model):
    """A link with which one person sets their own password, once. Only its hash is kept."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)  # SHA-256
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Notice(Leased):
    """Something an agent should know: given to them, mentioned, answered, due. Due to be pushed."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="notices")
    verb = models.CharField(max_length=80)  # of the event it is about; the sentence is made of it
    by = models.ForeignKey(Agent, null=True, on_delete=models.CASCADE, related_name="+")
    conversation_id = models.BigIntegerField(null=True)  # a number: agents know no conversations
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="notice_due",
            ),
            models.Index(fields=["agent", "-id"], name="notice_of_agent"),
            models.Index(fields=["agent"], condition=models.Q(seen_at=None), name="notice_unseen"),
        ]


class PushSubscription(models.Model):
    """A browser that wants notices while no page is open (Push API, RFC 8030, RFC 8291)."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="subscriptions")
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=200)
    auth = models.CharField(max_length=100)
    browser = models.CharField(max_length=200, default="", blank=True)
    created_at = models.DateTimeField(default=now)
    failing_since = models.DateTimeField(null=True)


class Presence(models.Model):
    """Who has a conversation open, and who is writing. Old rows mean nothing."""

    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    conversation_id = models.BigIntegerField()
    is_typing = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation_id", "agent"], name="one_presence")
        ]
        indexes = [models.Index(fields=["at"], name="presence_by_time")]


class SignInService(models.Model):
    """Where agents may sign in instead of with a password (OpenID Connect)."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)  # on the button
    issuer = models.URLField(max_length=500)
    client_id = models.CharField(max_length=300)
    client_secret = models.TextField(default="", blank=True)  # sealed
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)


class Session(models.Model):
    """One browser that an agent is signed in with. Gone when it ends, with Django's own row."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="sessions")
    key = models.CharField(max_length=40, unique=True)  # of Django's session
    browser = models.CharField(max_length=300, default="", blank=True)  # as it calls itself
    address = models.CharField(max_length=64, default="", blank=True)  # IP, as the server saw it
    created_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(default=now)
