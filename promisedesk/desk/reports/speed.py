"""Answer times against what customers expect, as the page says it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from promisedesk.desk.reports import words
from promisedesk.desk.reports.asking import Asked
from promisedesk.promises import expecting
from promisedesk.promises.expecting import Step
from promisedesk.promises.models import PromiseManners
from promisedesk.reports import expectations
from promisedesk.reports.expectations import Asked as Counted
from promisedesk.reports.expectations import Need, Times, Won


@dataclass(frozen=True, slots=True)
class Bar:
    """Questions that waited so long: over the bar before, at most this."""

    label: str
    number: int
    percent: int
    height: float  # 0 to 1, of the highest
    query: str
    tone: str = "d1"  # a colour token


@dataclass(frozen=True, slots=True)
class Expected:
    """A step: how many customers expect it, how many questions had it."""

    says: str  # "within 24 hours"
    share: int  # of customers, content with it
    met: int  # percent of questions
    number: int
    query: str
    lost: float  # percent of customers that are not content as it was not met


@dataclass(frozen=True, slots=True)
class Gain:
    """What a step would win and need, in words."""

    says: str
    late: str
    late_query: str
    needs: list[str]
    table: list[dict]


@dataclass(frozen=True, slots=True)
class Speed:
    number: int
    waiting: int
    waiting_query: str
    content: float
    never: int  # percent of customers that no speed makes content
    bars: list[Bar]
    expected: list[Expected]
    gains: list[Gain]
    source: str
    every: bool


def steps() -> tuple[list[Step], str]:
    """What customers expect, and who says so. One query."""
    manners = PromiseManners.get()
    return expecting.steps_of(manners), expecting.source_of(manners)


def speed(asked: Asked) -> Speed:
    """Three queries."""
    expected, source = steps()
    times = expectations.measure(asked.cut, expected, first_only=not asked.every)
    counted = times.every if asked.every else times.first
    return Speed(
        number=counted.number,
        waiting=counted.waiting,
        waiting_query=asked.link(waiting=1),
        content=times.content(counted),
        never=100 - sum(step.share for step in expected),
        bars=_bars(times, counted, asked),
        expected=[_expected(step, counted, asked) for step in expected],
        gains=[_gain(won, times, asked) for won in times.won(counted)],
        source=source,
        every=asked.every,
    )


def _bars(times: Times, counted: Counted, asked: Asked) -> list[Bar]:
    bounds = times.bounds()
    found = [(None, bounds[0]), *pairwise(bounds)]
    numbers = [counted.within[to] - counted.within[since or 0] for since, to in found]
    numbers += [counted.answered - counted.within[bounds[-1]], counted.waiting]
    links = [asked.link(over=since or "", within=to) for since, to in found]
    links += [asked.link(over=bounds[-1], answered=1), asked.link(waiting=1)]
    labels = [*(words.short(to) for to in bounds), _("more"), pgettext("questions", "waiting")]
    tones = [*("d1" for _to in bounds), "d4", "d5"]
    most = max(numbers) or 1
    return [
        Bar(label, number, _percent(number, counted.number), round(number / most, 3), link, tone)
        for label, number, link, tone in zip(labels, numbers, links, tones, strict=True)
    ]


def _expected(step: Step, counted: Counted, asked: Asked) -> Expected:
    number = counted.within[step.seconds]
    return Expected(
        says=words.within(step.seconds),
        share=step.share,
        met=_percent(number, counted.number),
        number=number,
        query=asked.link(within=step.seconds),
        lost=step.share * (1 - counted.share(step.seconds)),
    )


def _percent(number: int, total: int) -> int:
    return number * 100 // total if total else 0


def _gain(won: Won, times: Times, asked: Asked) -> Gain:
    says = ngettext(
        "If every answer came %(within)s: +%(points)s point, %(content)s%% content.",
        "If every answer came %(within)s: +%(points)s points, %(content)s%% content.",
        words.plural_of(won.gain),
    ) % {
        "within": words.within(won.step.seconds),
        "points": words.tenths(won.gain),
        "content": words.tenths(won.content),
    }
    late = ngettext(
        "%(number)s question waited longer.", "%(number)s questions waited longer.", won.late
    )
    needs = times.needs(won.step)
    return Gain(
        says,
        late % {"number": won.late},
        asked.link(over=won.step.seconds),
        [_need(need, won.step) for need in needs],
        [_cell(need, won.step, asked) for need in times.hourly(won.step)],
    )


def _need(need: Need, step: Step) -> str:
    return _(
        "%(weekday)s, %(start)s to %(end)s: %(more)s more an hour. Questions asked in an hour: "
        "%(asked)s, answered %(within)s: %(in_time)s. Answers that leave in it: %(leaving)s."
    ) % {
        "weekday": words.weekday(need.weekday),
        "start": words.clock(need.start),
        "end": words.clock(need.end),
        "more": words.tenths(need.more),
        "asked": words.tenths(need.asked),
        "in_time": words.tenths(need.in_time),
        "within": words.within(step.seconds),
        "leaving": words.tenths(need.leaving),
    }


def _cell(need: Need, step: Step, asked: Asked) -> dict:
    when_ = {"weekday": need.weekday, "hour": need.start}
    return {
        "label": f"{words.weekday(need.weekday)}, {words.clock(need.start)}",
        "need": need,
        "asked": asked.link(**when_),
        "late": asked.link(**when_, over=step.seconds),
    }
