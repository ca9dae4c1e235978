from promisedesk.core import work
from promisedesk.promises import (
    absences,
    breaking,
    forecasting,
    owning_up,
    reminding,
    urgency,
    warning,
)


@work.every(1)
def break_promises() -> int:
    """Promises whose time has come."""
    return breaking.break_due()


@work.every(20)
def warn_of_promises() -> int:
    """See which promises will soon be due."""
    return warning.plan_warnings()


@work.every(1)
def remind() -> int:
    """Tell people of promises that will soon be due, and that were missed, step by step."""
    return reminding.tell_due()


@work.every(30)  # rounds rarer than a minute look dead on the page of health
def learn_the_pace() -> int:
    """How fast the team answers, for honest times. Not counted as work."""
    forecasting.learn_when_old()
    return 0


@work.every(1)
def call() -> int:
    """Call people for urgent matters that nobody took."""
    return urgency.call_due()


@work.every(20)
def plan_delay_notices() -> int:
    """See which customers have to be told that we are late, or will be."""
    return owning_up.plan()


@work.every(1)
def send_delay_notices() -> int:
    """Tell them, with a new time."""
    return owning_up.tell_due()


@work.every(30)
def end_absences() -> int:
    """Nobody is told any more that we are away once we are back."""
    return absences.end_due()
