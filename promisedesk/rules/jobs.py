"""What the worker does for rules."""

from promisedesk.core import work
from promisedesk.rules import engine


@work.every(1)
def run_rules() -> int:
    """Let the rules look at what happened, and at what became due."""
    return engine.look_at_due()
