from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.core.ids import public_id
from promisedesk.core.models import LANGUAGES


class Team(models.Model):
    name = models.CharField(max_length=100)

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

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=10, choices=Role, default=Role.AGENT)
    language = models.CharField(max_length=5, choices=LANGUAGES, default="en")
    time_zone = models.CharField(max_length=60, default="", blank=True)  # empty: the shop's
    signature = models.TextField(default="", blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)
    teams = models.ManyToManyField(Team, related_name="agents", blank=True)

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
