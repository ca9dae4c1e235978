"""What is known of the customer, beside the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import now
from django.utils.translation import get_language_info

from promisedesk.agents.models import Agent
from promisedesk.contacts import fields
from promisedesk.contacts.models import Contact, CustomField, Identity
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import Unsubscribed
from promisedesk.core.prepared import prepared
from promisedesk.lib.phone_zones import zone_of
from promisedesk.promises import given
from promisedesk.promises.measures import Share

EARLIER = 6
MOST_COUNTED = 100
SHOWN_PROMISES = 24


@dataclass(slots=True)
class There:
    """What time it is where the customer is; `is_guess`: by the country of their phone."""

    clock: str
    zone: str
    is_guess: bool


@dataclass(slots=True)
class Earlier:
    """Another conversation of theirs, and how its promises ended: kept, missed, late, running."""

    conversation: Conversation
    outcome: str


@dataclass(slots=True)
class Panel:
    contact: Contact
    emails: list[Identity]
    phones: list[Identity]
    suggested: list[Identity]
    language: str
    there: There | None
    own: list[tuple[str, str]]  # the shop's own fields: name, value
    kept: Share
    outcomes: list[str]
    earlier: list[Earlier]
    number: str  # of all earlier ones: "7", "99+"
    is_unsubscribed: bool
    here: str = ""  # how the promises of this very conversation ended, as Earlier.outcome
    form: object = None  # the card being edited, when something was wrong with it


def panel(conversation: Conversation, agent: Agent) -> Panel:
    """The customer of this conversation, and earlier ones this agent may see.

    Three queries.
    """
    contact = conversation.contact
    known = identities_of(contact)
    phones = [one for one in known if one.kind == Identity.Kind.PHONE]
    emails = [one for one in known if one.kind == Identity.Kind.EMAIL]
    word = given.given_to(contact, SHOWN_PROMISES, agent=agent)
    others = _newest(contact.pk, agent.pk, role=agent.role)
    newest = [one for one in others if one.pk != conversation.pk][:MOST_COUNTED]
    return Panel(
        contact=contact,
        emails=emails,
        phones=[one for one in phones if not one.is_suggested],
        suggested=[one for one in known if one.is_suggested],
        language=language_name(conversation.language or contact.language),
        there=there(contact, phones),
        own=filled(contact),
        kept=word.share,
        outcomes=word.outcomes,
        earlier=[Earlier(one, word.by_conversation.get(one.pk, "")) for one in newest[:EARLIER]],
        number=f"{MOST_COUNTED - 1}+" if len(newest) == MOST_COUNTED else str(len(newest)),
        is_unsubscribed=any(one.is_unsubscribed for one in emails),
        here=word.by_conversation.get(conversation.pk, ""),
    )


SHOWN = ("public_id", "subject", "state", "last_at", "resolved_because", "channel")


@prepared
def _newest(contact: int, agent: int, *, role: str) -> QuerySet[Conversation]:
    others = past(contact, Agent(pk=agent, role=role))
    return others.only(*SHOWN).order_by("-id")[: MOST_COUNTED + 1]


def past(contact: Contact | int, agent: Agent) -> QuerySet[Conversation]:
    """Their conversations that this agent may see; no shells, and nothing with suppliers."""
    seen = Conversation.objects.visible_to(agent).filter(contact=contact)
    return seen.filter(merged_into=None, parent=None)


def identities_of(contact: Contact) -> list[Identity]:
    """The main one of its kind first, then the oldest."""
    return _identities_of(contact.pk)


@prepared
def _identities_of(contact: int) -> QuerySet[Identity]:
    wants_none = Unsubscribed.objects.filter(address=OuterRef("value"))
    known = Identity.objects.filter(contact_id=contact)
    return known.annotate(is_unsubscribed=Exists(wants_none)).order_by("-is_main", "pk")


def there(contact: Contact, phones: list[Identity]) -> There | None:
    """The time of day where they are, if it can be told or guessed."""
    guesses = (zone_of(one.value) for one in phones if not one.is_suggested)
    zone = contact.time_zone or next(filter(None, guesses), "")
    try:
        moment = now().astimezone(ZoneInfo(zone)) if zone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return moment and There(f"{moment:%H:%M}", zone, not contact.time_zone)


def filled(contact: Contact) -> list[tuple[str, str]]:
    """The shop's own fields that say something of them. No query: fields are remembered."""
    asked = fields.asked_of(CustomField.Of.CONTACT)
    values = contact.fields or {}
    return [
        (fields.name_of(one), values[one.key])
        for one in asked
        if values.get(one.key) not in (None, "")
    ]


def language_name(code: str) -> str:
    try:
        return get_language_info(code)["name_translated"] if code else ""
    except KeyError:
        return code.upper()
