"""Pictures elsewhere that a mail shows: fetched only when an agent asks, and never by a browser.

A browser that fetches them tells their owner who reads the mail, when and where. A worker
does it once, draws them anew and keeps them; whoever looks at the mail later sees the same.
"""

from __future__ import annotations

from datetime import timedelta

import structlog
from django.db import transaction
from django.utils.timezone import now

from promisedesk.conversations.models import Message, RemotePicture
from promisedesk.core import files, leases, web
from promisedesk.core.errors import Refused
from promisedesk.lib import pictures
from promisedesk.lib.mail.sanitising import remote_pictures_in

log = structlog.get_logger("promisedesk.pictures")
MOST = 60  # of one mail
LARGEST = 5 * 1024 * 1024  # bytes each
SECONDS = 15
TRIES = 2
TIDY_AFTER = timedelta(seconds=20)


@transaction.atomic
def ask_for(message: Message) -> int:
    """Have the pictures of this mail fetched; returns how many. Asked before: nothing new."""
    Message.objects.select_for_update().get(pk=message.pk)
    if message.remote_pictures.exists():
        return message.remote_pictures.count()
    urls = remote_pictures_in(message.html)[:MOST]
    RemotePicture.objects.bulk_create(RemotePicture(message=message, url=url) for url in urls)
    return len(urls)


def fetch_due() -> int:
    """Fetch one picture whose time has come; returns how many were tried."""
    for picture in leases.claim(RemotePicture.objects.all(), 1):
        with leases.hold(picture):
            _fetch(picture)
        return 1
    return 0


def _fetch(picture: RemotePicture) -> None:
    sha256, error, again = "", "", None
    # Whatever happens below, it must not stand first in the queue for ever.
    tries = picture.attempts < TRIES
    RemotePicture.objects.filter(pk=picture.pk).update(due_at=now() + TIDY_AFTER if tries else None)
    try:
        answer = web.ask(picture.url, largest=LARGEST, seconds=SECONDS)
        if answer.status != 200:
            raise web.NoAnswer(f"HTTP {answer.status}")
        sha256 = files.store(pictures.redrawn(answer.body))
    except (Refused, pictures.NotDrawn, OSError) as trouble:
        error = str(trouble)[:1000]
        log.info("a picture could not be fetched", error=error)
        if tries and not isinstance(trouble, pictures.NotDrawn):
            again = now() + TIDY_AFTER
    RemotePicture.objects.filter(pk=picture.pk).update(
        picture_sha256=sha256, last_error=error, due_at=again
    )


def fetched(message: Message) -> tuple[dict[str, str], bool]:
    """({url: sha256 of the picture drawn anew}, whether more may still come)."""
    rows = list(message.remote_pictures.values_list("url", "picture_sha256", "due_at"))
    return {url: sha for url, sha, _due in rows if sha}, any(due for *_known, due in rows)
