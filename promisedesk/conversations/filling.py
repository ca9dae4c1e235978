"""Filling in the shop's own fields of a conversation."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import fields
from promisedesk.contacts.fields import Value
from promisedesk.contacts.models import CustomField
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import EMPTIED, FILLED_IN
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

OF = CustomField.Of.CONVERSATION


@transaction.atomic
def fill(
    conversation: Conversation, values: Mapping[str, object], *, by: Agent | None
) -> list[str]:
    """Fill in fields by key (None or "" empties one); returns the keys that changed.

    What was left out stays. Raises Refused for an unknown field, or a value that is none.
    """
    demand(by, Deed.SORT)
    by_key = {one.key: one for one in fields.asked_of(OF)}
    if unknown := [key for key in values if key not in by_key]:
        raise Refused(_("There is no field “%(field)s”.") % {"field": unknown[0][:60]})
    wished = {key: fields.checked(by_key[key], value) for key, value in values.items()}
    now_there = _locked(conversation)
    changed = [key for key, value in wished.items() if now_there.get(key) != value]
    if not changed:
        return []
    kept = {key: value for key, value in (now_there | wished).items() if value is not None}
    Conversation.objects.filter(pk=conversation.pk).update(fields=kept)
    conversation.fields = kept
    for key in changed:
        _record(conversation, by_key[key], wished[key], by)
    return changed


def missing(conversation: Conversation) -> list[CustomField]:
    """The fields that must be filled in before it is resolved, and are not."""
    values = conversation.fields
    return [
        one
        for one in fields.asked_of(OF)
        if one.is_required and values.get(one.key) in (None, "") and fields.applies(one, values)
    ]


def shown(field: CustomField, value: Value) -> str:
    """A value in words, as the timeline says it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _locked(conversation: Conversation) -> dict[str, Value]:
    row = Conversation.objects.select_for_update(no_key=True).filter(pk=conversation.pk)
    return row.values_list("fields", flat=True).get()


def _record(conversation: Conversation, field: CustomField, value: Value, by: Agent | None) -> None:
    facts = {"field": fields.name_of(field), "key": field.key}
    if value is None:
        record(EMPTIED, by=by, conversation=conversation, **facts)
    else:
        said = "yes" if value is True else "no" if value is False else str(value)
        record(FILLED_IN, by=by, conversation=conversation, **facts, value=said)
