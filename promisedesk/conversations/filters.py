"""Conditions on conversations, one language for saved views, rules and search.

A list such as [{"field": "tag", "op": "is", "value": ["<id>", …]}, …]; all of them must hold,
each for any of its values. [{"any": […]}] holds if one of those in it does. A newcomer would get
wrong: "me" is whoever asks, and the desk itself (agent None) is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import and_, or_

from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.contacts.models import Contact
from promisedesk.conversations import filter_queries
from promisedesk.conversations.filter_fields import (
    ALONE,
    FIELDS,
    OPS,
    YES_NO,
    Field,
    choices_of,
    fields,
)
from promisedesk.conversations.filter_queries import Asker
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.lib.counting import SpanError

__all__ = [
    "FIELDS",
    "AnyOf",
    "Condition",
    "choices_of",
    "data_of",
    "fields",
    "in_words",
    "matching",
    "read",
    "where",
]

MOST_CONDITIONS = 20
MOST_VALUES = 50
LONGEST_VALUE = 200


@dataclass(frozen=True)
class Condition:
    """One condition, read and found sensible."""

    field: Field
    op: str
    values: tuple[str, ...]

    def data(self) -> dict:
        """As it is kept in JSON; `read` takes it back."""
        return {"field": self.field.key, "op": self.op, "value": list(self.values)}


class AnyOf(list[Condition]):
    """Conditions of which one is enough; of those in any other list all must hold."""


def read(data: object) -> list[Condition]:
    """The conditions in JSON data. Raises Refused, saying which one makes no sense and why."""
    if isinstance(data, list) and [*map(_is_any, data)] == [True]:
        return AnyOf(_read_all(data[0]["any"]))
    return _read_all(data)


def _is_any(one: object) -> bool:
    return isinstance(one, dict) and one.keys() == {"any"}


def _read_all(data: object) -> list[Condition]:
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise Refused(_("Conditions are a list. Set them anew."))
    if len(data) > MOST_CONDITIONS:
        raise Refused(_("At most %(number)d conditions, please.") % {"number": MOST_CONDITIONS})
    known = fields()
    return [_read_one(one, known) for one in data]


def data_of(conditions: Sequence[Condition]) -> list[dict]:
    """Conditions as they are kept in JSON; `read` takes them back. Of one alone: no “any”."""
    said = [one.data() for one in conditions]
    return [{"any": said}] if isinstance(conditions, AnyOf) and len(said) > 1 else said


def _read_one(one: dict, known: dict[str, Field]) -> Condition:
    field = known.get(str(one.get("field", "")))
    if field is None:
        raise Refused(_("There is no field “%(field)s” any more.") % {"field": one.get("field")})
    op = one.get("op") or field.ops[0]
    if op not in field.ops:
        raise Refused(
            _("“%(field)s” cannot be compared in this way.") % {"field": str(field.label)}
        )
    values = () if op in ALONE else _values(one.get("value"))
    if not values and op not in ALONE:
        raise Refused(_("Say what “%(field)s” should be.") % {"field": str(field.label)})
    for value in values:
        _check(field, op, value, values)
    return Condition(field, op, values)


def _values(value: object) -> tuple[str, ...]:
    said = value if isinstance(value, (list, tuple)) else [value]
    if len(said) > MOST_VALUES or not all(isinstance(one, (str, int, float)) for one in said):
        if value is None:
            return ()
        raise Refused(_("Conditions are a list. Set them anew."))
    words = (("yes" if one else "no") if isinstance(one, bool) else str(one) for one in said)
    return tuple(dict.fromkeys(word.strip()[:LONGEST_VALUE] for word in words if word.strip()))


def _check(field: Field, op: str, value: str, values: Sequence[str]) -> None:
    wrong = {"field": str(field.label), "value": value}
    if field.kind == "yes_no" and value not in dict(YES_NO):
        raise Refused(_("“%(field)s” is yes or no, not “%(value)s”.") % wrong)
    if field.kind == "choice" and value not in dict(field.choices):
        raise Refused(_("“%(field)s” cannot be “%(value)s”.") % wrong)
    if field.kind == "number" and not _is_number(value):
        raise Refused(_("“%(value)s” is not a number.") % wrong)
    if field.kind in ("date", "day"):
        if len(values) > 1:
            raise Refused(_("“%(field)s” takes one date or span.") % wrong)
        _check_date(field, op, value)


def _check_date(field: Field, op: str, value: str) -> None:
    try:
        if op in ("within", "older"):
            filter_queries.span_of(value)
        elif field.kind == "day":
            date.fromisoformat(value)
        else:
            at = datetime.fromisoformat(value)
            if not 1 < at.year < 9999:  # no zone may push it out of the calendar
                raise ValueError(value)
    except SpanError as error:
        raise Refused(
            _("“%(value)s” is not a span. Write it like 7 days or 4 hours.") % {"value": value}
        ) from error
    except ValueError as error:
        raise Refused(
            _("“%(value)s” is not a date. Write it like 2025-11-18.") % {"value": value}
        ) from error


def _is_number(value: str) -> bool:
    try:
        return abs(float(value)) < 10**15
    except ValueError:
        return False


def where(conditions: Sequence[Condition], *, agent: Agent | None, at: datetime) -> Q:
    """The conditions as a filter of Conversation rows, as `agent` would ask at that moment."""
    asker = Asker(agent, at)
    joint = or_ if isinstance(conditions, AnyOf) else and_
    # No Q() to begin with where one is enough: it would hold for everything.
    found = [_query(one, asker) for one in conditions]
    return reduce(joint, found) if found else Q()


def _query(one: Condition, asker: Asker) -> Q:
    kind, _colon, key = one.field.key.partition(":")
    if key:
        path = "fields" if kind == "field" else "contact__fields"
        query = filter_queries.custom(path, key, one.field.kind)
    else:
        query = filter_queries.QUERIES[one.field.key]
    return query(one.op, one.values, asker)


def matching(
    conditions: Sequence[Condition],
    conversation: Conversation,
    *,
    agent: Agent | None = None,
    at: datetime | None = None,
) -> bool:
    """Whether a conversation, as it is in the database, is as they say. One query; none for []."""
    if not conditions:
        return True
    rows = Conversation.objects.filter(pk=conversation.pk)
    return rows.filter(where(conditions, agent=agent, at=at or now())).exists()


def in_words(conditions: Sequence[Condition]) -> str:
    """The conditions as people read them: "State: open or waiting · Tag: Refund"."""
    said = " · ".join(_one_in_words(one) for one in conditions)
    is_any = isinstance(conditions, AnyOf) and len(conditions) > 1
    return _("any of these: %(conditions)s") % {"conditions": said} if is_any else said


def _one_in_words(one: Condition) -> str:
    said = {"field": str(one.field.label), "comparison": str(OPS[one.op])}
    if one.op in ALONE:
        return _("%(field)s %(comparison)s") % said
    known = dict(choices_of(one.field)) if one.field.kind != "contact" else _customers(one)
    named = [known.get(value, value) for value in one.values]
    said["value"] = named[0]
    for value in named[1:]:
        said["value"] = _("%(this)s or %(that)s") % {"this": said["value"], "that": value}
    return _("%(field)s %(comparison)s %(value)s") % said


def _customers(one: Condition) -> dict[str, str]:
    if one.op not in ("is", "is_not"):
        return {}
    found = Contact.objects.filter(public_id__in=one.values)
    return {contact.public_id: contact.shown_name for contact in found}
