"""“Why does it look so?”: a mail as it came, beside what the desk makes of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from promisedesk.channels.email import routing
from promisedesk.conversations.models import Arrival, Conversation, Message
from promisedesk.core import files
from promisedesk.core.patience import within
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation.marks import Mark, badges
from promisedesk.desk.settings.access import settings_page
from promisedesk.lib.mail import mime
from promisedesk.lib.mail.large import LARGE, read_mail_file
from promisedesk.lib.mail.model import Attachment, ParsedMail

LONGEST_HEADER = 64 * 1024  # characters shown
LONGEST_TEXT = 50_000
MOST_PARTS = 100
PATIENCE = 15  # seconds: an agent waits for the page
KINDS = {
    "message": lambda: _("A letter of a person"),
    "auto_reply": lambda: _("An automatic answer"),
    "bounce": lambda: _("A report that a mail could not be delivered"),
    "list": lambda: _("A letter of a mailing list"),
    "report": lambda: _("A report of a mail server or program"),
}


@dataclass(slots=True)
class Piece:
    """One part of the mail. `level` is how deep it lies."""

    level: int
    kind: str
    name: str
    size: int


@dataclass(slots=True)
class Explained:
    """What a page shows of a stored mail."""

    mail: ParsedMail
    kind: str
    badges: list[Mark]
    header: str
    is_large: bool = False  # its pieces are not listed
    pieces: list[Piece] = field(default_factory=list)
    attached: list[Attachment] = field(default_factory=list)


@login_required
def message(request: HttpRequest, public_id: str) -> HttpResponse:
    """The mail behind a message of a conversation."""
    seen = Conversation.objects.visible_to(request.user).values("pk")
    found = get_object_or_404(
        Message.objects.select_related("conversation"),
        public_id=public_id,
        conversation__in=seen,
        raw_sha256__gt="",
    )
    context = {
        "back": f"/conversations/{found.conversation.public_id}/",
        "raw": found.raw_sha256,
        "message": found,
        "arrived_at": found.created_at,
    }
    return _page(request, context, found.raw_sha256)


@settings_page
def arrival(request: HttpRequest, public_id: str) -> HttpResponse:
    """A mail that is in no conversation."""
    found = get_object_or_404(Arrival, public_id=public_id)
    context = {"arrival": found, "arrived_at": found.arrived_at}
    return _page(request, context, found.sha256)


def _page(request: HttpRequest, context: dict, sha256: str) -> HttpResponse:
    try:
        explained, trouble = within(PATIENCE, lambda: explain(sha256)), ""
    except TimeoutError:
        explained, trouble = None, _("Reading this mail takes too long. Download it and look.")
    except OSError:
        explained, trouble = None, _("The stored bytes of this mail are gone.")
    context |= {"explained": explained, "trouble": trouble, "clock": Clock.of(request.user)}
    return render(request, "desk/conversation/why.html", context)


def explain(sha256: str) -> Explained:
    """What the desk makes of a stored mail. Raises OSError when it is gone."""
    with (
        files.open_file(sha256) as file,
        files.on_disk(sha256) as path,
        tempfile.TemporaryDirectory(prefix="promisedesk-why-") as folder,
    ):
        start = file.read(LARGE)
        is_whole = not file.read(1)
        mail = read_mail_file(path, Path(folder))
    mail.text, mail.quoted_text = mail.text[:LONGEST_TEXT], mail.quoted_text[:LONGEST_TEXT]
    header = routing.head_of(start).decode("utf-8", "replace")[:LONGEST_HEADER]
    return Explained(
        mail=mail,
        kind=KINDS.get(mail.kind, KINDS["message"])(),
        badges=badges(mail.marks),
        header=header.replace("\r\n", "\n"),
        is_large=not is_whole,
        pieces=list(_pieces_of(start)) if is_whole else [],
        attached=mail.attachments[:MOST_PARTS],
    )


def _pieces_of(raw: bytes) -> Iterator[Piece]:
    waiting = [(0, mime.parse(raw, []))]
    for _number in range(MOST_PARTS):
        if not waiting:
            return
        level, part = waiting.pop()
        children = part.children()
        leaf = mime.Leaf(part)
        size = 0 if children else len(leaf.payload())
        name = leaf.parameters.get("filename") or leaf.parameters.get("name") or ""
        clean = name.encode("utf-8", "replace").decode()
        kind = part.get_content_type().replace("opaque/", "message/", 1)
        yield Piece(level, kind.encode("utf-8", "replace").decode()[:100], clean[:150], size)
        waiting += [(level + 1, child) for child in reversed(children)]
