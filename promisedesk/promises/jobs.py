from promisedesk.core import work
from promisedesk.promises import breaking, warning


@work.every(1)
def break_promises() -> int:
    """Promises whose time has come."""
    return breaking.break_due()


@work.every(20)
def warn_of_promises() -> int:
    """Promises that will soon be due, told to whoever looks after them."""
    return warning.warn_due()
