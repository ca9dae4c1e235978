from datetime import timedelta

from django.utils.timezone import now

from promisedesk.agents import noticing, presence
from promisedesk.agents.models import Notice
from promisedesk.core import work
from promisedesk.desk.notices import rounds

OLDEST = 200  # notices looked at in one step


@work.every(2)
def push_notices() -> int:
    """Notices for browsers that are not open."""
    return rounds.push_due()


@work.every(30)  # rounds rarer than a minute look dead on the page of health
def forget_old_notices() -> int:
    """Notices of long ago, and who was where. Not counted as work: it comes again soon."""
    presence.forget()
    oldest = Notice.objects.order_by("id").values("id")[:OLDEST]
    long_ago = now() - timedelta(days=noticing.KEPT_DAYS)
    Notice.objects.filter(id__in=oldest, created_at__lt=long_ago).delete()
    return 0
