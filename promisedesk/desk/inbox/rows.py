"""The rows of a list, ready to be drawn: plain values, so that fifty cost one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Protocol

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from promisedesk.contacts.models import Identity
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.moods import ANGRY
from promisedesk.desk.clock import Clock
from promisedesk.desk.drawing import face, initials_of, nobody
from promisedesk.desk.inbox.drawn import Look, draw_row
from promisedesk.desk.inbox.previews import in_words
from promisedesk.desk.pills import Hours, pill
from promisedesk.desk.spam_reasons import in_short
from promisedesk.lib.countdowns import Countdown

COLUMNS = (
    "id", "public_id", "subject", "preview", "state", "due_at", "due_since", "sort_at",
    "last_at", "last_is_ours", "is_unread", "language", "channel", "inbox_id",
    "contact_id", "contact__name", "assignee_id", "assignee__name", "folded", "spam_because",
    "snoozed_until", "priority", "mood",
)  # fmt: skip

STILL_ANGRY = (Conversation.State.OPEN, Conversation.State.WAITING)


@dataclass(slots=True)
class Group:
    """Rows under one heading: "Overdue", "Later today", "Tomorrow"."""

    key: str
    name: str
    tone: str
    rows: list[SafeString]
    view: str = ""  # that shows all of them
    aside: int = 0  # that belong here too, but are snoozed


class Found(Protocol):
    """By which words rows were found: HTML by conversation."""

    snippets: dict[int, SafeString]
    subjects: dict[int, SafeString]


def grouped(
    found: list[dict],
    clock: Clock,
    hours: Hours,
    *,
    base: str,
    open_id: str = "",
    tail: str = "",
    heading: str = "",
    found_by: Found | None = None,
) -> list[Group]:
    """Rows of `Conversation.values(*COLUMNS)`, drawn, under their headings, in their order.

    `base` is the URL of the view and `tail` what follows the id in it, `open_id` the
    conversation shown beside the list. With a `heading` all stand under it. `found_by` says
    by which words they were found.
    """
    addresses = addresses_of(one["contact_id"] for one in found if not one["contact__name"])
    groups: list[Group] = []
    for one in found:
        counted = _pill(one, clock, hours)
        key = heading or _group_of(one["state"], one["due_at"], counted.state, clock)
        # Rows keep their order: with inboxes of different hours a heading may come again.
        if not groups or groups[-1].key != key:
            groups.append(Group(key, heading or group_name(key), TONES.get(key, ""), []))
        look = _look(one, counted, clock, addresses, is_open=one["public_id"] == open_id)
        if found_by is not None:
            look.snippet = found_by.snippets.get(one["id"])
            look.marked_subject = found_by.subjects.get(one["id"])
        groups[-1].rows.append(draw_row(look, base, tail))
    return groups


def addresses_of(contact_ids: Iterable[int]) -> dict[int, str]:
    """How to call people without a name: their address, by contact. No query for nobody."""
    ids = set(contact_ids)
    known = Identity.objects.filter(contact__in=ids).order_by("-id") if ids else []
    return {identity.contact_id: identity.value for identity in known}


def _pill(one: dict, clock: Clock, hours: Hours) -> Countdown:
    return pill(
        hours,
        clock,
        inbox_id=one["inbox_id"],
        state=one["state"],
        due_at=one["due_at"],
        due_since=one["due_since"],
        last_at=one["last_at"],
    )


def _look(
    one: dict, counted: Countdown, clock: Clock, addresses: dict[int, str], *, is_open: bool
) -> Look:
    due_at, preview = one["due_at"], in_words(one["preview"])
    if one["spam_because"] and one["state"] == Conversation.State.SPAM:  # else it was taken out
        preview = f"{in_short(one['spam_because'])} · {preview}"
    if one["snoozed_until"] and one["snoozed_until"] > clock.now:
        until = _("Until %(time)s") % {"time": clock.said(one["snoozed_until"])}
        preview = f"{until} · {preview}"
    return Look(
        public_id=one["public_id"],
        # People without a name go by their address.
        who=one["contact__name"] or addresses.get(one["contact_id"]) or _("Unknown sender"),
        subject=one["subject"] or _("(no subject)"),
        preview=_("Us: %(text)s") % {"text": preview} if one["last_is_ours"] else preview,
        language=one["language"] if one["language"] != clock.language else "",
        is_urgent=one["priority"] == Conversation.Priority.URGENT,
        is_angry=one["mood"] == ANGRY and one["state"] in STILL_ANGRY,
        is_unread=one["is_unread"],
        is_quiet=due_at is None,
        is_open=is_open,
        channel="form" if one["channel"] == "form" else "mail",
        pill=counted,
        due=clock.full(due_at) if due_at else "",
        folded=one["folded"],
        avatar=_avatar(one["assignee_id"], one["assignee__name"], clock.language),
    )


@lru_cache(maxsize=1024)
def _avatar(agent_id: int | None, name: str, _language: str) -> SafeString:
    if agent_id is None:
        return nobody("xs", _("Unassigned"))
    return face(agent_id, initials_of(name), "xs", _("Assigned to %(name)s") % {"name": name})


def _group_of(state: str, due_at: datetime | None, pill_state: str, clock: Clock) -> str:
    if due_at is None:
        return "waiting" if state == Conversation.State.WAITING else state
    if pill_state in ("late", "soon"):
        return pill_state
    day, today = clock.date_of(due_at), clock.today
    if day <= today:
        return "today"
    if day == today + timedelta(days=1):
        return "tomorrow"
    return "week" if day - today < timedelta(days=7 - today.weekday()) else "later"


def group_name(key: str) -> str:
    """The heading over the rows of a group."""
    return {
        "late": _("Overdue"),
        "soon": _("Due within the hour"),
        "today": _("Later today"),
        "tomorrow": _("Tomorrow"),
        "week": _("Later this week"),
        "later": _("Later"),
        "open": _("Nothing promised"),
        "waiting": _("Waiting on customer"),
        "resolved": _("Resolved"),
        "spam": _("Spam"),
    }[key]


TONES = {"late": "bad", "soon": "warn"}
