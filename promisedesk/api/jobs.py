from promisedesk.api import delivering, idempotency
from promisedesk.core.work import every


@every(30)  # the heartbeat of a rarer round would look like a dead worker's
def forget_old_idempotency_keys() -> int:
    """Keep two days of them."""
    return idempotency.forget_old()


@every(0.5, lanes=3)
def tell_webhooks() -> int:
    """Send to webhooks what waits for them; a slow one holds up no other."""
    return delivering.deliver_due()


@every(30)
def forget_old_deliveries() -> int:
    """Keep a month of what webhooks were told."""
    return delivering.forget()
