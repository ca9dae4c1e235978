"""What somebody typed into the search field: words to find, and operators that narrow it.

`from:clara tag:refund is:overdue before:2025-11-01 "lost parcel" -courier`. What is no operator
is a word like any other; what an operator does not know is told in `notes`, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations import filters
from promisedesk.conversations.filter_fields import custom_fields
from promisedesk.conversations.models import Conversation, Delivery, Inbox, Tag
from promisedesk.conversations.search_words import (
    DAYS,
    FILES,
    LANGUAGES,
    ME,
    NOBODY,
    OPERATORS,
    STATES,
    plain,
)
from promisedesk.core.errors import Refused
from promisedesk.core.shop import the_shop
from promisedesk.search.finding import Hit, find

LONGEST_QUERY = 500  # characters
MOST_OPERATORS = 12
AT_ONCE = 150  # hits asked for at a time; several are of one conversation
MOST_ROUNDS = 5
NOTHING = Q(pk__in=())
_TOKEN = re.compile(r'(-?)([^\W\d][\w-]{0,40}):(?:"([^"]*)"?|([^\s"]+))|(-?)"[^"]*"?|[^\s"]+')


@dataclass
class Asked:
    """A query, read. `words` as search.asking takes them; `without` none of these."""

    words: str = ""
    without: str = ""
    cut: Q = field(default_factory=Q)
    has_operators: bool = False
    states: set[str] = field(default_factory=set)  # asked for by `is:`; empty for any
    notes: list[str] = field(default_factory=list)  # what was not understood, in words

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.has_operators)


@dataclass(frozen=True)
class Reading:
    """Who asks and when: "me" and "today" are theirs."""

    agent: Agent
    at: datetime

    @property
    def today(self) -> date:
        zone = ZoneInfo(self.agent.time_zone or the_shop().time_zone)
        return self.at.astimezone(zone).date()


def read(query: str, *, agent: Agent, at: datetime) -> Asked:
    """Understand what was typed, as this agent means it. Never raises."""
    asked, reading = Asked(), Reading(agent, at)
    wanted, unwanted, number = [], [], 0
    for token in _TOKEN.finditer(query.replace("\x00", "")[:LONGEST_QUERY]):
        minus, name, quoted, value, _minus = token.groups()
        text = token.group()
        operator = name and _operator(name)
        if operator and number < MOST_OPERATORS:
            number += 1
            _narrow(asked, operator, (quoted or value or "").strip(), bool(minus), reading)
        elif name and _looks_like_one(name, value):
            said = {"operator": f"{name}:"}
            asked.notes.append(_("“%(operator)s” is no operator: looked for as words.") % said)
            wanted.append(text.lstrip("-"))
        elif text.startswith("-") and len(text) > 1:
            unwanted.append(text[1:])
        else:
            wanted.append(text)
    asked.words, asked.without = " ".join(wanted), " ".join(unwanted)
    if asked.states:
        asked.cut &= Q(state__in=sorted(asked.states))
    return asked


def _operator(name: str) -> str:
    """What a word before a colon means; '' if it is only a word."""
    known = OPERATORS.get(plain(name), "")
    return known or next((key for key in custom_fields() if key.endswith(f":{name.lower()}")), "")


def _looks_like_one(name: str, value: str | None) -> bool:
    """`foo:bar`, but neither `https://…` nor `14:05` nor `Re:`."""
    return bool(value) and not value.startswith("//") and name.islower()


def _narrow(asked: Asked, operator: str, value: str, is_not: bool, reading: Reading) -> None:
    if not value:
        return
    asked.has_operators = True
    if operator == "is" and not is_not and plain(value) in ("open", *_OF_STATE):
        state = STATES.get(plain(value), "")
        if state in Conversation.State.values:
            asked.states.add(state)
            return
    found = _OPERATORS.get(operator, _custom(operator))(value, reading)
    if found is None:
        found = NOTHING
        asked.notes.append(_("Nothing is known as “%(value)s” here.") % {"value": value})
    asked.cut &= ~found if is_not else found


_OF_STATE = [word for word, state in STATES.items() if state in Conversation.State.values]


def _where(reading: Reading, name: str, value: object, op: str = "is") -> Q | None:
    try:
        conditions = filters.read([{"field": name, "op": op, "value": value}])
    except Refused:
        return None
    return filters.where(conditions, agent=reading.agent, at=reading.at)


def _is(value: str, reading: Reading) -> Q | None:
    state = STATES.get(plain(value))
    name, said = {
        "overdue": ("promise", "overdue"),
        "kept": ("promise", "kept"),
        "broken": ("promise", "broken"),
        "unread": ("is_unread", "yes"),
        "read": ("is_unread", "no"),
        "mine": ("assignee", "me"),
        "unassigned": ("assignee", "nobody"),
        "snoozed": ("is_snoozed", "yes"),
    }.get(state, ("state", state))
    return _where(reading, name, said)


def _from(value: str, reading: Reading) -> Q | None:
    address = Q()
    if "@" in value and " " not in value:
        # A participant's letter says who wrote it; the card is the customer's.
        wrote = {"messages__from_address": value.lower()}
        address = Q(pk__in=Conversation.objects.filter(**wrote).values("pk"))
    customer = _where(reading, "customer", value, "has")
    return customer if not address else customer | address


def _to(value: str, reading: Reading) -> Q:
    """Written to that inbox, or by us to that address."""
    inboxes = [
        pk for pk, address, name in Inbox.objects.values_list("pk", "address", "name")
        if value.lower() in address or value.lower() in name.lower()
    ]  # fmt: skip
    found = Q(inbox__in=inboxes)
    if "@" in value:
        sent = Delivery.objects.filter(to_address__iexact=value)
        found |= Q(pk__in=sent.values("message__conversation"))
    return found


def _called(rows: QuerySet, value: str) -> list[str]:
    """Public ids of those called so; else of those whose name begins so."""
    wanted, begins = plain(value), []
    for public_id, name in rows.values_list("public_id", "name"):
        if plain(name) == wanted:
            return [public_id]
        if any(part.startswith(wanted) for part in (plain(name), *map(plain, name.split()))):
            begins.append(public_id)
    return begins


def _assignee(value: str, reading: Reading) -> Q | None:
    if plain(value) in ME:
        return _where(reading, "assignee", "me")
    if plain(value) in NOBODY:
        return _where(reading, "assignee", "nobody")
    if "@" in value:
        ids = list(Agent.objects.filter(email__iexact=value).values_list("public_id", flat=True))
    else:
        ids = _called(Agent.objects.all(), value)
    return _where(reading, "assignee", ids)


def _among(name: str, model) -> Callable[[str, Reading], Q | None]:
    def narrow(value: str, reading: Reading) -> Q | None:
        if name == "team" and plain(value) in NOBODY:
            return Q(team=None)
        return _where(reading, name, _called(model.objects.all(), value))

    return narrow


def _before(value: str, reading: Reading) -> Q | None:
    day = _day(value, reading)
    return day and _where(reading, "created", day.isoformat(), "before")


def _after(value: str, reading: Reading) -> Q | None:
    day = _day(value, reading)
    return day and _where(reading, "last", day.isoformat(), "after")


def _day(value: str, reading: Reading) -> date | None:
    """2025-11-18, 2025-11, 2025, 18.11.2025, today, yesterday."""
    if said := DAYS.get(plain(value)):
        return reading.today - timedelta(days=said == "yesterday")
    parts = [int(part) for part in re.split(r"[-./]", value) if part.isdecimal()][:3]
    if parts and parts[0] <= 31:
        parts.reverse()
    try:
        return date(*[*parts, 1, 1][:3]) if parts else None
    except (ValueError, OverflowError):
        return None


def _has(value: str, reading: Reading) -> Q | None:
    return _where(reading, "has_file", "yes") if plain(value) in FILES else None


def _language(value: str, reading: Reading) -> Q | None:
    return _where(reading, "language", LANGUAGES.get(plain(value), ""))


def _custom(key: str) -> Callable[[str, Reading], Q | None]:
    def narrow(value: str, reading: Reading) -> Q | None:
        ops = custom_fields()[key].ops
        return _where(reading, key, value, "has" if "has" in ops else "is")

    return narrow


_OPERATORS: dict[str, Callable[[str, Reading], Q | None]] = {
    "from": _from,
    "to": _to,
    "tag": _among("tag", Tag),
    "team": _among("team", Team),
    "inbox": _among("inbox", Inbox),
    "assignee": _assignee,
    "is": _is,
    "promise": _is,
    "before": _before,
    "after": _after,
    "has": _has,
    "language": _language,
    "subject": lambda value, reading: _where(reading, "subject", value, "has"),
    "channel": lambda value, reading: _where(reading, "channel", value),
}


def conversations(
    asked: Asked, seen: QuerySet[Conversation], *, after: int | None, limit: int
) -> tuple[dict[int, Hit], int | None]:
    """Conversations with a message that has the words, the newest hit of each, newest first.

    By number of the conversation, at most `limit`, and where to go on (None: that was all).
    What was on a page before `after` does not come again.
    """
    within = seen.filter(asked.cut).values("pk") if asked.cut or seen.query.where else None
    found: dict[int, Hit] = {}
    known: set[int] = set()
    at = after
    for _round in range(MOST_ROUNDS):
        hits = find(asked.words, without=asked.without, limit=AT_ONCE, after=at, within=within)
        if after is not None and hits:
            known |= _shown_before(asked, after, {hit.group for hit in hits} - known)
        for hit in hits:
            if hit.group in known or hit.group in found:
                at = hit.id
                continue
            if len(found) == limit:
                return found, at
            found[hit.group] = hit
            at = hit.id
        if len(hits) < AT_ONCE:
            return found, None
    return found, at


def _shown_before(asked: Asked, after: int, groups: Sequence[int]) -> set[int]:
    among = Conversation.objects.filter(pk__in=groups).values("pk")
    earlier = find(asked.words, without=asked.without, limit=10_000, since=after, within=among)
    return {hit.group for hit in earlier}
