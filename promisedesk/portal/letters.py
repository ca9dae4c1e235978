"""What the links in our letters open: a file that was too large, and "no more letters".

No cookies and no sign-in: mail programs and scanners open links by themselves, so looking
changes nothing, and only a POST does.
"""

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from promisedesk.conversations import linking, looking, unsubscribing
from promisedesk.core.downloads import download
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace

MOST = {"attached": "60/m/key", "unsubscribe": "60/m/key"}  # a link; nobody guesses another


@require_safe
@never_cache
def attached(request: HttpRequest, token: str) -> HttpResponse:
    """The file of a letter, to keep; a page that says why when it cannot be had."""
    if not _may(request, "attached", token):
        return _told(request, 429, _("Too many files at once"), _("Wait a minute and try again."))
    try:
        file = linking.find(token)
        looking.refuse_unsafe(file.sha256)
        return download(file.sha256, file.name)
    except linking.Expired as refusal:
        return _told(request, 410, _("This link has expired"), str(refusal))
    except Refused as refusal:
        return _told(request, 404, _("There is no file here"), str(refusal))
    except Http404:
        says = _("This file is not here any more. Answer the letter it came in to ask for it.")
        return _told(request, 404, _("There is no file here"), says)


@csrf_exempt  # RFC 8058 3.1: the mail program's POST has no cookies, nor needs any
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST does it, again and again the same."""
    if not _may(request, "unsubscribe", token):
        return _told(request, 429, _("Too many tries"), _("Wait a minute and try again."))
    try:
        address = unsubscribing.address_in(token)
    except Refused as refusal:
        return _told(request, 404, _("This link does not work"), str(refusal))
    if request.method == "POST":
        unsubscribing.unsubscribe(address)
    context = {"address": address, "is_done": request.method == "POST", "shop": Workspace.get()}
    return render(request, "portal/unsubscribe.html", context)


def _may(request: HttpRequest, action: str, token: str) -> bool:
    used = ratelimit.consume(
        request, app="portal", action=action, config=MOST, key=token, limit_get=True
    )
    return used is not None


def _told(request: HttpRequest, status: int, title: str, says: str) -> HttpResponse:
    context = {"title": title, "says": says, "shop": Workspace.get()}
    return render(request, "portal/told.html", context, status=status)
