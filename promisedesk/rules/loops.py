"""Which rule stands behind what happens now, and how many stood behind it.

Whatever a rule does is an event like any other and may set off another rule, or the same. Each
carries how deep it is; beyond DEEPEST a rule that would act is stopped, and people are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.utils.timezone import now

from promisedesk.core import events
from promisedesk.rules.models import Rule, Run

DEEPEST = 5  # rules one behind the other
MOST_AN_HOUR = 20  # runs of a rule in one conversation; more is a storm of mails, or a circle

_depth: ContextVar[int] = ContextVar("rules behind", default=0)
_name: ContextVar[str] = ContextVar("rule", default="")


@contextmanager
def behind(rule: Rule, depth: int) -> Iterator[None]:
    """What happens within is done by this rule: its events name it, and are one deeper."""
    token, named = _depth.set(depth + 1), _name.set(rule.name)
    try:
        with events.with_facts(rule=rule.name, rule_id=rule.public_id):
            yield
    finally:
        _depth.reset(token)
        _name.reset(named)


def depth() -> int:
    """How many rules stand behind what happens now: 0 for what people do."""
    return _depth.get()


def name() -> str:
    """The rule that acts now; '' when none does."""
    return _name.get()


def too_often(rule: Rule, conversation_id: int) -> bool:
    """Whether it ran too often in this conversation within the hour."""
    ran = Run.objects.filter(rule=rule, conversation_id=conversation_id)
    return ran.filter(at__gt=now() - timedelta(hours=1)).count() >= MOST_AN_HOUR
