from promisedesk.core import work
from promisedesk.promises import breaking, forecasting, reminding, urgency, warning


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


@work.every(3600)
def learn_the_pace() -> int:
    """How fast the team answers, for honest times."""
    return forecasting.learn_all()


@work.every(1)
def call() -> int:
    """Call people for urgent matters that nobody took."""
    return urgency.call_due()
