from promisedesk.api import idempotency
from promisedesk.core.work import every


@every(600)
def forget_old_idempotency_keys() -> int:
    """Keep two days of them."""
    return idempotency.forget_old()
