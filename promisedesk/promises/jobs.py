from promisedesk.core import work
from promisedesk.promises import breaking, reminding, warning


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
