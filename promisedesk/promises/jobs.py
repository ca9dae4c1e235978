from promisedesk.core import work
from promisedesk.promises import breaking


@work.every(1)
def break_promises() -> int:
    """Promises whose time has come."""
    return breaking.break_due()
