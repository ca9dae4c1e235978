"""What the worker does for answers: those whose time has come."""

from promisedesk.core import work
from promisedesk.replies import scheduling


@work.every(2)
def send_later() -> int:
    """Send what was to be sent now, or stop it and say so."""
    return scheduling.send_due()
