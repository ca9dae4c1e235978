"""Promises due today, a lane for each who looks after some, on the ruler of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.desk.clock import Clock
from promisedesk.desk.drawing import face, initials_of, nobody
from promisedesk.desk.today.axis import Axis
from promisedesk.desk.today.drawn import draw_blocks, draw_marks
from promisedesk.desk.today.owed import Owed

MOST_OPEN = 24  # blocks in one lane


@dataclass(slots=True)
class Block:
    owed: Owed
    start: int
    end: int
    late: int = 100  # percent of a late one that lies after its deadline


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
    drawn: SafeString = field(default_factory=SafeString)

    @property
    def hidden(self) -> int:
        return self.left - len(self.blocks)


def lanes(found: Iterable[Owed], axis: Axis, clock: Clock, reader: Agent) -> list[Lane]:
    """The reader's lane first, then by name, then what nobody looks after."""
    by_agent: dict[int | None, Lane] = {}
    for owed in found:
        lane = by_agent.get(owed.agent_id)
        if lane is None:
            lane = by_agent[owed.agent_id] = _lane(owed)
        _place(lane, owed, axis, clock)
    for lane in by_agent.values():
        lane.drawn = draw_marks(lane.marks, clock) + draw_blocks(lane.blocks, clock)
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
        place = axis.block(owed.due_at, until)
        late = axis.late_share(owed.due_at, until, place) if until else 100
        lane.blocks.append(Block(owed, *place, late))
