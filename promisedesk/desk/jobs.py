from datetime import timedelta

from django.utils.timezone import now

from promisedesk.agents import noticing, presence
from promisedesk.agents.models import Notice
from promisedesk.core import work
from promisedesk.desk.notices import rounds


@work.every(2)
def push_notices() -> int:
    """Notices for browsers that are not open."""
    return rounds.push_due()


@work.every(3600)
def forget_old_notices() -> int:
    """Notices of long ago, and who was where. Not counted as work: it comes again in an hour."""
    presence.forget()
    old = Notice.objects.filter(created_at__lt=now() - timedelta(days=noticing.KEPT_DAYS))
    old.delete()
    return 0
