"""What conversations can be cut by: the fields of conditions, their kinds, words and choices.

Custom fields join the fixed ones as `field:<key>` (of the conversation) and
`contact_field:<key>` (of the customer). Rooms above add what only they know: `add_choice`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise as LazyText
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts.models import CustomField
from promisedesk.conversations.models import Conversation, Inbox, Tag
from promisedesk.conversations.moods import SAYS as MOODS
from promisedesk.core.memo import remembered
from promisedesk.core.models import LANGUAGES

IS, IS_NOT = "is", "is_not"
OF_CHOICES = (IS, IS_NOT)
OF_WORDS = ("has", "has_not")
OF_DATES = ("within", "older", "after", "before")


@dataclass(frozen=True)
class Field:
    """One thing to cut by. `kind` says what its values are and how a form asks for them.

    Kinds: choice, agent, team, tag, inbox, contact, yes_no, words, date, text, number.
    """

    key: str
    label: LazyText | str
    kind: str
    ops: tuple[str, ...] = OF_CHOICES
    choices: tuple[tuple[str, LazyText | str], ...] = ()


PROMISES: dict[str, LazyText | str] = {
    "running": _("Running"),
    "due_soon": _("Due within the hour"),
    "overdue": _("Overdue"),
    "none": _("Nothing is owed"),
}
# What rooms above add to the promises: by value, a condition on conversations at a moment.
ADDED_PROMISES: dict[str, Callable[[datetime], Q]] = {}
CHANNELS = {"email": _("Mail"), "form": _("Contact form")}


def add_choice(value: str, label: LazyText, at: Callable[[datetime], Q]) -> None:
    """Let conditions ask whether what was promised is `value`; called once at start."""
    PROMISES[value] = label
    ADDED_PROMISES[value] = at
    FIELDS["promise"] = replace(FIELDS["promise"], choices=tuple(PROMISES.items()))


FIELDS: dict[str, Field] = {
    one.key: one
    for one in (
        Field("state", _("State"), "choice", choices=tuple(Conversation.State.choices)),
        Field("promise", _("Promise"), "choice", choices=tuple(PROMISES.items())),
        Field("assignee", _("Assigned to"), "agent"),
        Field("team", _("Team"), "team"),
        Field("tag", _("Tag"), "tag"),
        Field("inbox", pgettext_lazy("an address", "Inbox"), "inbox"),
        Field("channel", _("Channel"), "choice", choices=tuple(CHANNELS.items())),
        Field("priority", _("Priority"), "choice", choices=tuple(Conversation.Priority.choices)),
        Field("mood", _("Mood of the customer"), "choice", choices=tuple(MOODS.items())),
        Field("vip", _("The customer is a VIP"), "yes_no", (IS,)),
        Field("segment", _("Segment of the customer"), "text", (IS, IS_NOT)),
        Field("language", _("Language"), "choice", choices=tuple(LANGUAGES)),
        Field("customer", _("Customer"), "contact", ("has", "has_not", IS, IS_NOT)),
        Field("words", _("Words"), "words", OF_WORDS),
        Field("subject", _("Subject"), "text", OF_WORDS),
        Field("created", _("Began"), "date", OF_DATES),
        Field("last", _("Last message"), "date", OF_DATES),
        Field("due", _("Promised for"), "date", ("after", "before")),
        Field("is_unread", _("Unread"), "yes_no", (IS,)),
        Field("is_snoozed", _("Snoozed"), "yes_no", (IS,)),
        Field("has_file", _("With a file"), "yes_no", (IS,)),
        Field("mentions", _("A note mentions"), "agent", (IS,)),
        Field("follower", _("Followed by"), "agent", (IS,)),
    )
}

OPS: dict[str, LazyText] = {
    IS: _("is"),
    IS_NOT: _("is not"),
    "has": _("contains"),
    "has_not": _("does not contain"),
    "within": _("within the last"),
    "older": _("longer ago than"),
    "after": _("on or after"),
    "before": _("before"),
    "more": _("is more than"),
    "less": _("is less than"),
    "filled": _("is filled in"),
    "empty": _("is empty"),
}
ALONE = ("filled", "empty")  # say all by themselves
YES_NO = (("yes", _("Yes")), ("no", _("No")))

_CUSTOM = {
    CustomField.Kind.TEXT: ("text", (IS, IS_NOT, "has", "filled", "empty")),
    CustomField.Kind.LINK: ("text", (IS, "has", "filled", "empty")),
    CustomField.Kind.NUMBER: ("number", (IS, IS_NOT, "more", "less", "filled", "empty")),
    CustomField.Kind.CHOICE: ("choice", (IS, IS_NOT, "filled", "empty")),
    CustomField.Kind.DATE: ("day", ("after", "before", IS, "filled", "empty")),
    CustomField.Kind.YES_NO: ("yes_no", (IS, "filled", "empty")),
}


def fields() -> dict[str, Field]:
    """All there are now, custom ones last, by key."""
    return FIELDS | custom_fields()


def custom_fields() -> dict[str, Field]:
    """The shop's own fields, named in the reader's language."""
    return _custom_in(get_language() or "en")


@remembered(CustomField)
def _custom_in(language: str) -> dict[str, Field]:
    return {
        one.key: one for one in map(lambda row: _custom(row, language), CustomField.objects.all())
    }


def _custom(row: CustomField, language: str) -> Field:
    kind, ops = _CUSTOM[row.kind]
    prefix = "field:" if row.of == CustomField.Of.CONVERSATION else "contact_field:"
    name = row.names.get(language) or row.names.get("") or next(iter(row.names.values()), row.key)
    choices = tuple((str(one), str(one)) for one in map(_value_of, row.choices))
    return Field(prefix + row.key, name, kind, ops, choices)


def _value_of(choice: object) -> object:
    return choice.get("value", "") if isinstance(choice, dict) else choice


def choices_of(field: Field) -> list[tuple[str, str]]:
    """The (value, words) a form offers for a field; [] where the value is written."""
    if field.kind == "yes_no":
        return [(value, str(words)) for value, words in YES_NO]
    if field.kind == "choice":
        return [(value, str(words)) for value, words in field.choices]
    return [*_before(field), *_rows_of(field.kind)]


def _before(field: Field) -> list[tuple[str, str]]:
    if field.kind == "agent":
        mine = [("me", str(_("Me, whoever looks")))]
        return [*mine, ("nobody", str(_("Nobody")))] if field.key == "assignee" else mine
    if field.kind == "team":
        return [("mine", str(_("My teams"))), ("none", str(_("No team")))]
    return []


def _rows_of(kind: str) -> list[tuple[str, str]]:
    rows = {
        "agent": Agent.objects.filter(is_active=True),
        "team": Team.objects.all(),
        "tag": Tag.objects.filter(is_active=True),
        "inbox": Inbox.objects.all(),
    }.get(kind)
    return [] if rows is None else list(rows.order_by("name").values_list("public_id", "name"))
