"""Telling whoever looks after a conversation that its promise will soon be due, or was missed."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents import noticing
from promisedesk.agents.models import Notice
from promisedesk.agents.noticing import Kind
from promisedesk.core.events import on, record
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import BROKEN, DUE_SOON

SOON = timedelta(minutes=30)
BATCH = 100


def warn_due() -> int:
    """Notices for promises due within SOON, each once to one person; returns how many."""
    near = Promise.objects.filter(
        state=Promise.State.RUNNING, due_at__gt=now(), due_at__lte=now() + SOON
    )
    near = near.filter(conversation__assignee__is_active=True).order_by("due_at", "pk")
    # All of them, as two numbers each: those that are told already must not hide the others.
    pairs = list(near.values_list("conversation__assignee", "pk"))
    if not pairs:
        return 0
    here = near.order_by().values("conversation")
    notices = Notice.objects.filter(verb=DUE_SOON.name, conversation_id__in=here)
    told = set(notices.values_list("agent", "data__promise"))
    untold = [pk for agent, pk in pairs if (agent, pk) not in told]
    full = near.select_related("conversation__assignee")
    return sum(
        _warn(promise)
        for place in range(0, len(untold), BATCH)
        for promise in full.filter(pk__in=untold[place : place + BATCH])
    )


@transaction.atomic
def _warn(promise: Promise) -> int:
    conversation = promise.conversation
    told = noticing.notice(
        [conversation.assignee],
        Kind.DUE_SOON,
        DUE_SOON,
        conversation=conversation,
        promise=promise.pk,
        due_at=promise.due_at.isoformat(),
    )
    if told:  # for the streams; nothing that a timeline would say
        record(DUE_SOON, conversation=conversation, due_at=promise.due_at.isoformat())
    return told


@on(BROKEN)
def tell_that_it_broke(event) -> None:
    """Whoever looks after it, when it breaks."""
    promise = Promise.objects.filter(
        conversation=event.conversation_id, state=Promise.State.BROKEN, due_at=event.at
    ).select_related("conversation__assignee")
    for one in promise[:1]:
        if one.conversation.assignee:
            noticing.notice(
                [one.conversation.assignee],
                Kind.BROKEN,
                BROKEN,
                conversation=one.conversation,
                due_at=one.due_at.isoformat(),
            )
