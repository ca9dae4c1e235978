"""What was due and is not done is broken, from that moment and for ever.

Only an answer that had left in time, and was written down later, mends it (keeping.py).
"""

from django.db import transaction
from django.utils.timezone import now

from promisedesk.promises.making import record_promise
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import BROKEN

BATCH = 100


def break_due() -> int:
    """Write down every promise that broke since the last look; returns how many.

    Until then readers see it as broken already (Promise.state_now).
    """
    late = Promise.objects.filter(state=Promise.State.RUNNING, due_at__lte=now())
    ids = list(late.order_by("due_at").values_list("pk", flat=True)[:BATCH])
    return sum(_break(pk) for pk in ids)


@transaction.atomic
def _break(pk: int) -> bool:
    first = Promise.objects.filter(pk=pk, state=Promise.State.RUNNING).update(
        state=Promise.State.BROKEN
    )
    if first:
        promise = Promise.objects.select_related("conversation", "contact").get(pk=pk)
        record_promise(BROKEN, promise, at=promise.due_at)
    return bool(first)
