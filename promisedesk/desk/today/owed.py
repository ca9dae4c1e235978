"""What is owed today: promises due today, and what has been late since before.

Two walks along indexes: the ledger by the time things are due, and the conversations
that still wait. Never through the whole history, however long the shop has kept it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.rows import addresses_of
from promisedesk.desk.pills import Hours, pill, settled_pill
from promisedesk.lib.countdowns import Countdown
from promisedesk.promises.models import Promise

MOST_TODAY = 300  # promises of one day that are drawn; more help nobody
MOST_BEFORE = 60  # conversations late since before today


def _about(conversation: str = "") -> dict[str, F]:
    """What is drawn of a conversation, reached by this path ("conversation__")."""
    return {
        "opens": F(f"{conversation}public_id"),
        "about": F(f"{conversation}subject"),
        "hours_of": F(f"{conversation}inbox_id"),
        "agent_number": F(f"{conversation}assignee_id"),
        "agent_name": F(f"{conversation}assignee__name"),
        "name": F(f"{conversation}contact__name"),
    }


@dataclass(slots=True)
class Owed:
    """One promise of the day."""

    public_id: str  # of its conversation
    who: str
    subject: str
    due_at: datetime
    state: str  # late, soon, ok, kept, missed
    pill: Countdown
    agent_id: int | None
    agent: str

    @property
    def is_open(self) -> bool:
        return self.state in ("late", "soon", "ok")


def owed_today(
    promises: QuerySet[Promise], since: datetime, until: datetime, clock: Clock, hours: Hours
) -> list[Owed]:
    """Promises due from `since` up to before `until`, in order, but for those withdrawn."""
    due = promises.filter(due_at__gte=since, due_at__lt=until).order_by("due_at", "pk")
    due = due.exclude(state=Promise.State.WITHDRAWN)
    rows = due.values(
        "due_at", "made_at", "state", "settled_at", "contact_id", **_about("conversation__")
    )
    return _read(rows[:MOST_TODAY], clock, hours)


def owed_before(
    conversations: QuerySet[Conversation], since: datetime, clock: Clock, hours: Hours
) -> list[Owed]:
    """What was due before `since` and is still owed: the latest MOST_BEFORE, in order."""
    late = conversations.filter(due_at__lt=since).order_by("-due_at", "-pk")
    rows = late.values("due_at", "contact_id", made_at=F("due_since"), **_about())
    return _read(reversed(rows[:MOST_BEFORE]), clock, hours)


def _read(rows: Iterable[dict], clock: Clock, hours: Hours) -> list[Owed]:
    rows = list(rows)
    addresses = addresses_of(row["contact_id"] for row in rows if not row["name"])
    return [_owed(row, _counted(row, clock, hours), addresses) for row in rows]


def _owed(row: dict, counted: Countdown, addresses: dict[int, str]) -> Owed:
    return Owed(
        public_id=row["opens"],
        who=row["name"] or addresses.get(row["contact_id"]) or _("Unknown sender"),
        subject=row["about"] or _("(no subject)"),
        due_at=row["due_at"],
        state=counted.state,
        pill=counted,
        agent_id=row["agent_number"],
        agent=row["agent_name"] or "",
    )


def _counted(row: dict, clock: Clock, hours: Hours) -> Countdown:
    if row.get("state") == Promise.State.KEPT:
        return settled_pill("kept", clock.language)
    if row.get("settled_at"):
        return settled_pill("missed", clock.language)
    return pill(
        hours,
        clock,
        inbox_id=row["hours_of"],
        state=Conversation.State.OPEN,
        due_at=row["due_at"],
        due_since=row["made_at"],
        last_at=row["due_at"],
    )
