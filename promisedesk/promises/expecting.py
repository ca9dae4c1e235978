"""What customers expect: how many are content with an answer within which time, and who says so.

An owner sets it: shares from a survey of their own are better than those of others. Customers
count hours by the clock, so these spans never are working time.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.counting import Span, SpanError
from promisedesk.promises.models import PromiseManners
from promisedesk.promises.verbs import EXPECTATIONS_CHANGED

# Of a hundred customers 68 are content with an answer within a day, 13 more within an hour.
USUAL = [{"within": "1 hour", "share": 13}, {"within": "24 hours", "share": 68}]
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """So many of a hundred customers are content with an answer within this, and not later."""

    within: str  # a span of the contract: "24 hours"
    share: int  # percent

    @property
    def seconds(self) -> int:
        return int(Span.parse(self.within).length.total_seconds())


def steps_of(manners: PromiseManners) -> list[Step]:
    """What customers expect, the quickest first; the usual shares where nothing is set."""
    found = [Step(one["within"], one["share"]) for one in manners.expectations or USUAL]
    return sorted(found, key=lambda step: step.seconds)


def source_of(manners: PromiseManners) -> str:
    """Who says so."""
    return manners.expectations_source or _("A survey of online shops’ customers")


@transaction.atomic
def expect(steps: list[Step], source: str, *, has_badge: bool, by: Agent | None) -> None:
    """Set what customers expect, and whether the public is shown the share of promises kept.

    Raises Refused when a span is none, is working time or comes twice, or when the shares are
    more than a hundred together.
    """
    demand(by, Deed.RUN)
    steps = _checked(steps)
    manners = PromiseManners.to_change()
    was = _facts(manners)
    manners.expectations = [{"within": step.within, "share": step.share} for step in steps]
    manners.expectations_source, manners.has_badge = source.strip()[:300], has_badge
    manners.save(update_fields=["expectations", "expectations_source", "has_badge"])
    if was != _facts(manners):
        record(EXPECTATIONS_CHANGED, by=by, was=was, now=_facts(manners))


def _facts(manners: PromiseManners) -> dict:
    said = "; ".join(f"{step.within}: {step.share}%" for step in steps_of(manners))
    return {
        "expectations": said,
        "source": manners.expectations_source,
        "badge": manners.has_badge,
    }


def _checked(steps: list[Step]) -> list[Step]:
    spans = [_span(step.within) for step in steps]
    if len({span.length for span in spans}) < len(spans):
        raise Refused(_("Two lines name the same time. Keep one of them."))
    if any(not 1 <= step.share <= 100 for step in steps) or sum(s.share for s in steps) > 100:
        raise Refused(_("The shares are percent of all customers: 100 together at most."))
    if not 1 <= len(steps) <= MOST_STEPS:
        raise Refused(_("Give one to five times."))
    return [Step(str(span), step.share) for span, step in zip(spans, steps, strict=True)]


def _span(text: str) -> Span:
    try:
        span = Span.parse(text)
    except SpanError as error:
        raise Refused(_(error.template) % error.values) from error
    if span.working:
        raise Refused(_("Customers count by the clock: write 8 hours, not 8 working hours."))
    return span
