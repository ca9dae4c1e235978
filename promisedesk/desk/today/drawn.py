"""Blocks and checks of the ruler as HTML. A day has some hundreds: a template took 0.15 ms each."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from promisedesk.desk.clock import Clock
from promisedesk.desk.drawing import icon

if TYPE_CHECKING:
    from promisedesk.desk.today.lanes import Block
    from promisedesk.desk.today.owed import Owed

_SOMEWHERE = "-"  # in place of a conversation's id
FULL = 60  # percent: a block that is late for so much of its length is red throughout


def draw_marks(marks: list[Block], clock: Clock) -> SafeString:
    """Checks of what is done. All that people wrote is escaped here."""
    return mark_safe("\n".join(_mark(one, clock) for one in marks))  # noqa: S308


def draw_blocks(blocks: list[Block], clock: Clock) -> SafeString:
    """What is still owed, each a link to its conversation."""
    there = reverse("desk:conversation", args=["all", _SOMEWHERE])
    start, _dash, end = there.rpartition(_SOMEWHERE)
    return mark_safe("\n".join(_block(one, clock, start, end) for one in blocks))  # noqa: S308


def _mark(block: Block, clock: Clock) -> str:
    owed = block.owed
    who, words = escape(owed.who), escape(owed.pill.words)
    sign = icon("check-circle" if owed.state == "kept" else "x-circle")
    return (
        f'<span class="due" data-state="{owed.state}" {_place(block)} title="{who}, {words}">{sign}'
        f'<span class="sr">{who}, {_when(owed, clock)}, {words}</span></span>'
    )


def _block(block: Block, clock: Clock, start: str, end: str) -> str:
    owed = block.owed
    who, is_late = escape(owed.who), owed.state == "late"
    due = f'<time datetime="{owed.due_at.isoformat()}">{escape(owed.pill.words)}</time>'
    says = escape(owed.says) if owed.is_in_words and owed.says else escape(owed.subject)
    signs = icon("alert-circle") if is_late else ""
    part = f' data-late="part" style="--from:{block.start};--to:{block.end};--late:{block.late}%"'
    place = part if is_late and block.late < FULL else " " + _place(block)
    title = f"{who}: {says}, {escape(owed.pill.words)}" if is_late else f"{who}: {says}"
    if owed.is_in_words:
        signs += format_html('{}<span class="sr">{}</span>', icon(owed.way.icon), owed.way.label)
    return (
        f'<a class="due" data-state="{owed.state}" href="{start}{owed.public_id}{end}" '
        f'title="{title}"{place}>'
        f'{signs}<span class="n">{who}</span>'
        f"{due if is_late else _when(owed, clock)}</a>"
    )


def _place(block: Block) -> str:
    return f'style="--from:{block.start};--to:{block.end}"'


def _when(owed: Owed, clock: Clock) -> str:
    at = owed.due_at
    full, said = escape(clock.full(at)), escape(clock.clock_time(at))
    return f'<time datetime="{at.isoformat()}" title="{full}">{said}</time>'
