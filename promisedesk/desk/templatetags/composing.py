"""What the composer says about answers for later."""

from datetime import datetime

from django import template

from promisedesk.desk.clock import Clock
from promisedesk.replies import scheduling

register = template.Library()
register.filter("why_stopped", scheduling.why_stopped)


@register.filter
def local_value(at: datetime, clock: Clock) -> str:
    """A moment by the reader's clock, as <input type=datetime-local> wants it."""
    return f"{at.astimezone(clock.zone):%Y-%m-%dT%H:%M}"
