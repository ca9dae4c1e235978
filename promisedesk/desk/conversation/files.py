"""What came with a message: files, the mail itself, and its HTML as it was designed.

All of it was written by strangers: files are only ever downloaded, and HTML is shown in a
frame without scripts, without our cookies and without pictures from elsewhere.
"""

from __future__ import annotations

import base64

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.conversations import looking, remote_pictures
from promisedesk.conversations.models import Attachment, Conversation, Message
from promisedesk.core import files
from promisedesk.core.downloads import download
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.forms import unsigned
from promisedesk.desk.conversation.links import with_leads
from promisedesk.lib import pictures
from promisedesk.lib.mail.sanitising import clean_html

DESIGNED = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
PICTURE = "default-src 'none'; sandbox; frame-ancestors 'none'"
MOST_PICTURES = 60
# What tells where a link leads must be seen: whatever is too wide shrinks, or can be scrolled to.
PAGE = """<!doctype html><meta charset="utf-8"><base target="_blank">
<style>html{{color-scheme:light;background:#fff;overflow:auto}}body{{margin:12px;
font:14px/1.5 sans-serif;overflow-wrap:anywhere}}img{{max-width:100%;height:auto}}
table{{max-width:100%!important}}.pd-leads{{color:#5b6472;font-size:12px;
white-space:normal!important;overflow-wrap:anywhere!important}}</style>{}"""


def _seen_by(agent: Agent):
    return Conversation.objects.visible_to(agent).values("pk")


def _message(agent: Agent, public_id: str) -> Message:
    return get_object_or_404(Message, public_id=public_id, conversation__in=_seen_by(agent))


def _file(agent: Agent, public_id: str) -> Attachment:
    found = Attachment.objects.filter(message__conversation__in=_seen_by(agent))
    return get_object_or_404(found, public_id=public_id)


@login_required
def attachment(request: HttpRequest, public_id: str) -> HttpResponse:
    """A file as a download. One with a virus never, one not scanned yet when asked twice."""
    file = _file(request.user, public_id)
    try:
        looking.refuse_unsafe(file.sha256, unchecked_too="unchecked" in request.GET)
    except Refused as refusal:
        context = {
            "file": file,
            "say": str(refusal),
            "may_insist": isinstance(refusal, looking.NotChecked),
        }
        return render(request, "desk/conversation/unsafe.html", context, status=409)
    return download(file.sha256, file.name)


@login_required
def preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """A picture as we drew it anew; never the sender's own bytes."""
    return _drawn(_file(request.user, public_id).sha256)


@login_required
def kept_preview(request: HttpRequest, value: str) -> HttpResponse:
    """The same of a file that is not sent yet; `value` as its form has it."""
    file = unsigned(value)
    if file is None:
        raise Http404
    return _drawn(file.sha256)


def _drawn(sha256: str) -> HttpResponse:
    look = looking.found_in([sha256])
    drawn = next((one.preview_sha256 for one in look.values()), "")
    try:
        content = files.read(drawn) if drawn else b""
    except FileNotFoundError:
        content = b""
    if not content:
        raise Http404
    answer = HttpResponse(content, content_type=pictures.KIND)
    answer["Content-Security-Policy"] = PICTURE
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=86400"
    return answer


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
    fetched = remote_pictures.fetched(message)[0] if message.html else {}
    names = {url: f"cid:pd-remote-{number}" for number, url in enumerate(fetched)}
    html = with_leads(clean_html(message.html, names))
    drawn = {names[url]: sha256 for url, sha256 in fetched.items()} | _own_pictures(message, html)
    response = HttpResponse(PAGE.format(_with_pictures(html, drawn)))
    response["Content-Security-Policy"] = DESIGNED
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@login_required
@require_POST
def ask_for_pictures(request: HttpRequest, public_id: str) -> HttpResponse:
    """Have the pictures fetched that this mail shows from elsewhere."""
    message = _message(request.user, public_id)
    remote_pictures.ask_for(message)
    if not request.htmx:
        return redirect("desk:by-itself", message.conversation.public_id)
    return _frame(request, message)


@login_required
def fetched_pictures(request: HttpRequest, public_id: str) -> HttpResponse:
    """The frame anew when all pictures came; nothing to swap (204) while some may still come."""
    message = _message(request.user, public_id)
    if remote_pictures.fetched(message)[1]:
        return HttpResponse(status=204)
    return _frame(request, message)


def _frame(request: HttpRequest, message: Message) -> HttpResponse:
    found, more = remote_pictures.fetched(message)
    state = "coming" if more else "here" if found else "none"
    context = {"public_id": message.public_id, "pictures": state, "count": len(found)}
    return render(request, "desk/conversation/designed.html", context)


def _own_pictures(message: Message, html: str) -> dict[str, str]:
    """The pictures the mail carries itself, by their cid: names (RFC 2392), as we drew them."""
    if "cid:" not in html:
        return {}
    carried = message.attachments.filter(content_type__in=pictures.READABLE)
    carried = list(carried.exclude(content_id="")[:MOST_PICTURES])
    looks = looking.found_in(one.sha256 for one in carried)
    return {
        f"cid:{one.content_id.strip('<>')}": looks[one.sha256].preview_sha256
        for one in carried
        if one.sha256 in looks and looks[one.sha256].preview_sha256
    }


def _with_pictures(html: str, drawn: dict[str, str]) -> str:
    for name, sha256 in list(drawn.items())[:MOST_PICTURES]:
        source = f'src="{name}"'
        if source in html:
            html = html.replace(source, f'src="{_as_data(sha256)}"')
    return html


def _as_data(sha256: str) -> str:
    try:
        content = base64.b64encode(files.read(sha256)).decode()
    except FileNotFoundError:
        return ""
    return f"data:{pictures.KIND};base64,{content}"
