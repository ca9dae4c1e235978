"""On to the next conversation of the view, or back to the one before: the links in the head."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from promisedesk.desk.conversation.views import conversation_of
from promisedesk.desk.inbox.listing import beside


@login_required
@require_safe
def following(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    return _walk(request, view, public_id, 1, _("This is the last one of this list."))


@login_required
@require_safe
def previous(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    return _walk(request, view, public_id, -1, _("This is the first one of this list."))


def _walk(request: HttpRequest, view: str, public_id: str, step: int, end: str) -> HttpResponse:
    conversation = conversation_of(request, view, public_id)
    found = beside(request, view, conversation, step)
    if found:
        return redirect(found)
    messages.info(request, end)
    there = redirect("desk:conversation", view, conversation.public_id)
    kept = {key: request.GET[key] for key in ("sort", "q") if key in request.GET}
    there["Location"] += f"?{urlencode(kept)}" if kept else ""
    return there
