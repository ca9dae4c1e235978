"""What the head and the panel of a conversation show of its sorting: tags, fields, who knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import ngettext

from promisedesk.agents.models import Agent
from promisedesk.contacts import fields
from promisedesk.contacts.models import CustomField
from promisedesk.conversations import filling, giving_out, tagging
from promisedesk.conversations.models import Conversation, Tag
from promisedesk.core.shop import the_shop


@dataclass(slots=True)
class Filled:
    """A field of the shop's own with what is in it."""

    key: str
    name: str
    kind: str
    choices: list
    is_required: bool
    value: str  # as a form has it
    shown: str  # as people read it; "" when empty
    applies: bool
    error: str = ""


@dataclass(slots=True)
class Knows:
    """A colleague who answered this customer before."""

    agent: Agent
    says: str


def tags_of(conversation: Conversation) -> list[Tag]:
    """Its tags by name. One query."""
    return tagging.of_rows([conversation.pk]).get(conversation.pk, [])


def filled(conversation: Conversation, typed: Mapping[str, str] | None = None) -> list[Filled]:
    """Its fields, those that apply and those with something in them. No query.

    `typed`: what a form that failed had in it.
    """
    values = conversation.fields
    found = []
    for field in fields.asked_of(filling.OF):
        value = values.get(field.key)
        applies = fields.applies(field, values)
        if not applies and value in (None, ""):
            continue
        found.append(_filled(field, value, applies, typed))
    return found


def _filled(field: CustomField, value, applies: bool, typed: Mapping[str, str] | None) -> Filled:
    written = (
        {True: "yes", False: "no", None: ""}.get(value, value) if not _is_number(value) else value
    )
    return Filled(
        key=field.key,
        name=fields.name_of(field),
        kind=field.kind,
        choices=field.choices,
        is_required=field.is_required,
        value=str(typed.get(f"field-{field.key}", written) if typed is not None else written),
        shown="" if value in (None, "") else filling.shown(field, value),
        applies=applies,
    )


def _is_number(value) -> bool:
    """True and 1 are the same key of a dictionary."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def knows(conversation: Conversation) -> list[Knows]:
    """Who answered this customer before, the most often first. One query; none for a stranger."""
    if conversation.contact.answered_at is None:
        return []
    return [
        Knows(
            one.agent,
            ngettext("answered once", "answered %(number)s times", one.times)
            % {"number": one.times},
        )
        for one in giving_out.who_knows(conversation)
    ]


def tracks_time() -> bool:
    return the_shop().tracks_time
