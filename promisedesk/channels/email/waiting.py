"""Letters that wait for a server to be set: woken when one is, not looked at meanwhile."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils.timezone import now

from promisedesk.conversations import deliveries
from promisedesk.conversations.models import Grant, Inbox

_seen: list[object] = [None]


def wake() -> int:
    """Let waiting letters be tried if a server was set or changed since the last look.

    The first look of a process finds everything changed: it may have been started for that.
    Returns how many letters were woken.
    """
    servers = (
        settings.SMTP_URL,
        list(Inbox.objects.order_by("pk").values_list("pk", "smtp_url")),
        list(Grant.objects.order_by("pk").values_list("pk", "given_at", "failing_since")),
    )
    released = deliveries.release_overlong(now() + timedelta(seconds=30))
    if servers == _seen[0]:
        return released
    woken = deliveries.wake_waiting()
    _seen[0] = servers
    return released + woken
