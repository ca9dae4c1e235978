"""Sending to webhooks what waits for them: in order, one worker a webhook, again for a day.

In order means that of one conversation, whose row is locked by whoever changes it: what happened
at the same moment elsewhere may be written down by a transaction that ends a little later, and is
then told later. Nothing is passed over, as no place in the line is remembered.

A server that does not answer holds up nobody but itself. What is sent twice, since a worker
died just after, has the same id.
"""

from __future__ import annotations

import time
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.api import bodies_out
from promisedesk.api.models import Webhook, WebhookDelivery
from promisedesk.core import leases, web
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import unseal

State = WebhookDelivery.State
AT_ONCE = 50  # of one webhook, before another's turn
TURN = 10  # seconds; the same
SECONDS = 10  # for one answer
LARGEST = 64 * 1024  # bytes of an answer, which nobody reads
TRIED = timedelta(days=1)
KEPT = timedelta(days=30)
GONE = gettext_noop("What happened is not in the log any more.")

SENT = Step("webhook.sent", "a webhook answered, and that is not written down yet")


def deliver_due() -> int:
    """Write to one webhook that something waits for; returns how many were sent or tried."""
    waiting = WebhookDelivery.objects.filter(webhook=OuterRef("pk"), state=State.WAITING)
    for hook in leases.claim(Webhook.objects.filter(Exists(waiting), is_active=True)):
        with leases.hold(hook):
            return _write_to(hook)
    return 0


def _write_to(hook: Webhook) -> int:
    until, tried = time.monotonic() + TURN, 0
    waiting = WebhookDelivery.objects.filter(webhook=hook, state=State.WAITING).order_by("pk")
    for delivery in waiting[:AT_ONCE]:
        tried += 1
        if not _try(hook, delivery):
            return tried  # its next turn is set
        if time.monotonic() > until:
            break
    # To the end of the line: else the few lanes would stay with the first busy or slow ones.
    Webhook.objects.filter(pk=hook.pk, due_at__lt=now()).update(due_at=now())
    return tried


def _try(hook: Webhook, delivery: WebhookDelivery) -> bool:
    """Send one; whether the next may follow."""
    made = bodies_out.made(delivery)
    if made is None:
        _end(delivery, State.FAILED, last_error=GONE)
        return True
    number, body = made
    status, error = _ask(hook, delivery, number, body)
    SENT.reached()
    if not error:
        _end(delivery, State.SENT, last_status=status, last_error="")
        if hook.failing_since:
            Webhook.objects.filter(pk=hook.pk).update(failing_since=None)
            hook.failing_since = None
        return True
    _failed(hook, delivery, status, error)
    return False


def _ask(hook: Webhook, delivery: WebhookDelivery, number: str, body: bytes):
    """(status, "") or (status or None, why it counts as failed)."""
    try:
        signed = bodies_out.signature(unseal(hook.secret), number, now(), body)
        answer = web.ask(
            hook.url,
            method="POST",
            body=body,
            headers=bodies_out.headers(delivery) | signed,
            largest=LARGEST,
            seconds=SECONDS,
        )
    except Refused as refusal:
        return None, str(refusal)
    if 200 <= answer.status < 300:
        return answer.status, ""
    if 300 <= answer.status < 400:
        return answer.status, _("It answered with a redirect, which is not followed.")
    return answer.status, _("It answered with the status %(status)s.") % {"status": answer.status}


def _failed(hook: Webhook, delivery: WebhookDelivery, status: int | None, error: str) -> None:
    is_over = delivery.tried_from < now() - TRIED
    _end(
        delivery,
        State.FAILED if is_over else State.WAITING,
        last_status=status,
        last_error=error[:1000],
    )
    again = now() + leases.backoff(delivery.attempts + 1)
    Webhook.objects.filter(pk=hook.pk).update(due_at=again)
    Webhook.objects.filter(pk=hook.pk, failing_since=None).update(failing_since=now())


def _end(delivery: WebhookDelivery, state: State, **fields) -> None:
    done_at = None if state == State.WAITING else now()
    WebhookDelivery.objects.filter(pk=delivery.pk).update(
        state=state, attempts=delivery.attempts + 1, done_at=done_at, **fields
    )


@transaction.atomic
def ping(hook: Webhook, *, by: Agent | None) -> WebhookDelivery:
    """Have a test sent. It stands in line like anything else."""
    demand(by, Deed.RUN)
    if not hook.is_active:
        raise Refused(_("Switch it on first."))
    Webhook.objects.filter(pk=hook.pk).update(due_at=now())
    return WebhookDelivery.objects.create(webhook=hook, verb=bodies_out.PING)


@transaction.atomic
def again(delivery: WebhookDelivery, *, by: Agent | None) -> bool:
    """Send what failed once more, with the same id. False if it did not fail."""
    demand(by, Deed.RUN)
    failed = WebhookDelivery.objects.filter(pk=delivery.pk, state__in=[State.FAILED, State.STOPPED])
    anew = {"state": State.WAITING, "tried_from": now(), "attempts": 0, "done_at": None}
    if not failed.update(**anew):
        return False
    Webhook.objects.filter(pk=delivery.webhook_id).update(due_at=now())
    return True


def forget() -> int:
    """Drop lines that are old, or of webhooks that are gone; returns how many."""
    hooks = Webhook.objects.values("pk")
    old = WebhookDelivery.objects.filter(Q(done_at__lt=now() - KEPT) | ~Q(webhook__in=hooks))
    return old.delete()[0] if old.exists() else 0
