"""Filling {customer.first_name} and its like in ready texts, never running anything.

A variable is a name looked up in a plain dictionary: no attributes, no calls, no nesting, and
what is filled in is not looked at again. A newcomer would get wrong: what cannot be filled
stays in the text, so that whoever sends it sees the place; `unfilled` then stops the sending.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.contacts import fields
from promisedesk.contacts.models import CustomField, Identity
from promisedesk.conversations.models import Conversation
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases, placeholders
from promisedesk.lib.first_names import first_name

# {customer.first_name} or {customer.first_name|dear customer}, and no brace beside it.
VARIABLE = re.compile(
    r"(?<!\{)\{(?P<name>[a-z]{1,20}\.[a-z0-9_-]{1,60})(?P<else>\|[^{}|\n]{0,200})?\}(?!\})"
)
LONGEST_FACT = 300  # characters of one filled-in value
KNOWN_LANGUAGES = [code for code, _name in LANGUAGES]

# What can be filled in, as it is offered to people; {field.…} comes from the shop's own fields.
OFFERED = {
    "customer.first_name": gettext_lazy("The customer’s first name"),
    "customer.name": gettext_lazy("The customer’s name"),
    "customer.email": gettext_lazy("The customer’s address"),
    "customer.company": gettext_lazy("The customer’s company"),
    "conversation.ref": gettext_lazy("The reference"),
    "conversation.subject": gettext_lazy("The subject"),
    "promise.by": gettext_lazy("Until when an answer is promised"),
    "promise.day": gettext_lazy("The day of the promise"),
    "promise.time": gettext_lazy("The hour of the promise"),
    "agent.first_name": gettext_lazy("Your first name"),
    "agent.name": gettext_lazy("Your name"),
    "shop.name": gettext_lazy("The shop’s name"),
    "shop.site": gettext_lazy("The shop’s web site"),
    "shop.phone": gettext_lazy("The shop’s phone"),
    "inbox.address": pgettext_lazy("of the shop", "The address customers write to"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A variable that could not be filled, and where it stands in the text that was made."""

    written: str  # as it was written, with its braces
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    text: str
    missing: list[Missing] = field(default_factory=list)


def fill(text: str, facts: Mapping[str, str]) -> Filled:
    """The text with its variables filled from `facts` (see `facts_of`).

    One without a fact gets what is written after |, else it stays as it is.
    """
    made = VARIABLE.sub(lambda found: _value(found, facts), text)
    return Filled(made, places(made))


def _value(found: re.Match, facts: Mapping[str, str]) -> str:
    value = facts.get(found["name"], "")
    if not value and found["else"] is not None:
        return found["else"][1:]
    return value or found[0]


def places(text: str) -> list[Missing]:
    """Where in a text something looks like a variable that nobody filled."""
    return [Missing(*one) for one in placeholders.variables_in(text)]


def unfilled(text: str) -> list[str]:
    """What looks like an unfilled variable in a text about to be sent, each once (R10)."""
    return list(dict.fromkeys(one.written for one in places(text)))


def unknown(text: str, fields: tuple[str, ...] = ()) -> list[str]:
    """What a ready text asks for and nobody will ever know: a slip of the pen.

    `fields` are the keys of the shop's own fields.
    """
    known = {*OFFERED, *(f"field.{key}" for key in fields)}
    rest = VARIABLE.sub(lambda found: "" if found["name"] in known else found[0], text)
    return unfilled(rest)


def answer_language(conversation: Conversation) -> str:
    """The language to write to this customer in: theirs if the shop answers in it."""
    shop = the_shop()
    spoken = shop.languages or KNOWN_LANGUAGES
    wishes = (conversation.language, conversation.contact.language, conversation.inbox.language)
    return next((one for one in wishes if one in spoken), shop.language)


def facts_of(
    conversation: Conversation,
    agent: Agent | None,
    at: datetime | None = None,
    *,
    language: str = "",
) -> dict[str, str]:
    """What is known, by name, as the customer would say it; what is not known is ''.

    Values are plain text on one line, times in the customer's zone. `at` is now unless told,
    `language` (of the text to be filled) the customer's.
    """
    language = language or answer_language(conversation)
    contact, shop = conversation.contact, the_shop()
    facts = {
        "customer.name": contact.name,
        "customer.first_name": first_name(contact.name),
        "customer.email": _address(conversation),
        "customer.company": contact.company,
        "conversation.ref": conversation.ref,
        "conversation.subject": conversation.subject,
        "agent.name": agent.name if agent else "",
        "agent.first_name": agent.first_name if agent else "",
        "shop.name": shop.shop_name,
        "shop.site": shop.site,
        "shop.phone": shop.phone,
        "inbox.address": conversation.inbox.address,
    }
    facts |= _promise(conversation, language, at or now())
    with translation.override(language):
        for key, value in {**contact.fields, **conversation.fields}.items():
            facts[f"field.{key}"] = _said(value, language)
    return {name: " ".join(value.split())[:LONGEST_FACT] for name, value in facts.items()}


def _address(conversation: Conversation) -> str:
    mail = Identity.objects.filter(
        contact=conversation.contact_id, kind=Identity.Kind.EMAIL, is_suggested=False
    )
    return mail.order_by("pk").values_list("value", flat=True).first() or ""


def _promise(conversation: Conversation, language: str, at: datetime) -> dict[str, str]:
    """Nothing while nothing is owed, or when it is late: nobody is told a time that is past."""
    due_at = conversation.due_at
    if due_at is None or due_at <= at:
        return dict.fromkeys(("promise.by", "promise.day", "promise.time"), "")
    zone = conversation.contact.time_zone or the_shop().time_zone
    return _times(due_at, zone, language, at)


def _times(due_at: datetime, zone: str, language: str, at: datetime) -> dict[str, str]:
    wall = due_at.astimezone(ZoneInfo(zone))
    return {
        "promise.by": phrases.promise_phrase(due_at, zone, language, at),
        # Without the weekday, which would need another case after each preposition.
        "promise.day": phrases.long_date(wall.date(), language),
        "promise.time": f"{wall:%-H:%M} ({phrases.zone_phrase(zone, language, due_at)})",
    }


def _said(value: object, language: str) -> str:
    """What is in a field, in words: a date, yes or no, or as it was typed."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    try:
        return phrases.long_date(date.fromisoformat(str(value)), language)
    except ValueError:
        return "" if value is None else str(value)


def unfill(text: str, facts: Mapping[str, str]) -> str:
    """A written answer made general: who and what it names become variables again."""
    names = ("conversation.ref", "customer.name", "customer.first_name", "customer.email",
             "promise.by", "agent.name", "agent.first_name")  # fmt: skip
    for name in names:
        fact = facts.get(name, "")
        if len(fact) > 2:
            text = re.sub(rf"(?<![\w{{.]){re.escape(fact)}(?!\w)", f"{{{name}}}", text)
    return text


def example(language: str, agent: Agent) -> dict[str, str]:
    """Facts of a customer who is none, to look at a ready text with."""
    names = {"ru": "Клара Хольм", "pl": "Klara Holm"}
    name = names.get(language, "Clara Holm")
    at = now()
    zone = the_shop().time_zone
    tomorrow = (at.astimezone(ZoneInfo(zone)) + timedelta(days=1)).replace(hour=14, minute=0)
    shop = the_shop()
    facts = {one: str(words) for one, words in OFFERED.items()}
    facts |= {
        f"field.{one.key}": fields.name_of(one, language)
        for of in CustomField.Of.values
        for one in fields.asked_of(of)
    }
    return facts | {
        "customer.name": name,
        "customer.first_name": first_name(name),
        "customer.email": "clara@customer.example",
        "customer.company": "Holm & Co",
        "conversation.ref": "K7M4QX9A",
        "agent.name": agent.name,
        "agent.first_name": agent.first_name,
        "shop.name": shop.shop_name,
        "shop.site": shop.site,
        "shop.phone": shop.phone,
        **_times(tomorrow, zone, language, at),
    }
