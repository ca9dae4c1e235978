"""The door for posted mail. 200 is said when the bytes are synced and the row is committed.

Nothing is parsed here and no session is looked at: the secret in the address is the key. In any
trouble the provider is told to try again.
"""

from __future__ import annotations

from collections.abc import Iterator

import structlog
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters
from django.views.decorators.csrf import csrf_exempt

from promisedesk.channels.email import routing
from promisedesk.channels.email.models import MailHook
from promisedesk.channels.email.receiver import LARGEST
from promisedesk.channels.email.webhooks import bodies, hooks, shapes
from promisedesk.channels.email.webhooks.shapes import NotTaken, Posted, Question
from promisedesk.conversations.arriving import (
    BEFORE_STORE,
    COMMITTED,
    STORED,
    Received,
    Target,
    commit,
    targets_of,
)
from promisedesk.conversations.models import Arrival
from promisedesk.core import files
from promisedesk.core.errors import Refused

log = structlog.get_logger("promisedesk.mail_in")
MOST_POSTED = 2 * LARGEST  # bytes of a form or of JSON, which write a mail longer than it is
TRY_AGAIN_IN = "60"  # seconds
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@csrf_exempt
def take(request: HttpRequest, secret: str) -> HttpResponse:
    """Keep the mail that a provider posts; the answer says in words what was wrong."""
    try:
        hook = hooks.find(secret)
        if hook is None:
            return _say(404, "There is nothing here.")
        if request.method != "POST":
            return _say(200, "This address takes mail by POST.")
        return _take(request, hook)
    except (OSError, DatabaseError, Refused) as error:
        log.warning("posted mail could not be kept", error=str(error))
        return _say(503, "The desk cannot keep mail at the moment. Please try again.")


def _take(request: HttpRequest, hook: MailHook) -> HttpResponse:
    try:
        if _keep(request, hook):
            hooks.heard(hook)
        return _say(200, "Kept.")
    except bodies.TooLarge:
        hooks.troubled(hook, "too_large")
        return _say(413, "This mail is larger than 75 MB.")
    except bodies.NoLength:
        return _say(411, "Please say Content-Length.")
    except NotTaken as reason:
        log.warning("a post was not taken", reason=reason.code, inbox=hook.inbox.address)
        hooks.troubled(hook, reason.code)
        return _say(reason.status, str(reason))


def _keep(request: HttpRequest, hook: MailHook) -> bool:
    """Keep what was posted; False when it was no mail. Raises what `_take` answers."""
    kind, parameters = parse_header_parameters(request.META.get("CONTENT_TYPE", ""))
    is_amazon = "HTTP_X_AMZ_SNS_MESSAGE_TYPE" in request.META  # it says text/plain
    key = hooks.signing_key(hook)
    if kind in FORMS:
        with bodies.whole(request, MOST_POSTED) as body:
            fields = bodies.form(kind, parameters, body)
            return _keep_posted(shapes.of_form(fields, key), hook)
    if key:
        raise NotTaken("signature", 503, "This post is not signed, and the desk has a key.")
    if kind != "application/json" and not is_amazon:
        return _keep_stream(request, hook)
    with bodies.whole(request, MOST_POSTED) as body:
        found = shapes.of_json(body, hook.topic)
        if isinstance(found, Question):
            hooks.asked_to_confirm(hook, found.topic, found.url)
        return isinstance(found, Posted) and _keep_posted(found, hook)


def _keep_posted(mail: Posted, hook: MailHook) -> bool:
    if len(mail.raw) > LARGEST:
        raise bodies.TooLarge
    BEFORE_STORE.reached()
    sha256 = files.store(mail.raw)
    _commit(hook, sha256, len(mail.raw), mail.raw[: routing.HEAD], mail)
    if mail.topic:
        hooks.confirmed(hook, mail.topic)
    return True


def _keep_stream(request: HttpRequest, hook: MailHook) -> bool:
    """A mail as it is, from an own script: it goes from the wire to the disk."""
    start = bytearray()
    size = 0

    def blocks() -> Iterator[bytes]:
        nonlocal size
        for block in bodies.blocks(request, LARGEST):
            size += len(block)
            if len(start) < routing.HEAD:
                start.extend(block[: routing.HEAD - len(start)])
            yield block
        if not size:
            raise NotTaken("no_raw", 400, "There is no mail in this post.")

    headers = request.headers
    mail = Posted(
        b"",
        [one.strip() for one in headers.get("X-Envelope-To", "").split(",") if one.strip()],
        headers["X-Envelope-From"].strip(" <>") if "X-Envelope-From" in headers else None,
    )
    BEFORE_STORE.reached()
    sha256 = files.store_stream(blocks())
    _commit(hook, sha256, size, bytes(start), mail)
    return True


def _commit(hook: MailHook, sha256: str, size: int, start: bytes, mail: Posted) -> None:
    STORED.reached()
    head = routing.head_of(start)
    sender = mail.envelope_from
    commit(
        [
            Received(
                sha256=sha256,
                size=size,
                source=Arrival.Source.WEBHOOK,
                targets=_targets(hook, mail.recipients, head),
                envelope_from=routing.return_path(head) if sender is None else sender,
            )
        ]
    )
    COMMITTED.reached()


def _targets(hook: MailHook, recipients: list[str], head: bytes) -> list[Target]:
    """The inboxes the envelope names; else the hook's own, by the address the header names.

    A provider's own address (…@inbound.provider.example) that mail is forwarded to is nobody's.
    """
    inbox = hook.inbox
    if named := targets_of(recipients):
        return named
    own = [one for one in routing.targets_in(head) if one.inbox_id == inbox.pk]
    return own or [Target(inbox.pk, inbox.address)]


def _say(status: int, words: str) -> HttpResponse:
    answer = HttpResponse(words + "\n", status=status, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "no-store"
    if status == 503:
        answer["Retry-After"] = TRY_AGAIN_IN
    return answer
