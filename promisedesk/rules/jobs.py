"""What the worker does for rules."""

from promisedesk.core import work
from promisedesk.rules import engine, forgetting


@work.every(1)
def run_rules() -> int:
    """Let the rules look at what happened, and at what became due."""
    return engine.look_at_due()


@work.every(30)  # rounds rarer than a minute look dead on the page of health
def forget_runs() -> int:
    """Drop the oldest lines of the log."""
    return forgetting.forget()
