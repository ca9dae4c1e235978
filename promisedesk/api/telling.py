"""What webhooks are told: a row beside the event, in its transaction, and only if one wants it.

So nothing is told that did not happen, and nothing that happened is forgotten. Without
webhooks it costs a look into memory.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now
from django.utils.translation import gettext_noop

from promisedesk.api import circles, hooks
from promisedesk.api.models import Webhook, WebhookDelivery
from promisedesk.core import rows
from promisedesk.core.events import on_everything
from promisedesk.core.memo import remembered
from promisedesk.core.models import Event

HISTORY = timedelta(days=2)  # mail fetched later than that is history, which nobody is told
CIRCLE = gettext_noop("This went in a circle through the API, so it was not sent any more.")


@remembered(Webhook)
def _active() -> tuple[tuple[int, frozenset[str]], ...]:
    found = Webhook.objects.filter(is_active=True).order_by("pk").values_list("pk", "verbs")
    return tuple((number, frozenset(verbs)) for number, verbs in found)


@remembered(Webhook)
def _wanting(verb: str) -> tuple[int, ...]:
    """The numbers of the webhooks that are told of this verb. At most some seconds old."""
    if not verb.startswith(hooks.TOLD):
        return ()
    group = verb.partition(".")[0] + ".*"
    return tuple(number for number, verbs in _active() if verb in verbs or group in verbs)


@on_everything
def note(event: Event) -> None:
    """Have the webhooks told that want to know of this."""
    numbers = _wanting(event.verb)
    if not numbers or _is_history(event):
        return
    depth = circles.depth_of(event)
    for number in numbers:
        delivery = WebhookDelivery(
            webhook_id=number,
            event_id=event.pk,
            verb=event.verb,
            conversation_id=event.conversation_id,
            depth=min(depth, 30_000),
        )
        if depth > circles.DEEPEST:
            delivery.state = WebhookDelivery.State.STOPPED
            delivery.last_error, delivery.done_at = CIRCLE, now()
        rows.insert(delivery)


def _is_history(event: Event) -> bool:
    old = event.at < now() - HISTORY
    return old and event.verb.startswith(("message.", "conversation."))
