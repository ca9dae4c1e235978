"""The same POST twice does it once: programs repeat what they got no answer to.

The key's row, the effect and the stored answer are one transaction, so a process that
dies leaves all or nothing. A second request with the key waits at the row for the first.
"""

import hashlib
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from promisedesk.api.models import IdempotencyKey, Token
from promisedesk.api.problems import Problem
from promisedesk.core.secretbox import seal, unseal

KEPT_FOR = timedelta(hours=48)  # the contract of such keys is a day at least
LONGEST_KEY = 255


class Replayed(Exception):
    """The request was done before; this is what it was answered."""

    def __init__(self, row: IdempotencyKey):
        super().__init__(row.key)
        self.response = HttpResponse(
            unseal(row.body),
            status=row.status,
            content_type="application/json; charset=utf-8",
            headers={"Idempotency-Replayed": "true"},
        )


class KeyedRequest:
    """A request with a key. Its transaction starts when the view says `begin(request)`."""

    def __init__(self, request: HttpRequest, token: Token):
        self.token, self.key = token, _checked_key(request)
        self.hash = _hash(request)
        self.row: IdempotencyKey | None = None
        self.transaction = ExitStack()

    def begin(self) -> None:
        """Hold the key's row. Raises Replayed, or Problem 422 if it was another request's."""
        self.transaction.enter_context(transaction.atomic())
        # DO NOTHING waits for a transaction that is just inserting the same key.
        IdempotencyKey.objects.bulk_create(
            [IdempotencyKey(token=self.token, key=self.key, request_hash=self.hash)],
            ignore_conflicts=True,
        )
        row = IdempotencyKey.objects.select_for_update().get(token=self.token, key=self.key)
        if row.request_hash != self.hash:
            raise Problem(422, "This Idempotency-Key was used for another request.")
        if row.status is not None:
            raise Replayed(row)
        self.row = row

    def answer(self, do: Callable[[], HttpResponse]) -> HttpResponse:
        """What `do` answers, kept with its effect. Only what succeeded is remembered."""
        with self.transaction:
            response = do()
            if response.status_code < 300 and self.row is None:
                raise RuntimeError("a view that creates must call idempotency.begin")
            if response.status_code < 300:
                self.row.status = response.status_code
                # Sealed: some answers hold a secret that is told only once.
                self.row.body = seal(response.content.decode())
                self.row.save(update_fields=["status", "body"])
            elif self.row is not None:
                transaction.set_rollback(True)
            return response


def once(request: HttpRequest, token: Token, do: Callable[[], HttpResponse]) -> HttpResponse:
    """What `do` answers, or what it answered when the key was first used.

    A refused request did nothing and may be tried again. Raises Problem 422 when the key
    came with another request before.
    """
    request.keyed = keyed = KeyedRequest(request, token)
    try:
        return keyed.answer(do)
    except Replayed as before:
        return before.response


def begin(request: HttpRequest) -> None:
    """Call it in a view that creates: before what counts once, after what takes long.

    From here on the database is held, so files must lie on the disk already. Without a key
    it does nothing.
    """
    keyed = getattr(request, "keyed", None)
    if keyed is not None:
        keyed.begin()


def _checked_key(request: HttpRequest) -> str:
    key = request.headers["Idempotency-Key"]
    if not 0 < len(key) <= LONGEST_KEY or not (key.isascii() and key.isprintable()):
        raise Problem(
            400,
            "The Idempotency-Key is 1 to 255 printable ASCII characters.",
            {"Idempotency-Key": ["1 to 255 printable ASCII characters"]},
        )
    return key


def _hash(request: HttpRequest) -> str:
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    digest.update(request.body)
    return digest.hexdigest()


def forget_old() -> int:
    """Delete keys nobody repeats any more; returns how many."""
    old = IdempotencyKey.objects.filter(created_at__lt=now() - KEPT_FOR)
    return old.delete()[0] if old.exists() else 0  # only a read while there is nothing to do
