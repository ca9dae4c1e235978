from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.core.ids import public_id


class Contact(models.Model):
    """A customer: one person, whatever address they write from."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    name = models.CharField(max_length=200, default="", blank=True)
    language = models.CharField(max_length=5, default="", blank=True)  # what they write in
    time_zone = models.CharField(max_length=60, default="", blank=True)
    notes = models.TextField(default="", blank=True)
    company = models.CharField(max_length=200, default="", blank=True)
    fields = models.JSONField(default=dict, blank=True)  # by CustomField.key
    is_vip = models.BooleanField(default=False)
    segment = models.CharField(max_length=40, default="", blank=True)  # "wholesale"
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    # Set by the first answer of ours that was handed over: before it, a name in a mail
    # is only what a stranger wrote, and is never repeated to that address.
    answered_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)

    # In memory, as finding knows them: just made; letters to the address asked for came back.
    is_new = False
    is_doubtful = None

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """The name, else the address, else a word for nobody."""
        if self.name:
            return self.name
        identity = next(iter(self.identities.all()), None)
        return identity.value if identity else str(_("Unknown sender"))

    @property
    def initials(self) -> str:
        words = [word for word in self.shown_name.split() if word[0].isalnum()] or ["?"]
        return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()


class Identity(models.Model):
    """One way to reach a contact. An address belongs to one person."""

    class Kind(models.TextChoices):
        EMAIL = "email", _("E-mail")
        PHONE = "phone", _("Phone")
        # Said in a letter, and nobody's until an agent takes it over: no mail is matched by it.
        OFFERED = "offered", _("E-mail said in a letter")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="identities")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=320)  # e-mail in lower case; phone as E.164
    is_suggested = models.BooleanField(default=False)  # found in a letter, not yet taken over
    is_main = models.BooleanField(default=False)  # comes first of its kind; else the oldest does
    # A letter to it came back; cleared when the customer writes from it again.
    doubtful_since = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value"],
                condition=models.Q(kind="email"),
                name="one_person_an_address",
            ),
            models.UniqueConstraint(fields=["contact", "kind", "value"], name="identity_once"),
        ]

    def __str__(self) -> str:
        return self.value


class CustomField(models.Model):
    """Something the shop wants to know of each conversation or customer: "Order number"."""

    class Of(models.TextChoices):
        CONVERSATION = "conversation", _("Conversation")
        CONTACT = "contact", _("Customer")

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        NUMBER = "number", _("Number")
        CHOICE = "choice", _("Choice")
        DATE = "date", _("Date")
        YES_NO = "yes_no", _("Yes or no")
        LINK = "link", _("Link")

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    of = models.CharField(max_length=12, choices=Of, default=Of.CONVERSATION)
    key = models.SlugField(max_length=40)  # never changes: what is filled in hangs on it
    names = models.JSONField(default=dict)  # by language; "" is the one for all others
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.TEXT)
    choices = models.JSONField(default=list, blank=True)
    is_required = models.BooleanField(default=False)  # before a conversation is resolved
    # Asked for only where another field says so.
    depends_on = models.CharField(max_length=40, default="", blank=True)
    depends_value = models.CharField(max_length=200, default="", blank=True)
    position = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["of", "key"], name="one_field_a_key")]


class Merge(models.Model):
    """Two cards made one, with all that is needed to take it back."""

    public_id = models.CharField(max_length=32, default=public_id, unique=True)
    kept = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Agent, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)  # what was whose, by room
