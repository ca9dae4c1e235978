from promisedesk.api import idempotency
from promisedesk.core.work import every


@every(30)  # the heartbeat of a rarer round would look like a dead worker's
def forget_old_idempotency_keys() -> int:
    """Keep two days of them."""
    return idempotency.forget_old()
