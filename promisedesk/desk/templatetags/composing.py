"""What the composer says about answers for later."""

from datetime import datetime

from django import template

from promisedesk.conversations import looking
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.desk.clock import Clock
from promisedesk.lib import pictures
from promisedesk.replies import scheduling

register = template.Library()
register.filter("why_stopped", scheduling.why_stopped)


@register.filter
def local_value(at: datetime, clock: Clock) -> str:
    """A moment by the reader's clock, as <input type=datetime-local> wants it."""
    return f"{at.astimezone(clock.zone):%Y-%m-%dT%H:%M}"


@register.filter
def is_drawn(file: IncomingFile) -> bool:
    """Whether there is a small picture of a file that is not sent yet. A query for pictures."""
    if file.content_type not in pictures.READABLE:
        return False
    return any(look.preview_sha256 for look in looking.found_in([file.sha256]).values())
