"""What came with a message: files, the mail itself, and its HTML as it was designed.

All of it was written by strangers: files are only ever downloaded, and HTML is shown in a
frame without scripts, without our cookies and without pictures from elsewhere.
"""

from __future__ import annotations

import base64

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Attachment, Conversation, Message
from promisedesk.core import files
from promisedesk.core.downloads import download
from promisedesk.lib.mail.sanitising import clean_html

DESIGNED = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
LARGEST_PICTURE = 2 * 1024 * 1024  # bytes, each; larger ones are downloads only
MOST_PICTURES = 20
PAGE = """<!doctype html><meta charset="utf-8"><base target="_blank">
<style>html{{color-scheme:light;background:#fff}}body{{margin:12px;font:14px/1.5 sans-serif;
overflow-wrap:anywhere}}img{{max-width:100%;height:auto}}</style>{}"""


def _message(agent: Agent, public_id: str) -> Message:
    seen = Conversation.objects.visible_to(agent).values("pk")
    return get_object_or_404(Message, public_id=public_id, conversation__in=seen)


@login_required
def attachment(request: HttpRequest, public_id: str) -> HttpResponse:
    seen = Conversation.objects.visible_to(request.user).values("pk")
    file = get_object_or_404(Attachment, public_id=public_id, message__conversation__in=seen)
    return download(file.sha256, file.name)


@login_required
def raw(request: HttpRequest, public_id: str) -> HttpResponse:
    """The mail byte for byte as it came in or went out."""
    message = _message(request.user, public_id)
    if not message.raw_sha256:
        raise Http404
    return download(message.raw_sha256, f"{message.public_id}.eml")


@login_required
def designed(request: HttpRequest, public_id: str) -> HttpResponse:
    """The HTML of a mail, cleaned, for a sandboxed frame."""
    message = _message(request.user, public_id)
    html = clean_html(message.html)
    response = HttpResponse(PAGE.format(_with_pictures(message, html)))
    response["Content-Security-Policy"] = DESIGNED
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _with_pictures(message: Message, html: str) -> str:
    """Put the mail's own pictures in place of their cid: names (RFC 2392)."""
    if "cid:" not in html:
        return html
    pictures = message.attachments.filter(
        content_type__in=PICTURES, size__lte=LARGEST_PICTURE
    ).exclude(content_id="")
    for picture in pictures[:MOST_PICTURES]:
        source = f'src="cid:{picture.content_id.strip("<>")}"'
        if source in html:
            html = html.replace(source, f'src="{_as_data(picture)}"')
    return html


def _as_data(picture: Attachment) -> str:
    try:
        content = base64.b64encode(files.read(picture.sha256)).decode()
    except FileNotFoundError:
        return ""
    return f"data:{picture.content_type};base64,{content}"
