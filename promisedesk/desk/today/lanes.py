"""Promises due today, a lane for each who looks after some, on the ruler of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.desk.clock import Clock
from promisedesk.desk.drawing import face, initials_of, nobody
from promisedesk.desk.inbox.rows import addresses_of
from promisedesk.desk.today.axis import Axis
from promisedesk.lib.countdowns import Countdown, countdown
from promisedesk.promises import policies
from promisedesk.promises.models import CalendarVersion, Promise

MOST = 600  # promises read for one day; a page with more would help nobody
MOST_OPEN = 24  # blocks in one lane


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


@dataclass(slots=True)
class Block:
    owed: Owed
    start: int
    end: int


@dataclass(slots=True)
class Lane:
    """One person's day; the last lane is nobody's."""

    name: str
    avatar: SafeString
    agent_id: int | None
    late: int = 0
    left: int = 0
    marks: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    @property
    def hidden(self) -> int:
        return self.left - len(self.blocks)


COLUMNS = (
    "due_at", "made_at", "state", "settled_at", "calendar_version__created_at",
    "conversation__public_id", "conversation__subject",
    "conversation__contact__name", "conversation__assignee__name",
)  # fmt: skip


def owed_today(promises: QuerySet[Promise], clock: Clock, usual: CalendarVersion) -> list[Owed]:
    """The promises of a day with all that is drawn of them. Two queries.

    Time is counted in the hours each was made by; `usual` for those made without a rule.
    """
    joined = promises.select_related(
        "conversation__contact", "conversation__assignee", "calendar_version"
    )
    rows = list(joined.only(*COLUMNS)[:MOST])
    contacts = (promise.conversation.contact for promise in rows)
    addresses = addresses_of(contact.pk for contact in contacts if not contact.name)
    return [
        _owed(promise, _counted(promise, clock, promise.calendar_version or usual), addresses)
        for promise in rows
    ]


def _owed(promise: Promise, counted: Countdown, addresses: dict[int, str]) -> Owed:
    conversation, agent = promise.conversation, promise.conversation.assignee
    contact = conversation.contact
    return Owed(
        public_id=conversation.public_id,
        who=contact.name or addresses.get(contact.pk) or _("Unknown sender"),
        subject=conversation.subject or _("(no subject)"),
        due_at=promise.due_at,
        state=counted.state,
        pill=counted,
        agent_id=agent and agent.pk,
        agent=agent.name if agent else "",
    )


def _counted(promise: Promise, clock: Clock, version: CalendarVersion) -> Countdown:
    outcome = None
    if promise.state == Promise.State.KEPT:
        outcome = "kept"
    elif promise.settled_at:
        outcome = "missed"
    return countdown(
        promise.due_at,
        clock.now,
        policies.work_calendar(version),
        clock.language,
        made_at=promise.made_at,
        outcome=outcome,
    )


def lanes(found: Iterable[Owed], axis: Axis, clock: Clock, reader: Agent) -> list[Lane]:
    """The reader's lane first, then by name, then what nobody looks after."""
    by_agent: dict[int | None, Lane] = {}
    for owed in found:
        lane = by_agent.get(owed.agent_id)
        if lane is None:
            lane = by_agent[owed.agent_id] = _lane(owed)
        _place(lane, owed, axis, clock)
    return sorted(
        by_agent.values(),
        key=lambda lane: (lane.agent_id is None, lane.agent_id != reader.pk, lane.name),
    )


def _lane(owed: Owed) -> Lane:
    if owed.agent_id is None:
        return Lane(_("Unassigned"), nobody(), None)
    return Lane(owed.agent, face(owed.agent_id, initials_of(owed.agent)), owed.agent_id)


def _place(lane: Lane, owed: Owed, axis: Axis, clock: Clock) -> None:
    if not owed.is_open:
        lane.marks.append(Block(owed, *axis.mark(owed.due_at)))
        return
    lane.left += 1
    lane.late += owed.state == "late"
    if len(lane.blocks) < MOST_OPEN:
        until = clock.now if owed.state == "late" else None
        lane.blocks.append(Block(owed, *axis.block(owed.due_at, until)))
