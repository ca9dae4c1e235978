"""The shop's own fields: what they are, and what may be filled into them.

A key never changes: what is filled in hangs on it. A field asked for no more is retired,
never deleted, so that old conversations keep what they say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts.models import CustomField
from promisedesk.contacts.verbs import FIELD_ADDED, FIELD_CHANGED, FIELD_RETIRED, FIELDS_ORDERED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered

LONGEST_NAME = 80
LONGEST_TEXT = 1000
LONGEST_KEY = 40
MOST_CHOICES = 100
MOST = 60  # fields of one kind of thing
Kind = CustomField.Kind
Value = str | int | float | bool | None


@remembered(CustomField)
def asked_of(of: str) -> tuple[CustomField, ...]:
    """The fields filled in of conversations, or of customers (CustomField.Of), in order."""
    return tuple(CustomField.objects.filter(of=of, is_active=True))


def name_of(field: CustomField, language: str = "") -> str:
    """What it is called in this language, the reader's if none is given."""
    names, language = field.names, language or get_language() or "en"
    return names.get(language) or names.get("") or next(iter(names.values()), field.key)


def applies(field: CustomField, values: Mapping[str, Value]) -> bool:
    """Whether it is asked for, as the others are filled in."""
    if not field.depends_on:
        return True
    other = values.get(field.depends_on)
    if isinstance(other, bool):
        return field.depends_value.casefold() == ("yes" if other else "no")
    if other in (None, ""):
        return False
    return not field.depends_value or str(other).casefold() == field.depends_value.casefold()


def checked(field: CustomField, value: object) -> Value:
    """A value as it is stored, None for nothing. Raises Refused with what to write instead.

    Text, choice and link are text; a date is "2026-11-24"; a number is a number; yes or no a
    bool ("yes" and "no" are understood).
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, (list, dict)):
        raise Refused(_("“%(field)s” takes one value.") % {"field": name_of(field)})
    return _READ[field.kind](field, value)


def _text(field: CustomField, value: object) -> str:
    text = " ".join(str(value).replace("\x00", "").split())
    if len(text) > LONGEST_TEXT:
        raise Refused(
            _("“%(field)s” takes at most %(number)s letters.")
            % {"field": name_of(field), "number": LONGEST_TEXT}
        )
    return text


def _number(field: CustomField, value: object) -> int | float:
    written = re.sub(r"[\s\u00a0\u202f]", "", str(value)).replace(",", ".")
    try:
        number = Decimal(written)
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(value, bool) or not number.is_finite() or abs(number) >= 10**15:
        raise Refused(_("“%(field)s” takes a number: 12 or 12.5.") % {"field": name_of(field)})
    return int(number) if number == number.to_integral_value() else float(number)


def _choice(field: CustomField, value: object) -> str:
    text = _text(field, value)
    known = {str(one).casefold(): str(one) for one in field.choices}
    if text.casefold() not in known:
        raise Refused(
            _("“%(field)s” is one of: %(choices)s.")
            % {"field": name_of(field), "choices": ", ".join(map(str, field.choices))}
        )
    return known[text.casefold()]


def _date(field: CustomField, value: object) -> str:
    try:
        return date.fromisoformat(str(value).strip()).isoformat()
    except ValueError:
        raise Refused(
            _("“%(field)s” takes a date: 2026-11-24.") % {"field": name_of(field)}
        ) from None


def _yes_no(field: CustomField, value: object) -> bool:
    known = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if isinstance(value, bool):
        return value
    if (said := str(value).strip().casefold()) not in known:
        raise Refused(_("“%(field)s” takes yes or no.") % {"field": name_of(field)})
    return known[said]


def _link(field: CustomField, value: object) -> str:
    text = _text(field, value)
    try:
        parts = urlsplit(text)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        is_good = False
    if not is_good:
        raise Refused(
            _("“%(field)s” takes a link that begins with https://.") % {"field": name_of(field)}
        )
    return text


_READ = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.DATE: _date,
    Kind.YES_NO: _yes_no,
    Kind.LINK: _link,
}


# --- what fields there are


@transaction.atomic
def add(
    of: str,
    names: Mapping[str, str],
    kind: str = Kind.TEXT,
    *,
    by: Agent | None,
    key: str = "",
    choices: Sequence[str] = (),
    is_required: bool = False,
    depends_on: str = "",
    depends_value: str = "",
) -> CustomField:
    """A new field, the last in order. `names` by language, "" for all others.

    Raises Refused for what makes no sense.
    """
    demand(by, Deed.RUN)
    there = CustomField.objects.filter(of=of)
    if there.count() >= MOST:
        raise Refused(_("There are %d fields already. Retire one first.") % MOST)
    names = _names(names)
    last = there.aggregate(last=Max("position"))["last"]
    field = CustomField(
        of=of,
        key=_new_key(of, key or next(iter(names.values()))),
        names=names,
        kind=kind,
        choices=_choices(kind, choices),
        is_required=is_required,
        position=0 if last is None else last + 1,
    )
    _depend(field, depends_on, depends_value)
    field.save()
    record(FIELD_ADDED, by=by, field=field.key, name=name_of(field))
    return field


@transaction.atomic
def change(
    field: CustomField,
    *,
    by: Agent | None,
    names: Mapping[str, str] | None = None,
    choices: Sequence[str] | None = None,
    is_required: bool | None = None,
    depends_on: str | None = None,
    depends_value: str | None = None,
) -> None:
    """Other names, choices or conditions; what is left out stays, and so does the kind.

    Raises Refused for what makes no sense.
    """
    demand(by, Deed.RUN)
    if names is not None:
        field.names = _names(names)
    if choices is not None:
        field.choices = _choices(field.kind, choices)
    if is_required is not None:
        field.is_required = is_required
    if depends_on is not None or depends_value is not None:
        _depend(
            field,
            field.depends_on if depends_on is None else depends_on,
            field.depends_value if depends_value is None else depends_value,
        )
    field.save(update_fields=["names", "choices", "is_required", "depends_on", "depends_value"])
    record(FIELD_CHANGED, by=by, field=field.key, name=name_of(field))


@transaction.atomic
def retire(field: CustomField, *, by: Agent | None) -> None:
    """Ask for it no more; what is filled in stays. Raises Refused while another depends on it."""
    demand(by, Deed.RUN)
    dependent = CustomField.objects.filter(of=field.of, depends_on=field.key, is_active=True)
    if other := dependent.first():
        raise Refused(
            _("“%(other)s” is asked for by what is in it. Change that one first.")
            % {"other": name_of(other)}
        )
    _set_active(field, False, by)


@transaction.atomic
def bring_back(field: CustomField, *, by: Agent | None) -> None:
    """Ask for it again."""
    demand(by, Deed.RUN)
    _set_active(field, True, by)


def _set_active(field: CustomField, is_active: bool, by: Agent | None) -> None:
    field.is_active = is_active
    field.save(update_fields=["is_active"])
    verb = FIELD_CHANGED if is_active else FIELD_RETIRED
    record(verb, by=by, field=field.key, name=name_of(field))


@transaction.atomic
def order(of: str, keys: Sequence[str], *, by: Agent | None) -> None:
    """Ask for them in this order; those not named come after."""
    demand(by, Deed.RUN)
    place = {key: number for number, key in enumerate(keys)}
    fields = sorted(
        CustomField.objects.filter(of=of), key=lambda one: place.get(one.key, len(place))
    )
    for number, field in enumerate(fields):
        field.position = number
        field.save(update_fields=["position"])
    record(FIELDS_ORDERED, by=by, of=of)


def _names(names: Mapping[str, str]) -> dict[str, str]:
    kept = {language: " ".join(name.split())[:LONGEST_NAME] for language, name in names.items()}
    kept = {language: name for language, name in kept.items() if name}
    if not kept:
        raise Refused(_("A field needs a name."))
    return {"": kept.get("") or next(iter(kept.values()))} | kept


def _choices(kind: str, choices: Sequence[str]) -> list[str]:
    if kind != Kind.CHOICE:
        return []
    lines = (" ".join(str(one).split())[:200] for one in choices)
    kept = list({line.casefold(): line for line in lines if line}.values())
    if not kept:
        raise Refused(_("Write what can be chosen, one choice a line."))
    if len(kept) > MOST_CHOICES:
        raise Refused(_("There can be at most %d choices.") % MOST_CHOICES)
    return kept


def _new_key(of: str, wish: str) -> str:
    stem = slugify(wish)[:LONGEST_KEY].strip("-_") or "field"
    taken = set(CustomField.objects.filter(of=of).values_list("key", flat=True))
    key, number = stem, 2
    while key in taken:
        ending = f"-{number}"
        key, number = stem[: LONGEST_KEY - len(ending)] + ending, number + 1
    return key


def _depend(field: CustomField, on: str, value: str) -> None:
    """Make it depend on another, never in a circle. Raises Refused."""
    by_key = {one.key: one for one in CustomField.objects.filter(of=field.of)}
    seen, at = {field.key}, on
    while at:
        if at in seen or at not in by_key:
            raise Refused(_("A field can depend on another one only, and never in a circle."))
        seen.add(at)
        at = by_key[at].depends_on
    field.depends_on, field.depends_value = on, value.strip()[:200] if on else ""
