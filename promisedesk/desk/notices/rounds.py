"""Pushing notices to browsers that are not open: due rows, done by the worker."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now
from django.utils.translation import override

from promisedesk.agents import pushing
from promisedesk.agents.models import Notice
from promisedesk.core import leases
from promisedesk.desk.notices.words import shown

LATE = timedelta(hours=6)  # what is older is no news: it waits in the list
LANES_FULL = 10


def push_due() -> int:
    """Push what is due, each notice once; returns how many were looked at."""
    notices = leases.claim(Notice.objects.filter(seen_at=None), limit=LANES_FULL)
    for notice in notices:
        with leases.hold(notice):
            # Before it is sent: a push that comes twice is worse than one that is missed,
            # and the bell has it anyway.
            # Compared: while we waited for a slow server, another worker may have taken it.
            waits = Notice.objects.filter(pk=notice.pk, due_at=notice.due_at, seen_at=None)
            if waits.update(due_at=None) and notice.created_at > now() - LATE:
                _push(notice)
    return len(notices)


def _push(notice: Notice) -> None:
    agent = notice.agent
    if not agent.is_active:
        return
    with override(agent.language):
        found = shown([notice], agent)
    if found:
        one = found[0]
        message = {"title": one.says, "body": one.aside, "url": one.url, "tag": notice.public_id}
        pushing.deliver(agent, message)
