"""What is owed today: promises due today, and what has been late since before.

Two walks along indexes: the ledger by the time things are due, and the conversations
that still wait. Never through the whole history, however long the shop has kept it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Conversation
from promisedesk.desk.clock import Clock
from promisedesk.desk.inbox.rows import addresses_of
from promisedesk.desk.pills import Hours, pill, settled_pill
from promisedesk.desk.today.deeds import WAYS, Way
from promisedesk.lib.countdowns import Countdown
from promisedesk.promises.models import Promise

MOST_TODAY = 300  # promises of one day that are drawn; more help nobody
MOST_BEFORE = 60  # conversations late since before today
Kind, Deed = Promise.Kind, Promise.Deed
IN_WORDS = (Kind.COMMITMENT, Kind.CALLBACK)
# Whoever gave their word keeps it, whoever has the conversation now.
GIVEN = {"kind": Kind.COMMITMENT, "agent__is_active": True}


def _about(conversation: str = "") -> dict[str, F]:
    """What is drawn of a conversation, reached by this path ("conversation__")."""
    return {
        "opens": F(f"{conversation}public_id"),
        "about": F(f"{conversation}subject"),
        "hours_of": F(f"{conversation}inbox_id"),
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
    promise: str = ""  # its id; empty where the ledger shows none
    kind: str = Kind.ANSWER
    deed: str = ""
    says: str = ""  # in which words it was promised

    @property
    def is_in_words(self) -> bool:
        return self.kind in IN_WORDS

    @property
    def does(self) -> str:
        """What has to be done: a key of deeds.WAYS."""
        if self.kind in (Kind.ANSWER, Kind.RESOLUTION):
            return self.kind
        return Deed.CALL if self.kind == Kind.CALLBACK else self.deed or Deed.OTHER

    @property
    def way(self) -> Way:
        return WAYS[self.does]

    @property
    def may_be_renewed(self) -> bool:
        return bool(self.promise) and self.kind != Kind.RESOLUTION

    @property
    def is_open(self) -> bool:
        return self.state in ("late", "soon", "ok")


def owed_today(
    promises: QuerySet[Promise], since: datetime, until: datetime, clock: Clock, hours: Hours
) -> list[Owed]:
    """Promises due from `since` up to before `until`, in order, but for those withdrawn, those
    that rest, and those for which a new time was given: that one counts."""
    due = promises.filter(due_at__gte=since, due_at__lt=until).order_by("due_at", "pk")
    due = due.exclude(state__in=[Promise.State.WITHDRAWN, Promise.State.PAUSED])
    rows = due.filter(renewed_at=None).values(
        "due_at",
        "made_at",
        "state",
        "settled_at",
        "contact_id",
        "kind",
        "deed",
        "says",
        promise=F("public_id"),
        agent_number=Case(When(**GIVEN, then=F("agent")), default=F("conversation__assignee")),
        agent_name=Case(
            When(**GIVEN, then=F("agent__name")), default=F("conversation__assignee__name")
        ),
        **_about("conversation__"),
    )
    return _read(rows[:MOST_TODAY], clock, hours)


def owed_before(
    conversations: QuerySet[Conversation], since: datetime, clock: Clock, hours: Hours
) -> list[Owed]:
    """What was due before `since` and is still owed: the latest MOST_BEFORE, in order."""
    late = conversations.filter(due_at__lt=since).order_by("-due_at", "-pk")
    rows = late.values(
        "due_at",
        "contact_id",
        made_at=F("due_since"),
        agent_number=F("assignee"),
        agent_name=F("assignee__name"),
        nearest=_nearest(),
        **_about(),
    )
    return _read(reversed([_with_nearest(row) for row in rows[:MOST_BEFORE]]), clock, hours)


def _nearest() -> Subquery:
    """The promise that a conversation's place comes from, looked up for the few that are drawn."""
    owed = Promise.objects.owed().filter(conversation=OuterRef("pk"), due_at=OuterRef("due_at"))
    by = Case(When(**GIVEN, then=F("agent")), default=Value(None))
    facts = JSONObject(
        promise="public_id", kind="kind", deed="deed", says="says", by=by, by_name="agent__name"
    )
    return Subquery(owed.order_by("pk").values(facts=facts)[:1])


def _with_nearest(row: dict) -> dict:
    nearest = row.pop("nearest") or {}
    by, name = nearest.pop("by", None), nearest.pop("by_name", None)
    who = {"agent_number": by, "agent_name": name} if by else {}
    return row | nearest | who


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
        promise=row.get("promise", ""),
        kind=row.get("kind", Kind.ANSWER),
        deed=row.get("deed", ""),
        says=row.get("says", ""),
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
