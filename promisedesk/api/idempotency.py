"""The same POST twice does it once: programs repeat what they got no answer to.

The key's row, the effect and the stored answer are one transaction, so a process that
dies leaves all or nothing. A second request with the key waits at the row for the first.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from promisedesk.api.models import IdempotencyKey, Token
from promisedesk.api.problems import Problem

KEPT_FOR = timedelta(hours=48)  # the contract of such keys is a day at least
LONGEST_KEY = 255


def once(request: HttpRequest, token: Token, do: Callable[[], HttpResponse]) -> HttpResponse:
    """What `do` answers, or what it answered when the key was first used.

    Only what succeeded is remembered: a refused request did nothing and may be tried again.
    Raises Problem 422 when the key came with another request before.
    """
    key = request.headers["Idempotency-Key"]
    if not 0 < len(key) <= LONGEST_KEY or not (key.isascii() and key.isprintable()):
        raise Problem(
            400,
            "The Idempotency-Key is 1 to 255 printable ASCII characters.",
            {"Idempotency-Key": ["1 to 255 printable ASCII characters"]},
        )
    request_hash = _hash(request)
    with transaction.atomic():
        # DO NOTHING waits for a transaction that is just inserting the same key.
        IdempotencyKey.objects.bulk_create(
            [IdempotencyKey(token=token, key=key, request_hash=request_hash)],
            ignore_conflicts=True,
        )
        row = IdempotencyKey.objects.select_for_update().get(token=token, key=key)
        if row.request_hash != request_hash:
            raise Problem(422, "This Idempotency-Key was used for another request.")
        if row.status is not None:
            return HttpResponse(
                row.body,
                status=row.status,
                content_type="application/json; charset=utf-8",
                headers={"Idempotency-Replayed": "true"},
            )
        response = do()
        if response.status_code >= 300:
            transaction.set_rollback(True)
            return response
        row.status, row.body = response.status_code, response.content.decode()
        row.save(update_fields=["status", "body"])
        return response


def _hash(request: HttpRequest) -> str:
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    digest.update(request.body)
    return digest.hexdigest()


def forget_old() -> int:
    """Delete keys nobody repeats any more; returns how many."""
    old = IdempotencyKey.objects.filter(created_at__lt=now() - KEPT_FOR)
    return old.delete()[0] if old.exists() else 0  # only a read while there is nothing to do
